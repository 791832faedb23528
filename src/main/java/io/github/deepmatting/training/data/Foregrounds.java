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
package io.github.deepmatting.training.data;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.pixels.Chance;
import io.github.deepmatting.training.pixels.Layer;
import io.github.deepmatting.training.pixels.StoredImage;
import io.github.deepmatting.training.pixels.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Images with alpha, cut into windows around the soft parts of their alpha. */
public final class Foregrounds {

  /** Alphas from this up to {@link #OPAQUE} are soft. */
  private static final int SOFT = 4;

  private static final int OPAQUE = 252;

  /** At most as many places of an image are remembered as centres. */
  private static final int CENTRES = 8192;

  private record Source(StoredImage image, int[] centres, boolean cut) {}

  private final List<Source> sources;
  private final double[] cumulative;

  private Foregrounds(List<Source> sources, double[] cumulative) {
    this.sources = sources;
    this.cumulative = cumulative;
  }

  /**
   * Reads a folder of RGBA images with straight alpha.
   *
   * @throws IOException naming every file that can't be used
   */
  public static Foregrounds read(Path folder, Progress progress) throws IOException {
    return of(ImageFolder.read(folder, true, progress), SourceWeights.of(folder), folder.toString());
  }

  /**
   * Reads a folder of images and a folder of their alphas, whose files belong together by base name.
   *
   * @throws IOException naming every file that can't be used
   */
  public static Foregrounds read(Path images, Path alphas, Progress progress) throws IOException {
    return of(ImageFolder.read(images, alphas, progress), SourceWeights.of(images), images.toString());
  }

  /** Images with alpha, each as often as the other. */
  public static Foregrounds of(List<StoredImage> images) {
    List<Source> sources = images.stream().map(Foregrounds::source).toList();
    double[] cumulative = new double[sources.size()];
    for (int i = 0; i < cumulative.length; i++) cumulative[i] = i + 1;
    return new Foregrounds(sources, cumulative);
  }

  private static Foregrounds of(List<ImageFolder.Entry> entries, SourceWeights weights, String folder)
      throws IOException {
    List<Source> sources = new ArrayList<>();
    List<Double> sums = new ArrayList<>();
    double sum = 0;
    for (ImageFolder.Entry entry : entries) {
      sum += weights.of(entry.name());
      sums.add(sum);
      sources.add(source(entry.image()));
    }
    if (sum <= 0) throw new IOException("All foregrounds in " + folder + " have weight 0 in " + SourceWeights.FILE_NAME);
    return new Foregrounds(sources, sums.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Source source(StoredImage image) {
    int width = image.width();
    int height = image.height();
    int[] soft = new int[width * height];
    int count = 0;
    int border = 0;
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        float alpha = image.get(x, y, 3);
        boolean edge = x > 0 && Math.abs(alpha - image.get(x - 1, y, 3)) > 128
            || y > 0 && Math.abs(alpha - image.get(x, y - 1, 3)) > 128;
        if (edge || alpha >= SOFT && alpha < OPAQUE) soft[count++] = y * width + x;
        if ((x == 0 || y == 0 || x == width - 1 || y == height - 1) && alpha > 128) border++;
      }
    int kept = Math.min(CENTRES, count);
    int[] centres = new int[kept];
    for (int i = 0; i < kept; i++) centres[i] = soft[(int) ((long) i * count / kept)];
    // An object that runs out of its image goes on beyond the border, else the cut would become a straight edge.
    return new Source(image, centres, border > 0.04 * 2 * (width + height));
  }

  /**
   * Some of these images, each as often relative to the others as before.
   *
   * @param which true for the places of those to take, among {@link #count}
   */
  public Foregrounds only(IntPredicate which) {
    int[] taken = IntStream.range(0, sources.size()).filter(which).toArray();
    double[] sums = new double[taken.length];
    for (int i = 0; i < taken.length; i++)
      sums[i] = (i == 0 ? 0 : sums[i - 1]) + cumulative[taken[i]] - (taken[i] == 0 ? 0 : cumulative[taken[i] - 1]);
    return new Foregrounds(IntStream.of(taken).mapToObj(sources::get).toList(), sums);
  }

  /** True if any image has more than 8 bits. */
  public boolean areDeep() {
    return sources.stream().anyMatch(source -> source.image().isDeep());
  }

  /** The number of images. */
  public int count() {
    return sources.size();
  }

  /**
   * A window of an image drawn by its weight, centred near a soft pixel, at a random scale, rotation and mirroring.
   *
   * @param size columns and rows
   */
  public Layer draw(RandomGenerator random, int size) {
    Source source = sources.get(Chance.index(random, cumulative));
    StoredImage image = source.image();
    double whole = 1.15 * Math.max(image.width(), image.height()) / size;
    double scale = Chance.logUniform(random, 0.6, Math.max(0.8, Math.min(3, whole)));
    double x = image.width() / 2.0;
    double y = image.height() / 2.0;
    if (source.centres().length > 0) {
      int centre = source.centres()[random.nextInt(source.centres().length)];
      double away = 0.25 * size * scale;
      x = centre % image.width() + Chance.uniform(random, -away, away);
      y = centre / image.width() + Chance.uniform(random, -away, away);
    }
    if (source.cut()) {
      x = Window.inside(x, size * scale, image.width());
      y = Window.inside(y, size * scale, image.height());
    }
    double angle = Chance.of(random, 0.6) ? 0.35 * random.nextGaussian() : Chance.uniform(random, 0, 2 * Math.PI);
    Window window = new Window(x, y, scale, angle, random.nextBoolean());
    return window.of(image, size, source.cut() ? Window.Beyond.MIRRORED : Window.Beyond.TRANSPARENT);
  }
}
