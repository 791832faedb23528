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

import io.github.deepmatting.training.pixels.Chance;
import java.util.List;
import java.util.SplittableRandom;

/** Samples of several sources, each by its weight. */
public final class MixedSamples implements SampleSource {

  /**
   * One of the sources.
   *
   * @param weight how often it is taken, relative to the others; above 0
   */
  public record Part(SampleSource source, double weight) {
    public Part {
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY))
        throw new IllegalArgumentException("The weight of a source of samples must be above 0 but is " + weight);
    }
  }

  private final List<SampleSource> sources;
  private final double[] cumulative;

  /** @param parts at least one */
  public MixedSamples(List<Part> parts) {
    if (parts.isEmpty()) throw new IllegalArgumentException("There must be a source of samples");
    sources = parts.stream().map(Part::source).toList();
    cumulative = new double[parts.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) cumulative[i] = sum += parts.get(i).weight();
  }

  @Override
  public TrainingSample sample(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    SampleSource source = sources.get(Chance.index(random, cumulative));
    return source.sample(random.nextLong(), size);
  }
}
