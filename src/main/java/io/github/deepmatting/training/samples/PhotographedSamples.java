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
package io.github.deepmatting.training.samples;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.data.MattingCase;
import io.github.deepmatting.training.pixels.Chance;
import io.github.deepmatting.training.pixels.Layer;
import io.github.deepmatting.training.pixels.StoredImage;
import io.github.deepmatting.training.pixels.Window;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Samples of photographed images with trimap and true alpha. The colours behind them are unknown: the image stands for
 * both, which leaves the alpha losses alone to learn from. Safe for several threads.
 */
public final class PhotographedSamples implements SampleSource {

  private static final int ATTEMPTS = 6;

  /** The share of samples whose trimap is made from the true alpha instead of the given one. */
  private static final double OTHER_TRIMAP = 0.4;

  private static final int CENTRES = 4096;

  /** @param truth alpha, unknown, known foreground as the channels of one image of 16 bits, each 0 to 1 */
  private record Source(StoredImage image, StoredImage truth, int[] centres) {}

  private final List<Source> sources;

  private PhotographedSamples(List<Source> sources) {
    this.sources = sources;
  }

  /** Samples of such images. */
  public static PhotographedSamples of(List<MattingCase> cases) {
    return new PhotographedSamples(cases.stream().map(PhotographedSamples::source).toList());
  }

  private static Source source(MattingCase one) {
    int width = one.trimap().width();
    short[] truth = new short[3 * one.alpha().length];
    int unknown = Math.toIntExact(one.trimap().count(Trimap.UNKNOWN));
    int kept = Math.min(CENTRES, unknown);
    int[] centres = new int[kept];
    for (int i = 0, seen = 0, k = 0; i < one.alpha().length; i++) {
      int known = one.trimap().get(i % width, i / width);
      truth[3 * i] = StoredImage.word(one.alpha()[i]);
      if (known == Trimap.FOREGROUND) truth[3 * i + 2] = -1;
      if (known != Trimap.UNKNOWN) continue;
      truth[3 * i + 1] = -1;
      if (k < kept && seen++ == (long) k * unknown / kept) centres[k++] = i;
    }
    return new Source(one.image(), new StoredImage(width, one.trimap().height(), 3, truth), centres);
  }

  /** The number of images. */
  public int count() {
    return sources.size();
  }

  @Override
  public TrainingSample sample(long seed, int size) {
    if (size < 32) throw new IllegalArgumentException("The size of a sample must be at least 32 but is " + size);
    SplittableRandom random = new SplittableRandom(seed);
    TrainingSample sample = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      sample = draw(random, size);
      if (sample.trimap().count(Trimap.UNKNOWN) >= 0.05 * size * size) break;
    }
    return sample;
  }

  /** The middle of an image's unknown region as it is, at most shrunk a little. */
  public TrainingSample plain(int index, int size) {
    Source source = sources.get(index);
    StoredImage image = source.image();
    int centre = source.centres()[source.centres().length / 2];
    double scale = Math.max(1, Math.min(2, (double) Math.min(image.width(), image.height()) / size));
    Window window = new Window(Window.inside(centre % image.width(), size * scale, image.width()),
        Window.inside(centre / image.width(), size * scale, image.height()), scale, 0, false);
    float[] rgb = window.of(image, size, Window.Beyond.MIRRORED).colour();
    Layer truth = window.of(source.truth(), size, Window.Beyond.MIRRORED);
    return new TrainingSample(
        size, rgb, trimap(truth, size), Arrays.copyOf(truth.colour(), size * size), rgb, rgb);
  }

  private TrainingSample draw(RandomGenerator random, int size) {
    Source source = sources.get(random.nextInt(sources.size()));
    StoredImage image = source.image();
    double whole = (double) Math.max(image.width(), image.height()) / size;
    double scale = Chance.logUniform(random, 0.7, Math.max(0.8, Math.min(2, whole)));
    int centre = source.centres()[random.nextInt(source.centres().length)];
    double away = 0.25 * size * scale;
    double angle = Chance.of(random, 0.7) ? 0 : 0.2 * random.nextGaussian();
    Window window = new Window(centre % image.width() + Chance.uniform(random, -away, away),
        centre / image.width() + Chance.uniform(random, -away, away), scale, angle, random.nextBoolean());
    float[] rgb = window.of(image, size, Window.Beyond.MIRRORED).colour();
    if (Chance.of(random, 0.5)) ColourChange.random(random).apply(rgb);
    Layer truth = window.of(source.truth(), size, Window.Beyond.MIRRORED);
    float[] alpha = Arrays.copyOf(truth.colour(), size * size);
    Trimap trimap = Chance.of(random, OTHER_TRIMAP)
        ? RandomTrimap.random(random, size, 1).of(alpha, size, random) : trimap(truth, size);
    return new TrainingSample(size, rgb, trimap, alpha, rgb, rgb);
  }

  /** A pixel that shows any unknown, or background beside foreground, is unknown. */
  private static Trimap trimap(Layer truth, int size) {
    int plane = size * size;
    byte[] pixels = new byte[plane];
    for (int i = 0; i < plane; i++) {
      float unknown = truth.colour()[plane + i];
      float foreground = truth.colour()[2 * plane + i];
      int value = unknown > 0.01f ? Trimap.UNKNOWN : foreground > 0.99f ? Trimap.FOREGROUND
          : foreground < 0.01f ? Trimap.BACKGROUND : Trimap.UNKNOWN;
      pixels[i] = (byte) value;
    }
    return new Trimap(size, size, pixels);
  }
}
