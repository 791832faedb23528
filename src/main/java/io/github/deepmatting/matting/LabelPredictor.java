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

import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.image.SameSize;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapFromLabels;
import io.github.deepmatting.trimap.UnknownBand;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * One matte for each labelled object: soft instance segmentation. Each object gets a trimap of its own, in which the other
 * objects are background, and is matted within a window around it, so that the cost follows the objects' sizes, not the
 * image's. The known foreground of one object is known background of all others, so deep inside an object its alpha is 1
 * and every other's 0. Where the alphas of neighbours still sum to more than 1 all of them are divided by the sum.
 *
 * <p>Needs memory for the alphas of the windows (4 bytes a pixel of each object's bounding box with the outer band) and
 * for 4 bytes a pixel of the image, beside what one matte needs.
 */
public final class LabelPredictor {

  /** Least context around an object's band, in pixels, from which its background's colours are known. */
  private static final int CONTEXT = 64;

  private final AlphaPredictor predictor;
  private final MatteOptions options;

  /**
   * @param predictor stays open
   * @param options stage and tiles
   */
  public LabelPredictor(AlphaPredictor predictor, MatteOptions options) {
    this.predictor = predictor;
    this.options = options;
  }

  /**
   * Makes the mattes.
   *
   * @param rgb colours, axes x, y, channel (red, green, blue), in [0,1]; begins at 0
   * @param labels as large as the image
   * @param chosen the labels that get a matte, at least one; the others are background
   * @param band the unknown band along each object's rim
   * @param progress receives progress and warnings (with the label), and is asked whether to go on
   * @return one for each chosen label, in order; at each pixel they sum to at most 1, but for rounding (10<sup>-6</sup>)
   * @throws IllegalArgumentException if sizes differ, no label is chosen, or one that there is not
   * @throws CancellationException if the user asked to stop
   */
  public List<LabelAlpha> matte(
      RandomAccessibleInterval<FloatType> rgb, LabelImage labels, Collection<Integer> chosen, UnknownBand band,
      Progress progress) {
    SameSize.require(
        "The label image", labels.width(), labels.height(), "the image", rgb.dimension(0), rgb.dimension(1));
    if (chosen.isEmpty())
      throw new IllegalArgumentException("No label was chosen; there are " + labels.some());
    Collection<Integer> wanted = new TreeSet<>(chosen);
    TrimapFromLabels trimaps = new TrimapFromLabels(labels);
    BitSet cores = cores(labels, wanted, trimaps, band, progress);
    List<LabelAlpha> alphas = new ArrayList<>();
    progress.begin("Matting " + wanted.size() + (wanted.size() == 1 ? " label" : " labels"), wanted.size());
    for (int label : wanted) {
      progress.checkCancelled();
      Progress own = progress.part((double) alphas.size() / wanted.size(), (alphas.size() + 1.0) / wanted.size());
      alphas.add(matte(rgb, labels, label, trimaps, cores, band, own.named("label " + label)));
    }
    bound(alphas, labels.width(), labels.height());
    return alphas;
  }

  /** All known foreground. */
  private static BitSet cores(
      LabelImage labels, Collection<Integer> wanted, TrimapFromLabels trimaps, UnknownBand band, Progress progress) {
    BitSet cores = new BitSet();
    progress.begin("Making trimaps", wanted.size());
    for (int label : wanted) {
      // One pixel more than the object, beyond which no pixel decides what is inside.
      Rectangle window = labels.bounds(label).grown(1, labels.width(), labels.height());
      Trimap trimap = trimaps.of(label, window, band, progress);
      for (int y = 0; y < window.height(); y++)
        for (int x = 0; x < window.width(); x++)
          if (trimap.get(x, y) == Trimap.FOREGROUND)
            cores.set((window.y() + y) * labels.width() + window.x() + x);
      progress.advance(1);
    }
    return cores;
  }

  private LabelAlpha matte(
      RandomAccessibleInterval<FloatType> rgb, LabelImage labels, int label, TrimapFromLabels trimaps, BitSet cores,
      UnknownBand band, Progress progress) {
    Rectangle reach = labels.bounds(label).grown(band.margin(), labels.width(), labels.height());
    Rectangle window = window(reach, labels);
    Trimap trimap = outsideOthers(trimaps.of(label, window, band, progress), window, label, labels, cores);
    RandomAccessibleInterval<FloatType> colours = Views.zeroMin(Views.interval(rgb, new FinalInterval(
        new long[] {window.x(), window.y(), 0}, new long[] {window.endX() - 1, window.endY() - 1, 2})));
    float[] alpha =
        predictor.predict(colours, trimap, options, progress).alpha().update(null).getCurrentStorageArray();
    float[] reached = new float[reach.width() * reach.height()];
    for (int y = 0; y < reach.height(); y++)
      System.arraycopy(alpha, (reach.y() - window.y() + y) * window.width() + reach.x() - window.x(),
          reached, y * reach.width(), reach.width());
    return new LabelAlpha(label, reach, reached);
  }

  /** With the context that the network sees; begins where a tile of the whole image could, so that it sees the same. */
  private Rectangle window(Rectangle reach, LabelImage labels) {
    int context = Math.max(CONTEXT, predictor.configuration().halo());
    int multiple = predictor.configuration().sizeMultiple();
    Rectangle window = reach.grown(context, labels.width(), labels.height());
    return Rectangle.between(
        window.x() / multiple * multiple, window.y() / multiple * multiple, window.endX(), window.endY());
  }

  private static Trimap outsideOthers(Trimap trimap, Rectangle window, int label, LabelImage labels, BitSet cores) {
    byte[] values = new byte[window.width() * window.height()];
    for (int y = 0, i = 0; y < window.height(); y++)
      for (int x = 0; x < window.width(); x++, i++) {
        int index = (window.y() + y) * labels.width() + window.x() + x;
        boolean others = cores.get(index) && labels.at(index) != label;
        values[i] = (byte) (others ? Trimap.BACKGROUND : trimap.get(x, y));
      }
    return new Trimap(window.width(), window.height(), values);
  }

  /** Divides by the sum where it is above 1. */
  private static void bound(List<LabelAlpha> alphas, int width, int height) {
    float[] sums = new float[Math.multiplyExact(width, height)];
    for (LabelAlpha one : alphas) forEach(one, width, (own, index) -> sums[index] += one.alpha()[own]);
    for (LabelAlpha one : alphas)
      forEach(one, width, (own, index) -> {
        if (sums[index] > 1) one.alpha()[own] /= sums[index];
      });
  }

  @FunctionalInterface
  private interface PixelConsumer {
    /**
     * @param own index in the window
     * @param index in the image
     */
    void accept(int own, int index);
  }

  private static void forEach(LabelAlpha one, int width, PixelConsumer consumer) {
    Rectangle window = one.window();
    for (int y = 0, own = 0; y < window.height(); y++)
      for (int x = 0; x < window.width(); x++, own++)
        consumer.accept(own, (window.y() + y) * width + window.x() + x);
  }
}
