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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.features.InputFeatures;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** With {@link LocalNetwork} in place of a network, for which tiled and untiled results must agree in every bit. */
class AlphaPredictorTest {

  private static final MatteOptions SMALL_TILES = MatteOptions.DEFAULT.withTile(32);

  /** What the network gives for the whole image, padded at right and bottom, with the known pixels put in. */
  private static float[] untiled(RandomAccessibleInterval<FloatType> rgb, Trimap trimap, int stage) {
    InputFeatures features =
        InputFeatures.of(rgb, trimap, List.of(InputFeature.IMAGE, InputFeature.TRIMAP), Progress.NONE);
    int width = (trimap.width() + 3) / 4 * 4;
    int height = (trimap.height() + 3) / 4 * 4;
    float[] alpha = new float[trimap.width() * trimap.height()];
    new LocalNetwork().predict(new TensorShape(1, height, width), stage,
        input -> features.write(0, 0, width, height, input),
        predicted -> {
          for (int i = 0; i < alpha.length; i++) {
            int x = i % trimap.width();
            int y = i / trimap.width();
            float clamped = Math.min(1, Math.max(0, predicted.get(y * width + x)));
            alpha[i] = trimap.isUnknown(x, y) ? clamped : trimap.get(x, y) / 255f;
          }
        });
    return alpha;
  }

  private static float[] values(PredictedAlpha matte) {
    return matte.alpha().update(null).getCurrentStorageArray();
  }

  /** An engine whose build could use a GPU, and finds none. */
  private static Engine withoutGpu() {
    return (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[] {Engine.class},
        (proxy, method, arguments) -> method.getName().equals("load") ? new LocalNetwork()
            : method.getName().equals("gpuProblem") ? Optional.of("no driver") : null);
  }

  private static List<String> warnings(AlphaPredictor predictor) {
    List<String> warnings = new ArrayList<>();
    predictor.predict(TestImages.noise(20, 20, 1), TestImages.discs(20, 20, 5, 1), SMALL_TILES, new Progress() {
      @Override
      public void warn(String message) {
        warnings.add(message);
      }
    });
    return warnings;
  }

  @Test
  void whereAutoEndsAtTheCpuOneWarningSaysWhy() throws Exception {
    MattingModel model = Models.standard(Optional.empty()).load("compact");
    AlphaPredictor predictor = AlphaPredictor.load(withoutGpu(), model, Engine.DeviceChoice.AUTO, 0);
    assertTrue(warnings(predictor).contains("no driver"));
    assertFalse(warnings(predictor).contains("no driver"));
    assertFalse(warnings(AlphaPredictor.load(withoutGpu(), model, Engine.DeviceChoice.CPU, 0)).contains("no driver"));
  }

  @Test
  void tiledEqualsUntiled() {
    Random random = new Random(3);
    for (int i = 0; i < 30; i++) {
      int width = 1 + random.nextInt(260);
      int height = 1 + random.nextInt(260);
      RandomAccessibleInterval<FloatType> rgb = TestImages.noise(width, height, i);
      Trimap trimap = i % 5 == 0
          ? TestImages.filled(width, height, Trimap.UNKNOWN) : TestImages.discs(width, height, 20, i);
      PredictedAlpha matte = new AlphaPredictor(new LocalNetwork()).predict(rgb, trimap, SMALL_TILES, Progress.NONE);
      assertArrayEquals(untiled(rgb, trimap, 2), values(matte));
      assertEquals(trimap.count(Trimap.UNKNOWN), matte.unknownPixels());
    }
  }

  @Test
  void largeImagesAreReallyTiledAndBatched() {
    LocalNetwork network = new LocalNetwork();
    RandomAccessibleInterval<FloatType> rgb = TestImages.noise(400, 300, 1);
    Trimap trimap = TestImages.discs(400, 300, 40, 2);
    PredictedAlpha matte = new AlphaPredictor(network).predict(rgb, trimap, SMALL_TILES, Progress.NONE);
    assertTrue(matte.tiles() > 10, () -> matte.tiles() + " tiles");
    assertTrue(network.shapes.size() < matte.tiles(), "no two tiles went together");
    assertEquals(matte.tiles(), network.shapes.stream().mapToInt(TensorShape::batch).sum());
    assertEquals(matte.networkPixels(), network.shapes.stream().mapToLong(TensorShape::pixels).sum());
    // 32 pixels and 8 of halo and up to 4 of alignment on each side.
    for (TensorShape shape : network.shapes) assertTrue(shape.pixels() <= 56 * 56, shape::toString);
  }

  @Test
  void theStageAskedForIsRun() {
    RandomAccessibleInterval<FloatType> rgb = TestImages.noise(40, 30, 1);
    Trimap trimap = TestImages.discs(40, 30, 10, 2);
    LocalNetwork network = new LocalNetwork();
    PredictedAlpha first = new AlphaPredictor(network).predict(rgb, trimap, MatteOptions.DEFAULT.withStage(1).withTile(0), Progress.NONE);
    assertArrayEquals(untiled(rgb, trimap, 1), values(first));
    new AlphaPredictor(network).predict(rgb, trimap, MatteOptions.DEFAULT, Progress.NONE);
    assertEquals(List.of(1, 2), network.stages);
    AlphaPredictor oneStage = new AlphaPredictor(new LocalNetwork(Long.MAX_VALUE, false));
    Exception e = assertThrows(IllegalArgumentException.class,
        () -> oneStage.predict(rgb, trimap, MatteOptions.DEFAULT.withStage(2).withTile(0), Progress.NONE));
    assertTrue(e.getMessage().contains("'local' has only 1"), e.getMessage());
  }

  @Test
  void whollyKnownImagesNeedNoNetwork() {
    LocalNetwork network = new LocalNetwork(0, true);
    Messages messages = new Messages();
    PredictedAlpha matte = new AlphaPredictor(network).predict(
        TestImages.noise(9, 5, 1), TestImages.filled(9, 5, Trimap.FOREGROUND), MatteOptions.DEFAULT, messages);
    for (float value : values(matte)) assertEquals(1, value);
    assertTrue(messages.warnings.get(0).contains("has no unknown pixel"), messages.warnings.get(0));
    assertEquals(0, matte.tiles());
  }

  @Test
  void missingForegroundOrBackgroundIsWarnedOf() {
    Messages messages = new Messages();
    AlphaPredictor predictor = new AlphaPredictor(new LocalNetwork());
    Trimap unknown = TestImages.filled(9, 5, Trimap.UNKNOWN);
    predictor.predict(TestImages.noise(9, 5, 1), unknown, MatteOptions.DEFAULT, messages);
    assertEquals(2, messages.warnings.size());
    assertTrue(messages.warnings.get(0).contains("no foreground pixel"));
    assertTrue(messages.warnings.get(1).contains("no background pixel"));
  }

  @Test
  void withTooLittleMemorySmallerTilesGiveTheSame() {
    RandomAccessibleInterval<FloatType> rgb = TestImages.noise(300, 200, 5);
    Trimap trimap = TestImages.speckle(300, 200, 6);
    for (long memory : new long[] {50_000, 20_000, 6_000, 3_364}) {
      LocalNetwork network = new LocalNetwork(memory, true);
      Messages messages = new Messages();
      AlphaPredictor predictor = new AlphaPredictor(network);
      PredictedAlpha matte = predictor.predict(rgb, trimap, MatteOptions.DEFAULT, messages);
      assertArrayEquals(untiled(rgb, trimap, 2), values(matte));
      assertFalse(messages.infos.isEmpty(), "there was enough memory");
      assertTrue(messages.infos.get(0).startsWith("Not enough memory for "), messages.infos.get(0));
      assertEquals(trimap.count(Trimap.UNKNOWN), messages.advanced.get());
      // The next image does not run into it again.
      Messages second = new Messages();
      predictor.predict(rgb, trimap, MatteOptions.DEFAULT, second);
      assertEquals(List.of(), second.infos);
    }
  }

  @Test
  void withNoMemoryAtAllAnErrorSaysSo() {
    AlphaPredictor predictor = new AlphaPredictor(new LocalNetwork(1_000, true));
    Trimap trimap = TestImages.filled(300, 200, Trimap.UNKNOWN);
    Exception e = assertThrows(IllegalStateException.class,
        () -> predictor.predict(TestImages.noise(300, 200, 5), trimap, MatteOptions.DEFAULT, Progress.NONE));
    assertTrue(e.getMessage().contains("not enough memory to run the network 'local'"), e.getMessage());
  }

  @Test
  void cancellingStopsBetweenBatches() {
    LocalNetwork network = new LocalNetwork();
    Progress cancelling = new Progress() {
      @Override
      public boolean isCancelled() {
        return network.shapes.size() >= 2;
      }
    };
    assertThrows(CancellationException.class, () -> new AlphaPredictor(network).predict(
        TestImages.noise(400, 300, 1), TestImages.filled(400, 300, Trimap.UNKNOWN), SMALL_TILES, cancelling));
    assertEquals(2, network.shapes.size());
  }

  @Test
  void sizesThatDifferAreRefused() {
    AlphaPredictor predictor = new AlphaPredictor(new LocalNetwork());
    Trimap trimap = TestImages.filled(8, 9, Trimap.UNKNOWN);
    Exception e = assertThrows(IllegalArgumentException.class,
        () -> predictor.predict(TestImages.noise(9, 9, 1), trimap, MatteOptions.DEFAULT, Progress.NONE));
    assertTrue(e.getMessage().contains("trimap has 8x9 pixels but the image has 9x9"), e.getMessage());
  }

  @Test
  void valuesThatAreNoNumbersAreAnError() {
    RandomAccessibleInterval<FloatType> rgb = TestImages.noise(20, 20, 1);
    rgb.getAt(3, 4, 0).set(Float.NaN);
    AlphaPredictor predictor = new AlphaPredictor(new LocalNetwork());
    Trimap trimap = TestImages.filled(20, 20, Trimap.UNKNOWN);
    Exception e = assertThrows(IllegalStateException.class,
        () -> predictor.predict(rgb, trimap, MatteOptions.DEFAULT, Progress.NONE));
    assertTrue(e.getMessage().contains("The network gave no number at x=0, y=0"), e.getMessage());
  }

  @Test
  void closingClosesTheNetwork() {
    LocalNetwork network = new LocalNetwork();
    new AlphaPredictor(network).close();
    assertTrue(network.closed);
  }

  @Test
  void optionsAreChecked() {
    for (int stage : new int[] {-1, 3})
      assertThrows(IllegalArgumentException.class, () -> MatteOptions.DEFAULT.withStage(stage).withTile(0));
    for (int tile : new int[] {-1, 31, 20_000}) {
      Exception e = assertThrows(IllegalArgumentException.class, () -> MatteOptions.DEFAULT.withStage(0).withTile(tile));
      assertTrue(e.getMessage().contains("Tile is " + tile + "; allowed are 32 to 16384"), e.getMessage());
    }
  }

  /** Keeps what is reported. */
  private static final class Messages implements Progress {
    final List<String> infos = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final AtomicLong advanced = new AtomicLong();

    @Override
    public void begin(String activity, long total) {
      advanced.set(0);
    }

    @Override
    public void advance(long units) {
      advanced.addAndGet(units);
    }

    @Override
    public void info(String message) {
      infos.add(message);
    }

    @Override
    public void warn(String message) {
      warnings.add(message);
    }
  }
}
