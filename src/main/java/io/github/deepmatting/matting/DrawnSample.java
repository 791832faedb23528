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

import io.github.deepmatting.features.InputFeatures;
import io.github.deepmatting.model.ModelExport;
import io.github.deepmatting.model.ModelSample;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.nio.FloatBuffer;
import net.imglib2.img.array.ArrayImgs;

/**
 * The sample that goes with an exported model: a drawn flower with petals that fade outwards before a smooth background,
 * and a trimap with a ring of unknown pixels around its rim. The same for every run.
 */
public final class DrawnSample {

  private static final int LEAST_SIZE = 128;
  private static final int PETALS = 9;

  private DrawnSample() {}

  /** Draws the image as large as the network's smallest tile, and lets the network predict its alpha. */
  public static ModelSample of(AlphaNetwork network, Progress progress) {
    NetworkConfiguration configuration = network.configuration();
    int multiple = configuration.sizeMultiple();
    int least = Math.max(LEAST_SIZE, ModelExport.smallestSample(configuration));
    int size = (least + multiple - 1) / multiple * multiple;
    float[] rgb = new float[3 * size * size];
    byte[] trimap = new byte[size * size];
    for (int y = 0; y < size; y++) for (int x = 0; x < size; x++) draw(x, y, size, rgb, trimap);
    float[] input = new float[Math.multiplyExact(size * size, configuration.inputChannels())];
    InputFeatures.of(ArrayImgs.floats(rgb, size, size, 3), new Trimap(size, size, trimap), configuration.inputs(),
        progress).write(0, 0, size, size, FloatBuffer.wrap(input));
    float[] alpha = new float[size * size];
    TensorShape shape = new TensorShape(1, size, size);
    network.predict(shape, configuration.stages(), buffer -> buffer.put(input), buffer -> buffer.get(alpha));
    return new ModelSample(shape, input, alpha);
  }

  private static void draw(int x, int y, int size, float[] rgb, byte[] trimap) {
    double dx = (x + 0.5) / size - 0.5;
    double dy = (y + 0.5) / size - 0.5;
    double radius = Math.hypot(dx, dy);
    double angle = Math.atan2(dy, dx);
    double rim = 0.29 + 0.05 * Math.cos(PETALS * angle);
    // The petals end within a fiftieth of the image's width.
    double alpha = Math.min(Math.max((rim - radius) / 0.02 + 0.5, 0), 1);
    double vein = 0.1 * Math.cos(4 * PETALS * angle) * Math.min(1, radius / 0.1);
    double[] foreground = {0.9 + vein / 2, 0.55 + vein + radius, 0.15 + vein};
    double[] background = {0.15 + 0.2 * dx, 0.35 + 0.3 * dy, 0.4 - 0.2 * dy + 0.1 * Math.sin(20 * dx)};
    int position = y * size + x;
    for (int channel = 0; channel < 3; channel++)
      rgb[channel * size * size + position] =
          (float) Math.min(Math.max(alpha * foreground[channel] + (1 - alpha) * background[channel], 0), 1);
    int value = radius < 0.2 ? Trimap.FOREGROUND : radius > 0.38 ? Trimap.BACKGROUND : Trimap.UNKNOWN;
    trimap[position] = (byte) value;
  }
}
