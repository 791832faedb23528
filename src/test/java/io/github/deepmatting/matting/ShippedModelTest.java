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
package io.github.deepmatting.matting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.features.InputFeatures;
import io.github.deepmatting.image.HalfImage;
import io.github.deepmatting.metrics.AlphaErrors;
import io.github.deepmatting.metrics.AlphaMetrics;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The model that the jar carries, on the real engine: size, seams and accuracy. */
class ShippedModelTest {

  private static final int MAX_BYTES = 12 * 1000 * 1000;

  private static AlphaNetwork network;
  private static AlphaPredictor predictor;

  /** In 32 bits on every processor. */
  private static Matting exact;

  @BeforeAll
  static void load() throws IOException {
    assumeTrue(System.getProperty("deepmatting.engine") != null, "no engine");
    MattingModel model = new Models(List.of()).load(Models.DEFAULT);
    network = EngineLoader.get().load(model.network(), model.weights(), DeviceChoice.CPU, 0);
    predictor = new AlphaPredictor(network);
    exact = Matting.load(EngineLoader.get(), model, MatteOptions.DEFAULT.with("device", "cpu").with("threads", 1));
  }

  @AfterAll
  static void close() {
    if (predictor != null) predictor.close();
    if (exact != null) exact.close();
  }

  @Test
  void isSmall() throws IOException {
    try (InputStream weights = Models.class.getResourceAsStream("/models/compact/weights.npz")) {
      int bytes = weights.readAllBytes().length;
      assertTrue(bytes < MAX_BYTES, bytes + " bytes");
    }
  }

  @Test
  void tilesLeaveNoSeams() throws IOException {
    // Both have wide unknown regions around fine structure; small tiles cut through all of it.
    for (String name : List.of("bee", "cat")) {
      Path folder = Path.of("test-images");
      ArrayImg<FloatType, FloatArray> image = image(folder.resolve(name + ".png"));
      Trimap trimap = trimap(folder.resolve("trimaps/" + name + ".png"));
      PredictedAlpha tiled = matte(image, trimap, 2, 96);
      assertTrue(tiled.tiles() >= 2, tiled.tiles() + " tiles");
      assertClose(name, untiled(image, trimap), tiled, trimap);
      float[] finished = matte(image, trimap, 0, 0).alpha().update(null).getCurrentStorageArray();
      assertClose(name + ", smoothed", finished, matte(image, trimap, 0, 96), trimap);
    }
  }

  private static void assertClose(String name, float[] whole, PredictedAlpha tiled, Trimap trimap) {
    float[] alpha = tiled.alpha().update(null).getCurrentStorageArray();
    double largest = 0;
    double sum = 0;
    for (int i = 0; i < alpha.length; i++) {
      if (!trimap.isUnknown(i % trimap.width(), i / trimap.width())) continue;
      largest = Math.max(largest, Math.abs(whole[i] - alpha[i]));
      sum += Math.abs(whole[i] - alpha[i]);
    }
    double mean = sum / tiled.unknownPixels();
    assertTrue(largest <= 0.02 && mean < 0.001, name + ": largest " + largest + ", mean " + mean);
  }

  /** The whole image in one run of the network, padded to the right and below as the network needs. */
  private static float[] untiled(Img<FloatType> image, Trimap trimap) {
    NetworkConfiguration configuration = network.configuration();
    InputFeatures features = configuration.hasCoarser(trimap.width(), trimap.height())
        ? InputFeatures.above(image, trimap, below(image, trimap), configuration.inputs(), Progress.NONE)
        : InputFeatures.of(image, trimap, configuration.inputs(), Progress.NONE);
    int multiple = configuration.sizeMultiple();
    int width = (trimap.width() + multiple - 1) / multiple * multiple;
    int height = (trimap.height() + multiple - 1) / multiple * multiple;
    float[] alpha = new float[trimap.width() * trimap.height()];
    network.predict(new TensorShape(1, height, width), configuration.stages(),
        input -> features.write(0, 0, width, height, input),
        output -> {
          for (int y = 0; y < trimap.height(); y++)
            output.get(y * width, alpha, y * trimap.width(), trimap.width());
        });
    return alpha;
  }

  /** A picture that uses all of its 8 bits, in which the darkest and the brightest pixels are many. */
  @Test
  void theBitDepthDoesNotMatter() throws IOException {
    float[] stretched = stretched(image(Path.of("test-images/cat.png")).update(null).getCurrentStorageArray());
    Trimap trimap = trimap(Path.of("test-images/trimaps/cat.png"));
    int width = trimap.width();
    int height = trimap.height();
    byte[] bytes = new byte[stretched.length];
    short[] twelve = new short[stretched.length];
    short[] sixteen = new short[stretched.length];
    float[] units = new float[stretched.length];
    float[] counts = new float[stretched.length];
    for (int i = 0; i < stretched.length; i++) {
      int value = Math.round(255 * stretched[i]);
      bytes[i] = (byte) value;
      twelve[i] = (short) (16 * value);
      sixteen[i] = (short) (257 * value);
      units[i] = value / 255f;
      counts[i] = -50 + 10 * value;
    }
    float[] expected = automatic(ArrayImgs.unsignedBytes(bytes, width, height, 3), trimap);
    assertArrayEquals(expected, automatic(ArrayImgs.unsignedShorts(twelve, width, height, 3), trimap), 0.01f);
    assertArrayEquals(expected, automatic(ArrayImgs.unsignedShorts(sixteen, width, height, 3), trimap), 0.01f);
    assertArrayEquals(expected, automatic(ArrayImgs.floats(units, width, height, 3), trimap), 0.01f);
    // Percentiles of floating point are found to within a rounding error; some colours then fall into another step of a
    // histogram, which one pixel may feel.
    float[] counted = automatic(ArrayImgs.floats(counts, width, height, 3), trimap);
    double sum = 0;
    for (int i = 0; i < counted.length; i++) sum += Math.abs(counted[i] - expected[i]);
    assertEquals(0, sum / trimap.count(Trimap.UNKNOWN), 0.003);
  }

  /** Each channel from 0 to 1, at either end one pixel of 200. */
  private static float[] stretched(float[] planes) {
    int plane = planes.length / 3;
    float[] result = new float[planes.length];
    for (int c = 0; c < 3; c++) {
      float[] sorted = Arrays.copyOfRange(planes, c * plane, (c + 1) * plane);
      Arrays.sort(sorted);
      float darkest = sorted[plane / 200];
      float brightest = sorted[plane - plane / 200];
      for (int i = c * plane; i < (c + 1) * plane; i++)
        result[i] = Math.min(Math.max((planes[i] - darkest) / (brightest - darkest), 0), 1);
    }
    return result;
  }

  private static <T extends RealType<T>> float[] automatic(Img<T> image, Trimap trimap) {
    return exact.matte(image, trimap).alpha().update(null).getCurrentStorageArray();
  }

  /** The alpha of half the resolution; a known pixel has its own. */
  private static float[] below(Img<FloatType> image, Trimap trimap) {
    Trimap half = trimap.half();
    float[] alpha = untiled(HalfImage.of(image), half);
    for (int i = 0; i < alpha.length; i++)
      if (!half.isUnknown(i % half.width(), i / half.width()))
        alpha[i] = half.get(i % half.width(), i / half.width()) / 255f;
    return alpha;
  }

  @Test
  void isBetterThanSevenOnPhotographs() throws IOException {
    String shared = System.getProperty("deepmatting.shared", System.getenv("DEEPMATTING_SHARED"));
    Path set = Path.of(shared == null ? "../shared" : shared, "data", "validation", "alphamatting");
    assumeTrue(Files.isDirectory(set), "no validation images");
    List<AlphaErrors> errors;
    try (Stream<Path> files = Files.list(set.resolve("trimap"))) {
      errors = files.sorted().map(file -> errors(set, file.getFileName().toString())).toList();
    }
    AlphaErrors mean = AlphaErrors.mean(errors);
    assertTrue(mean.sad() < 7.0, mean.toString());
  }

  private static AlphaErrors errors(Path set, String file) {
    try {
      String base = file.replaceAll("\\.[^.]*$", "");
      Path image = Stream.of(".png", ".jpg").map(e -> set.resolve("image/" + base + e)).filter(Files::exists)
          .findFirst().orElseThrow();
      Trimap trimap = trimap(set.resolve("trimap/" + file));
      PredictedAlpha matte = matte(image(image), trimap, 0, 0);
      Raster truth = ImageIO.read(set.resolve("alpha/" + file).toFile()).getRaster();
      float[] values = truth.getSamples(0, 0, trimap.width(), trimap.height(), 0, (float[]) null);
      for (int i = 0; i < values.length; i++) values[i] /= 255;
      return AlphaMetrics.measure(matte.alpha(), ArrayImgs.floats(values, trimap.width(), trimap.height()), trimap,
          Progress.NONE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static PredictedAlpha matte(ArrayImg<FloatType, FloatArray> image, Trimap trimap, int stage, int tile) {
    return predictor.predict(image, trimap, MatteOptions.DEFAULT.withStage(stage).withTile(tile), Progress.NONE);
  }

  private static ArrayImg<FloatType, FloatArray> image(Path file) throws IOException {
    BufferedImage pixels = ImageIO.read(file.toFile());
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    float[] planes = new float[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int rgb = pixels.getRGB(i % width, i / width);
      for (int c = 0; c < 3; c++) planes[c * width * height + i] = (rgb >> (16 - 8 * c) & 0xff) / 255f;
    }
    return ArrayImgs.floats(planes, width, height, 3);
  }

  private static Trimap trimap(Path file) throws IOException {
    Raster raster = ImageIO.read(file.toFile()).getRaster();
    int[] values = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < values.length; i++) pixels[i] = (byte) values[i];
    return new Trimap(raster.getWidth(), raster.getHeight(), pixels);
  }
}
