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
import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.trimap.Trimap;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Runs batches of tiles of one image and puts what they give into the alpha. */
final class TileRunner {

  /** Rows that one thread writes at a time. */
  private static final int STRIP = 32;

  private final AlphaNetwork network;
  private final int stage;
  private final InputFeatures features;
  private final Trimap trimap;
  private final float[] alpha;

  TileRunner(AlphaNetwork network, int stage, InputFeatures features, Trimap trimap, float[] alpha) {
    this.network = network;
    this.stage = stage;
    this.features = features;
    this.trimap = trimap;
    this.alpha = alpha;
  }

  /**
   * Predicts a batch.
   *
   * @param batch tiles of one outer size
   * @return how many unknown pixels were set
   * @throws OutOfMemoryError if the runtime has not enough memory for the batch
   */
  long run(List<Tile> batch) {
    Rectangle size = batch.get(0).outer();
    long[] count = new long[1];
    network.predict(new TensorShape(batch.size(), size.height(), size.width()), stage,
        input -> write(batch, input), predicted -> count[0] = read(batch, predicted));
    return count[0];
  }

  private void write(List<Tile> batch, FloatBuffer input) {
    Rectangle size = batch.get(0).outer();
    int row = size.width() * features.channels();
    int start = input.position();
    int strips = (size.height() + STRIP - 1) / STRIP;
    IntStream.range(0, batch.size() * strips).parallel().forEach(i -> {
      Rectangle outer = batch.get(i / strips).outer();
      int first = i % strips * STRIP;
      int rows = Math.min(STRIP, outer.height() - first);
      int position = start + (i / strips * outer.height() + first) * row;
      features.write(outer.x(), outer.y() + first, outer.width(), rows, input.slice(position, rows * row));
    });
    input.position(start + batch.size() * size.height() * row);
  }

  private long read(List<Tile> batch, FloatBuffer predicted) {
    long count = 0;
    int start = predicted.position();
    for (int i = 0; i < batch.size(); i++) {
      Rectangle core = batch.get(i).core();
      Rectangle outer = batch.get(i).outer();
      float[] row = new float[core.width()];
      for (int y = core.y(); y < core.endY(); y++) {
        int inTile = (i * outer.height() + y - outer.y()) * outer.width() + core.x() - outer.x();
        predicted.get(start + inTile, row);
        count += readRow(row, core.x(), y);
      }
    }
    return count;
  }

  private int readRow(float[] row, int firstX, int y) {
    int count = 0;
    for (int i = 0; i < row.length; i++) {
      if (!trimap.isUnknown(firstX + i, y)) continue;
      if (Float.isNaN(row[i]))
        throw new IllegalStateException("The network gave no number at x=" + (firstX + i) + ", y=" + y
            + "; its weights or the image hold values that are not finite");
      alpha[y * trimap.width() + firstX + i] = Math.min(1, Math.max(0, row[i]));
      count++;
    }
    return count;
  }
}
