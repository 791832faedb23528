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

import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;
import io.github.deepmatting.network.TensorShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stands in for a network: like one it pools on a grid that begins at the tensor's corner, sees a limited neighbourhood
 * and zeros beyond the tensor's border. Every value is a short sum in a fixed order, so equal neighbourhoods give equal
 * bits. Takes down what it was asked, and can run out of memory.
 */
class LocalNetwork implements AlphaNetwork {

  /** Two blocks on each side; where a block begins, the alignment of tiles sees to. One pixel less is too little. */
  static final int HALO = 8;

  private static final int BLOCK = 4;

  private final NetworkConfiguration configuration;
  private final long memoryPixels;
  final List<TensorShape> shapes = Collections.synchronizedList(new ArrayList<>());
  final List<Integer> stages = Collections.synchronizedList(new ArrayList<>());
  boolean closed;

  /** @param memoryPixels more pixels than this at once are too many */
  LocalNetwork(long memoryPixels, boolean refined) {
    this.memoryPixels = memoryPixels;
    configuration = new NetworkConfiguration("local", List.of(InputFeature.IMAGE, InputFeature.TRIMAP),
        List.of(0.0, 0.0, 0.0), 1, 1, List.of(new Level(1, 3, 2), new Level(1, 3, 2)), new Level(1, 3, 2),
        List.of(new Level(1, 3, 2), new Level(1, 3, 2), new Level(1, 3, 2)), 3, false, false,
        false, refined ? List.of(2) : List.of(), HALO, Optional.empty());
  }

  LocalNetwork() {
    this(Long.MAX_VALUE, true);
  }

  @Override
  public NetworkConfiguration configuration() {
    return configuration;
  }

  @Override
  public void predict(
      TensorShape shape, int stage, Consumer<FloatBuffer> writeInput, Consumer<FloatBuffer> readAlpha) {
    configuration.requirePredictable(shape, stage);
    if (closed) throw new IllegalStateException("closed");
    if (shape.pixels() > memoryPixels) throw new OutOfMemoryError("no memory for " + shape);
    shapes.add(shape);
    stages.add(stage);
    FloatBuffer input = direct(shape.pixels() * 4);
    writeInput.accept(input);
    if (input.hasRemaining()) throw new IllegalStateException("the input was not filled");
    FloatBuffer alpha = direct(shape.pixels());
    for (int i = 0; i < shape.batch(); i++) predict(shape, i, stage, input, alpha);
    readAlpha.accept(alpha);
  }

  private static FloatBuffer direct(long size) {
    return ByteBuffer.allocateDirect(Math.toIntExact(4 * size)).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** Mean of 5x5 blocks of 4x4 pixels around the pixel's own, mixed with the pixel's own colour. */
  private static void predict(TensorShape shape, int image, int stage, FloatBuffer input, FloatBuffer alpha) {
    int columns = shape.width() / BLOCK;
    int rows = shape.height() / BLOCK;
    double[] pooled = new double[columns * rows];
    for (int y = 0; y < shape.height(); y++)
      for (int x = 0; x < shape.width(); x++) {
        int i = index(shape, image, y, x) * 4;
        pooled[y / BLOCK * columns + x / BLOCK] += input.get(i) + 2 * input.get(i + 1) - input.get(i + 3);
      }
    for (int y = 0; y < shape.height(); y++)
      for (int x = 0; x < shape.width(); x++) {
        double sum = 0;
        for (int row = y / BLOCK - 2; row <= y / BLOCK + 2; row++)
          for (int column = x / BLOCK - 2; column <= x / BLOCK + 2; column++)
            if (row >= 0 && row < rows && column >= 0 && column < columns) sum += pooled[row * columns + column];
        int i = index(shape, image, y, x);
        alpha.put(i, (float) ((sum + 400) / 1600 * 0.75 + stage * input.get(4 * i + 2) / 8));
      }
  }

  private static int index(TensorShape shape, int image, int y, int x) {
    return (image * shape.height() + y) * shape.width() + x;
  }

  @Override
  public void close() {
    closed = true;
  }
}
