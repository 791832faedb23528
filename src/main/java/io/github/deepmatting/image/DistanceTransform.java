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
package io.github.deepmatting.image;

import io.github.deepmatting.progress.Progress;
import java.util.function.IntPredicate;

/**
 * Exact Euclidean distance from the centre of each pixel to the centre of the nearest target pixel, in time linear in
 * the number of pixels. First the distance within each column is found, then for each row the lower envelope of the
 * parabolas that these define: Felzenszwalb and Huttenlocher, <i>Distance Transforms of Sampled Functions</i>, Theory
 * of Computing 8 (2012). What lies beyond the image is no target.
 */
public final class DistanceTransform {

  /** Vertical distance, in rows, where a column has no target. */
  private static final int NONE = Integer.MAX_VALUE;

  /** Receives the rows of a distance transform, from top to bottom. */
  @FunctionalInterface
  public interface RowConsumer {
    /**
     * @param y the row
     * @param squaredDistances for each column the squared distance, {@link Double#POSITIVE_INFINITY} if there is no
     *     target at all; reused for the next row
     */
    void accept(int y, double[] squaredDistances);
  }

  private DistanceTransform() {}

  /**
   * Squared distances, row by row, so that they need not be kept. For pixels of size 1 they are exact integers.
   *
   * @param width columns
   * @param height rows
   * @param isTarget whether the pixel with the index {@code y * width + x} is a target
   * @param pixelWidth distance of neighbouring columns, in any unit; positive
   * @param pixelHeight distance of neighbouring rows, in the same unit; positive
   * @param rows receives each row; distances are in that unit, squared
   * @param progress checked for cancellation
   */
  public static void forEachRow(int width, int height, IntPredicate isTarget, double pixelWidth, double pixelHeight,
      RowConsumer rows, Progress progress) {
    if (!(pixelWidth > 0 && pixelWidth < Double.POSITIVE_INFINITY
        && pixelHeight > 0 && pixelHeight < Double.POSITIVE_INFINITY))
      throw new IllegalArgumentException(
          "Pixel width and height must be positive but are " + pixelWidth + " and " + pixelHeight);
    int[] vertical = verticalDistances(width, height, isTarget, progress);
    Envelope envelope = new Envelope(width, pixelWidth, pixelHeight);
    double[] row = new double[width];
    for (int y = 0; y < height; y++) {
      progress.checkCancelled();
      envelope.evaluate(vertical, y * width, row);
      rows.accept(y, row);
    }
  }

  /**
   * Distances in pixels (the squared ones are exact, the root is rounded to a float).
   *
   * @param width columns
   * @param height rows
   * @param isTarget whether the pixel with the index {@code y * width + x} is a target
   * @return row by row; {@link Float#POSITIVE_INFINITY} everywhere if there is no target
   */
  public static float[] distances(int width, int height, IntPredicate isTarget, Progress progress) {
    float[] distances = new float[Math.multiplyExact(width, height)];
    forEachRow(width, height, isTarget, 1, 1, (y, squared) -> {
      for (int x = 0; x < width; x++) distances[y * width + x] = (float) Math.sqrt(squared[x]);
    }, progress);
    return distances;
  }

  /** Rows to the nearest target in the same column. */
  private static int[] verticalDistances(int width, int height, IntPredicate isTarget, Progress progress) {
    int[] distances = new int[Math.multiplyExact(width, height)];
    // Along rows, not columns, since that is how memory lies.
    for (int y = 0; y < height; y++) {
      progress.checkCancelled();
      for (int i = y * width, end = i + width; i < end; i++) {
        if (isTarget.test(i)) distances[i] = 0;
        else if (y == 0 || distances[i - width] == NONE) distances[i] = NONE;
        else distances[i] = distances[i - width] + 1;
      }
    }
    for (int i = (height - 1) * width - 1; i >= 0; i--) {
      int below = distances[i + width];
      if (below < distances[i]) distances[i] = below + 1;
    }
    return distances;
  }

  /** The lower envelope of the parabolas of one row; its arrays are reused for the next. */
  private static final class Envelope {
    private final int width;
    private final double pixelWidth;
    private final double pixelHeight;
    /** Columns of the parabolas that are part of the envelope, from left to right, their heights, where each begins. */
    private final int[] apex;

    private final double[] height;
    private final double[] begin;

    Envelope(int width, double pixelWidth, double pixelHeight) {
      this.width = width;
      this.pixelWidth = pixelWidth;
      this.pixelHeight = pixelHeight;
      apex = new int[width];
      height = new double[width];
      begin = new double[width];
    }

    void evaluate(int[] vertical, int offset, double[] row) {
      double widthSquared = pixelWidth * pixelWidth;
      int last = -1;
      for (int x = 0; x < width; x++) {
        if (vertical[offset + x] == NONE) continue;
        double up = vertical[offset + x] * pixelHeight;
        double level = up * up;
        double from = Double.NEGATIVE_INFINITY;
        while (last >= 0) {
          // Where the new parabola gets below the last one, in columns.
          int distance = x - apex[last];
          from = 0.5 * (x + apex[last]) + (level - height[last]) / (2 * widthSquared * distance);
          if (from > begin[last]) break;
          last--;
          from = Double.NEGATIVE_INFINITY;
        }
        last++;
        apex[last] = x;
        height[last] = level;
        begin[last] = from;
      }
      int current = 0;
      for (int x = 0; x < width; x++) {
        if (last < 0) {
          row[x] = Double.POSITIVE_INFINITY;
          continue;
        }
        while (current < last && begin[current + 1] <= x) current++;
        double across = (x - apex[current]) * pixelWidth;
        row[x] = across * across + height[current];
      }
    }
  }
}
