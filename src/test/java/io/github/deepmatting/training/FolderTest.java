package io.github.deepmatting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

  /** By hand: alpha predicted 0.5; two unknown pixels of truth 0.2 and 1 give 0.8 / 1000 and (0.09 + 0.25) / 2. */
  @Test
  void validationSumsErrorsOverTheUnknown() throws IOException {
    write("image", BufferedImage.TYPE_INT_RGB, 0x808080, 0x808080, 0x808080);
    write("trimap", BufferedImage.TYPE_BYTE_GRAY, 0, 128, 128);
    write("alpha", BufferedImage.TYPE_BYTE_GRAY, 0, 51, 255);
    Map<String, Double> scores =
        new FolderValidator(folder, FakeTrainer.CONFIGURATION, Progress.NONE).validate(new FakeTrainer().averaged());
    assertEquals(0.8e-3, scores.get("sad"), 1e-9);
    assertEquals(0.17, scores.get("mse"), 1e-6);
    assertEquals(0.8e-3, scores.get("sad one"), 1e-9);
    assertEquals("sad", scores.keySet().iterator().next());
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
