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
package io.github.deepmatting.features;

import io.github.deepmatting.closedform.ClosedFormAlpha;
import io.github.deepmatting.closedform.ReducedAlpha;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapCheck;
import java.nio.FloatBuffer;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The input channels of one image for a network. What needs the whole image (closed-form alpha, extended colours, known
 * colours, distances) is computed once, at a reduced resolution; the rest while a tile is written. Immutable, provided
 * that the image is not changed; safe for several threads.
 */
public final class InputFeatures {

  /** In place of a coarse alpha that there is none of. */
  public static final float MISSING = -1;

  private final RandomAccessibleInterval<FloatType> rgb;
  private final Trimap trimap;
  private final List<InputFeature> wanted;
  private final int channels;
  private final ReducedAlpha prior;
  private final ExtendedColours extended;
  private final KnownDistances distances;
  private final KnownColours known;

  private InputFeatures(
      RandomAccessibleInterval<FloatType> rgb, Trimap trimap, List<InputFeature> wanted, ReducedAlpha prior,
      Progress progress) {
    TrimapCheck.requireFit(rgb, trimap);
    this.rgb = rgb;
    this.trimap = trimap;
    this.wanted = List.copyOf(wanted);
    channels = wanted.stream().mapToInt(InputFeature::channels).sum();
    this.prior = prior;
    boolean colours =
        wanted.contains(InputFeature.EXTENDED_COLOURS) || wanted.contains(InputFeature.IMPLIED_ALPHA);
    boolean knowns = wanted.contains(InputFeature.KNOWN_COLOURS);
    ActiveBlocks active = colours || knowns ? new ActiveBlocks(trimap) : null;
    extended = colours ? new ExtendedColours(rgb, trimap, active, progress) : null;
    distances = wanted.contains(InputFeature.DISTANCES) ? new KnownDistances(trimap, progress) : null;
    known = knowns ? new KnownColours(rgb, trimap, active, progress) : null;
  }

  /**
   * Prepares the input channels of an image that has no coarser level.
   *
   * @param rgb colours, axes x, y, channel (red, green, blue), in [0,1]; kept and read by every {@link #write}
   * @param trimap as large as the image
   * @param wanted the features, in the order of the channels
   * @throws IllegalArgumentException if the image has not three axes and three channels, or the trimap another size
   */
  public static InputFeatures of(
      RandomAccessibleInterval<FloatType> rgb, Trimap trimap, List<InputFeature> wanted, Progress progress) {
    boolean closedForm =
        wanted.contains(InputFeature.CLOSED_FORM_ALPHA) || wanted.contains(InputFeature.COARSE_ALPHA);
    return new InputFeatures(
        rgb, trimap, wanted, closedForm ? ClosedFormAlpha.of(rgb, trimap, progress) : null, progress);
  }

  /**
   * Prepares the input channels of an image whose alpha is known at half the resolution.
   *
   * @param half alpha of {@link Trimap#half()}, row by row, in [0,1]; {@link InputFeature#COARSE_ALPHA} is made of it
   * @throws IllegalArgumentException as {@link #of}, or if the alpha has another size
   */
  public static InputFeatures above(RandomAccessibleInterval<FloatType> rgb, Trimap trimap, float[] half,
      List<InputFeature> wanted, Progress progress) {
    return new InputFeatures(rgb, trimap, wanted, ReducedAlpha.ofHalf(rgb, trimap, half), progress);
  }

  /**
   * Prepares the input channels but for {@link InputFeature#COARSE_ALPHA}, in whose place there is {@value #MISSING}:
   * for a trainer, who makes it of what the network says at half the resolution.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  public static InputFeatures withoutCoarse(
      RandomAccessibleInterval<FloatType> rgb, Trimap trimap, List<InputFeature> wanted, Progress progress) {
    return new InputFeatures(rgb, trimap, wanted, null, progress);
  }

  /** Channels of all features together. */
  public int channels() {
    return channels;
  }

  /** Columns of the image. */
  public int width() {
    return trimap.width();
  }

  /** Rows of the image. */
  public int height() {
    return trimap.height();
  }

  /**
   * Writes a tile, row by row, channel last, into out from its position on, which moves behind what was written.
   * Positions outside the image take the nearest pixel's values. Safe for several threads, each with its own buffer.
   *
   * @param minX first column, may lie outside the image
   * @param minY first row, may lie outside the image
   * @param width columns of the tile
   * @param height rows of the tile
   * @param out has at least width * height * {@link #channels()} values left
   */
  public void write(long minX, long minY, int width, int height, FloatBuffer out) {
    long needed = (long) width * height * channels;
    if (width < 1 || height < 1 || needed > out.remaining())
      throw new IllegalArgumentException("A tile of " + width + "x" + height + " pixels with " + channels
          + " channels has " + needed + " values but the buffer has room for " + out.remaining());
    int left = clamp(minX, width() - 1);
    int right = clamp(minX + width - 1, width() - 1);
    TileRows rows = new TileRows(rgb, trimap, wanted, prior, extended, distances, known, left, right - left + 1);
    int before = (int) Math.min(Math.max(left - minX, 0), width - 1);
    float[] line = new float[width * channels];
    int written = -1;
    for (int j = 0; j < height; j++) {
      int y = clamp(minY + j, height() - 1);
      if (y != written) {
        rows.write(y, line, before * channels);
        repeatEnds(line, before, right - left + 1, width);
        written = y;
      }
      out.put(line);
    }
  }

  private void repeatEnds(float[] line, int before, int count, int width) {
    for (int x = 0; x < before; x++) System.arraycopy(line, before * channels, line, x * channels, channels);
    int last = before + count - 1;
    for (int x = last + 1; x < width; x++) System.arraycopy(line, last * channels, line, x * channels, channels);
  }

  private static int clamp(long position, int last) {
    return (int) Math.min(Math.max(position, 0), last);
  }
}
