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
package io.github.deepmatting.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.closedform.ReducedAlpha;
import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.features.InputFeatures;
import io.github.deepmatting.image.HalfImage;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Against the same in Java, which is tested by itself. */
class CoarseAlphaTest {

  private static final int WIDTH = 48;
  private static final int HEIGHT = 36;
  private static final List<InputFeature> PLAIN = List.of(InputFeature.IMAGE, InputFeature.TRIMAP);

  private static float[] features(Img<FloatType> rgb, Trimap trimap) {
    float[] values = new float[trimap.width() * trimap.height() * 4];
    InputFeatures.of(rgb, trimap, PLAIN, Progress.NONE)
        .write(0, 0, trimap.width(), trimap.height(), FloatBuffer.wrap(values));
    return values;
  }

  private static float[] inGraph(Img<FloatType> rgb, Trimap trimap, float[] half, int threads) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> alpha = Prediction.placeholder(tf, 1);
      Placeholder<TFloat32> coarse = Prediction.placeholder(tf, 4);
      Placeholder<TFloat32> fine = Prediction.placeholder(tf, 4);
      Operand<TFloat32> raised = CoarseAlpha.bringUp(tf, alpha, coarse, fine);
      long[] halfShape = {1, HEIGHT / 2, WIDTH / 2, 1};
      long[] coarseShape = {1, HEIGHT / 2, WIDTH / 2, 4};
      long[] fineShape = {1, HEIGHT, WIDTH, 4};
      try (Session session = Sessions.open(graph, DeviceChoice.CPU, threads);
          TFloat32 alphaTensor = NativeFloats.tensor(halfShape, half);
          TFloat32 coarseTensor =
              NativeFloats.tensor(coarseShape, features(HalfImage.of(rgb), trimap.half()));
          TFloat32 fineTensor = NativeFloats.tensor(fineShape, features(rgb, trimap));
          Result result = session.runner().feed(alpha, alphaTensor).feed(coarse, coarseTensor)
              .feed(fine, fineTensor).fetch(raised).run()) {
        return NativeFloats.copy(result.get(0));
      }
    }
  }

  @Test
  void agreesWithTheSameOutsideTheGraph() {
    Random random = new Random(7);
    float[] colours = new float[3 * WIDTH * HEIGHT];
    byte[] regions = new byte[WIDTH * HEIGHT];
    for (int y = 0, i = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++, i++) {
        for (int c = 0; c < 3; c++)
          colours[c * WIDTH * HEIGHT + i] =
              (float) (0.5 + 0.3 * Math.sin(0.3 * x * (c + 1) + 0.2 * y) + 0.1 * random.nextDouble());
        int value = x < 9 ? Trimap.FOREGROUND : x > 36 && y > 5 ? Trimap.BACKGROUND : Trimap.UNKNOWN;
        regions[i] = (byte) value;
      }
    Img<FloatType> rgb = ArrayImgs.floats(colours, WIDTH, HEIGHT, 3);
    Trimap trimap = new Trimap(WIDTH, HEIGHT, regions);
    float[] half = Networks.random(WIDTH / 2 * HEIGHT / 2, 3);
    float[] expected = new float[WIDTH * HEIGHT];
    int i = 0;
    for (FloatType value : ReducedAlpha.ofHalf(rgb, trimap, half).image()) expected[i++] = value.get();
    int between = 0;
    for (float value : expected) if (value > 0.01 && value < 0.99) between++;
    assertTrue(between > WIDTH * HEIGHT / 4, between + " values are neither 0 nor 1");
    for (int threads : new int[] {0, 1}) {
      float[] actual = inGraph(rgb, trimap, half, threads);
      for (int k = 0; k < expected.length; k++)
        assertEquals(expected[k], actual[k], 2e-4, "pixel " + k % WIDTH + ", " + k / WIDTH);
    }
  }
}
