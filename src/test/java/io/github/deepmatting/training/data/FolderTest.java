/*-
 * #%L
 * Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
 * %%
 * Copyright (C) 2026 Deep Matting developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.deepmatting.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import io.github.deepmatting.image.ArgbChannels;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.NormalizationOptions;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.io.ImageFile;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.loop.FakeTrainer;
import io.github.deepmatting.training.loop.MattingValidator;
import io.github.deepmatting.training.pixels.StoredImage;
import io.github.deepmatting.training.samples.TestImages;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

  @TempDir private Path folder;

  @Test
  void everyProblemIsNamedAtOnce() throws IOException {
    Path images = TestImages.foregrounds(folder);
    Files.write(images.resolve("broken.png"), new byte[] {1, 2, 3});
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", images.resolve("opaque.png").toFile());
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), "png", images.resolve("empty.png").toFile());
    IOException thrown = assertThrows(IOException.class, () -> Foregrounds.read(images, Progress.NONE));
    for (String name : new String[] {"broken.png", "opaque.png", "empty.png"})
      assertTrue(thrown.getMessage().contains(name), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("disc0.png"));
  }

  @Test
  void anEmptyOrMissingFolderIsNamed() {
    assertTrue(assertThrows(IOException.class, () -> Photographs.read(folder, Progress.NONE)).getMessage()
        .contains(folder.toString()));
    assertTrue(assertThrows(IOException.class, () -> Photographs.read(folder.resolve("none"), Progress.NONE))
        .getMessage().contains("none"));
  }

  @Test
  void theLongestPrefixDecidesTheWeight() throws IOException {
    SourceWeights weights = SourceWeights.parse(new StringReader("# remark\ncat_\t3\ncat_fur\t0.5\n"), "test");
    assertEquals(3, weights.of("cat_1.png"));
    assertEquals(0.5, weights.of("cat_fur2.png"));
    assertEquals(1, weights.of("dog.png"));
    IOException thrown = assertThrows(
        IOException.class, () -> SourceWeights.parse(new StringReader("a\t1\nb two\n"), "file.tsv"));
    assertTrue(thrown.getMessage().contains("file.tsv, line 2"), thrown.getMessage());
    assertTrue(SourceWeights.builtIn().of("am2k_x.png") > SourceWeights.builtIn().of("tuxpaint_x.png"));
  }

  /**
   * By hand: alpha predicted 0.5, but 0 in the known background; two unknown pixels of truth 0.2 and 1 give 0.8 / 1000
   * and (0.09 + 0.25) / 2.
   */
  @Test
  void validationMattesWholeImages() throws IOException {
    write("image", BufferedImage.TYPE_INT_RGB, 0x808080, 0x808080, 0x808080);
    write("trimap", BufferedImage.TYPE_BYTE_GRAY, 0, 128, 128);
    write("alpha", BufferedImage.TYPE_BYTE_GRAY, 0, 51, 255);
    Map<String, Double> scores =
        new MattingValidator(MattingCase.read(folder, Progress.NONE), Progress.NONE).validate(new FakeTrainer().averaged());
    assertEquals(0.8e-3, scores.get("sad"), 1e-9);
    assertEquals(0.17, scores.get("mse"), 1e-6);
    assertEquals(0.8e-3, scores.get("sad one"), 1e-9);
    assertEquals(List.of("sad", "mse", "grad", "conn", "sad one"), List.copyOf(scores.keySet()));
    assertTrue(scores.get("grad") > 0);
  }

  @Test
  void everyProblemOfAValidationFolderIsNamedAtOnce() throws IOException {
    write("image", BufferedImage.TYPE_INT_RGB, 0x808080, 0x808080, 0x808080);
    write("trimap", BufferedImage.TYPE_BYTE_GRAY, 0, 128);
    write("alpha", BufferedImage.TYPE_BYTE_GRAY, 0, 51, 255);
    Files.copy(folder.resolve("image/one.png"), folder.resolve("image/two.png"));
    IOException thrown = assertThrows(IOException.class, () -> MattingCase.read(folder, Progress.NONE));
    assertTrue(thrown.getMessage().contains("one.png: has 3x1 pixels but its trimap 2x1"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("two.png: has no trimap"), thrown.getMessage());
  }

  @Test
  void imagesAndAlphasPairByName() throws IOException {
    write("image", BufferedImage.TYPE_INT_RGB, 0x102030, 0x405060);
    write("alpha", BufferedImage.TYPE_BYTE_GRAY, 51, 255);
    StoredImage pair = ImageFolder.read(folder.resolve("image"), folder.resolve("alpha"), Progress.NONE).get(0).image();
    float[] samples = new float[8];
    for (int i = 0; i < 8; i++) samples[i] = pair.get(i / 4, 0, i % 4);
    assertArrayEquals(new float[] {0x10, 0x20, 0x30, 51, 0x40, 0x50, 0x60, 255}, samples);
    Files.copy(folder.resolve("image/one.png"), folder.resolve("image/lonely.png"));
    Files.copy(folder.resolve("alpha/one.png"), folder.resolve("alpha/orphan.png"));
    IOException thrown = assertThrows(IOException.class,
        () -> ImageFolder.read(folder.resolve("image"), folder.resolve("alpha"), Progress.NONE));
    assertTrue(thrown.getMessage().contains("lonely.png: has no alpha"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("orphan.png: there is no image"), thrown.getMessage());
  }

  /** All bytes, as colours and as alpha: the short way of packed colours is that by normalised ones. */
  @Test
  void packedColoursAreStoredAsNormalisedOnesAre() {
    int[] argb = new int[256];
    float[] alpha = new float[256];
    for (int i = 0; i < 256; i++) {
      argb[i] = 0x55000000 | i << 16 | (255 - i) << 8 | 37 * i & 0xff;
      alpha[i] = i / 255f;
    }
    NormalizedImage normalized = NormalizedImage.of(
        ArgbChannels.of(argb, 64, 4), NormalizationOptions.defaults(), Progress.NONE);
    for (float[] given : new float[][] {null, alpha}) {
      StoredImage expected = StoredImage.of(normalized.rgb(), given, false);
      StoredImage stored = StoredImage.of(argb, 64, 4, given);
      assertFalse(stored.isDeep());
      for (int i = 0; i < 256; i++)
        for (int c = 0; c < expected.channels(); c++)
          assertEquals(expected.get(i % 64, i / 64, c), stored.get(i % 64, i / 64, c));
      assertEquals(255 - 70, stored.get(70 % 64, 1, 1));
    }
  }

  @Test
  void moreChannelsThanCanBeMixedAreTold() throws IOException {
    ImageStack stack = new ImageStack(4, 3);
    for (int channel = 0; channel < 8; channel++) stack.addSlice(new ByteProcessor(4, 3));
    ImagePlus eight = new ImagePlus("eight", stack);
    eight.setDimensions(8, 1, 1);
    Path file = folder.resolve("eight.tif");
    ImageFiles.save(eight, file, false);
    assertEquals(8, ImageFile.read(file, Progress.NONE).planes().channels());
    String message = assertThrows(IOException.class, () -> Photographs.read(folder, Progress.NONE)).getMessage();
    assertTrue(message.contains(file + ": ") && message.contains("8 channels") && message.contains("1 to 7"), message);
  }

  @Test
  void greyValuesStayAsStored() throws IOException {
    write("grey", BufferedImage.TYPE_BYTE_GRAY, 7, 100, 200);
    StoredImage image = ImageFolder.decode(folder.resolve("grey/one.png"), false, Progress.NONE).get(0);
    for (int c = 0; c < 3; c++) assertEquals(100, image.get(1, 0, c));
    BufferedImage deep = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSample(0, 0, 0, 25700);
    ImageIO.write(deep, "tif", folder.resolve("deep.tif").toFile());
    assertEquals(100, ImageFolder.decode(folder.resolve("deep.tif"), false, Progress.NONE).get(0).get(0, 0, 1));
  }

  /** Values of 12 bits in words of 16, which 8 bits would make one. */
  @Test
  void sixteenBitsReachSamplesUnreduced() throws IOException {
    BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_USHORT_GRAY);
    for (int i = 0; i < 4096; i++) grey.getRaster().setSample(i % 64, i / 64, 0, 4000 + i % 64);
    Files.createDirectories(folder.resolve("grey"));
    ImageIO.write(grey, "png", folder.resolve("grey/one.png").toFile());
    Photographs photographs = Photographs.read(folder.resolve("grey"), Progress.NONE);
    StoredImage image = ImageFolder.decode(folder.resolve("grey/one.png"), false, Progress.NONE).get(0);
    for (int x = 0; x < 64; x++) assertEquals((4000 + x) / 257f, image.get(x, 5, 2), 1e-6f);
    assertEquals(4000.5f / 257, image.half().get(0, 0, 0), 0.51f / 257, "halving keeps the precision");
    Set<Float> values = new HashSet<>();
    for (float value : photographs.draw(new SplittableRandom(1), 0, 32)) values.add(value);
    assertTrue(values.size() > 20, "only " + values.size() + " values are left");
    // An alpha of 16 bits, and colours of 16 bits with alpha.
    Files.createDirectories(folder.resolve("alpha"));
    ImageIO.write(grey, "tif", folder.resolve("alpha/one.tif").toFile());
    StoredImage pair = ImageFolder.read(folder.resolve("grey"), folder.resolve("alpha"), Progress.NONE).get(0).image();
    assertEquals(4003 / 257f, pair.get(3, 0, 3), 1e-6f);
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 1, 1, 4, null);
    raster.setPixel(0, 0, new int[] {1000, 2001, 65535, 30003});
    ImageIO.write(new BufferedImage(new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false,
        Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT), raster, false, null), "png",
        folder.resolve("colour.png").toFile());
    StoredImage colour = ImageFolder.decode(folder.resolve("colour.png"), true, Progress.NONE).get(0);
    for (int c = 0; c < 4; c++)
      assertEquals(new int[] {1000, 2001, 65535, 30003}[c] / 257f, colour.get(0, 0, c), 1e-4f);
  }

  /** What ImageJ saves, as a matte of it sees it; the expected values are worked out by hand. */
  @Test
  void compositesFloatsAndStacksAreReadAsAMatteReadsThem() throws IOException {
    ImageStack channels = new ImageStack(1, 1);
    for (int value : new int[] {65535, 13107, 0}) channels.addSlice("", new short[] {(short) value});
    ImagePlus composite = new ImagePlus("", channels);
    composite.setDimensions(3, 1, 1);
    ImageFiles.save(new CompositeImage(composite, CompositeImage.COMPOSITE), folder.resolve("composite.tif"), false);
    assertColour("composite.tif", 0, 0, 255, 51, 0);
    ImageFiles.save(new ImagePlus("", new FloatProcessor(3, 1, new float[] {-100, 300, 700})),
        folder.resolve("floats.tif"), false);
    assertColour("floats.tif", 0, 1, 127.5f, 127.5f, 127.5f);
    ImageStack pages = new ImageStack(1, 1);
    for (float value : new float[] {0, 700, 350}) pages.addSlice("", new float[] {value});
    ImageFiles.save(new ImagePlus("", pages), folder.resolve("pages.tif"), false);
    // One range for all.
    assertColour("pages.tif", 2, 0, 127.5f, 127.5f, 127.5f);
    for (String name : List.of("composite.tif", "floats.tif", "pages.tif")) {
      List<StoredImage> samples = ImageFolder.decode(folder.resolve(name), false, Progress.NONE);
      IntFunction<NormalizedImage> matted = ImageFile.read(folder.resolve(name), Progress.NONE).planes()
          .normalized(Normalization.TYPE_RANGE, Progress.NONE);
      for (int position = 0; position < samples.size(); position++)
        for (int x = 0; x < samples.get(position).width(); x++)
          for (int c = 0; c < 3; c++)
            assertEquals(matted.apply(position).rgb().getAt(x, 0, c).get(), samples.get(position).get(x, 0, c) / 255, 1e-5);
    }
  }

  private void assertColour(String name, int position, int x, float... expected) throws IOException {
    StoredImage image = ImageFolder.decode(folder.resolve(name), false, Progress.NONE).get(position);
    for (int c = 0; c < 3; c++) assertEquals(expected[c], image.get(x, 0, c), 0.003f);
  }

  @Test
  void stacksOfImageTrimapAndAlphaAreCases() throws IOException {
    for (String kind : List.of("image", "trimap", "alpha")) Files.createDirectories(folder.resolve(kind));
    ImageStack images = new ImageStack(3, 1);
    images.addSlice("", new byte[] {10, 20, 30});
    images.addSlice("", new byte[] {40, 50, 60});
    ImageFiles.save(new ImagePlus("", images), folder.resolve("image/s.tif"), false);
    ImageFiles.save(new ImagePlus("", new ByteProcessor(3, 1, new byte[] {0, (byte) 128, (byte) 255})),
        folder.resolve("trimap/s.png"), false);
    ImageFiles.save(new ImagePlus("", new FloatProcessor(3, 1, new float[] {0, 0.25f, 1})),
        folder.resolve("alpha/s.tif"), false);
    List<MattingCase> cases = MattingCase.read(folder, Progress.NONE);
    assertEquals(List.of("s (slice 1)", "s (slice 2)"), cases.stream().map(MattingCase::name).toList());
    assertEquals(50, cases.get(1).image().get(1, 0, 2));
    assertEquals(0.25f, cases.get(1).alpha()[1]);
  }

  private void write(String kind, int type, int... pixels) throws IOException {
    BufferedImage image = new BufferedImage(pixels.length, 1, type);
    for (int x = 0; x < pixels.length; x++)
      if (type == BufferedImage.TYPE_BYTE_GRAY) image.getRaster().setSample(x, 0, 0, pixels[x]);
      else image.setRGB(x, 0, pixels[x]);
    Files.createDirectories(folder.resolve(kind));
    ImageIO.write(image, "png", folder.resolve(kind).resolve("one.png").toFile());
  }
}
