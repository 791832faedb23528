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
package io.github.deepmatting.training;

import io.github.deepmatting.files.Problems;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.data.ForegroundImage;
import io.github.deepmatting.training.data.Foregrounds;
import io.github.deepmatting.training.data.Photographs;
import io.github.deepmatting.training.recipe.TrainingRecipe;
import io.github.deepmatting.training.samples.MixedSamples;
import io.github.deepmatting.training.samples.PhotographedSamples;
import io.github.deepmatting.training.samples.SampleComposer;
import io.github.deepmatting.training.samples.SampleSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data of a training. Objects with alpha, from files or memory or drawn by rules, are composed over photographs;
 * photographed images with trimap and alpha may be mixed in.
 *
 * @param foregrounds folder of RGBA images; or of images, if there are alphas; without it and without images in memory
 *     all objects are drawn by rules
 * @param alphas folder of the foregrounds' alphas
 * @param images foregrounds in memory
 * @param backgrounds folder of photographs
 * @param photographed folder with the folders image, trimap and alpha
 * @param photographedShare how many of the samples are photographed, in (0,1); does not count without such a folder
 */
public record TrainingData(
    Optional<Path> foregrounds,
    Optional<Path> alphas,
    List<ForegroundImage> images,
    Path backgrounds,
    Optional<Path> photographed,
    double photographedShare) {

  /** Share of the photographed samples where none is given. */
  public static final double PHOTOGRAPHED_SHARE = 0.3;

  /**
   * The data, read.
   *
   * @param counts how many there are of what, for people
   */
  public record Loaded(SampleSource samples, Map<String, Object> counts) {}

  public TrainingData {
    images = List.copyOf(images);
    if (alphas.isPresent() && foregrounds.isEmpty())
      throw new IllegalArgumentException("There is a folder of alphas but none of foregrounds; give both");
    if (photographed.isPresent() && !(photographedShare > 0 && photographedShare < 1))
      throw new IllegalArgumentException(
          "The share of photographed samples must lie between 0 and 1 but is " + photographedShare);
  }

  /** Foregrounds and backgrounds in two folders. */
  public static TrainingData of(Path foregrounds, Path backgrounds) {
    return new TrainingData(Optional.of(foregrounds), Optional.empty(), List.of(), backgrounds, Optional.empty(),
        PHOTOGRAPHED_SHARE);
  }

  /** @return null if there are problems, which are noted */
  public Loaded load(TrainingRecipe recipe, Problems problems, Progress progress) {
    int before = problems.count();
    Map<String, Object> counts = new LinkedHashMap<>();
    List<MixedSamples.Part> parts = new ArrayList<>();
    Photographs photographs = problems.attempt(() -> Photographs.read(backgrounds, progress));
    double share = photographed.isPresent() ? 1 - photographedShare : 1;
    Foregrounds files = foregrounds.isEmpty() ? null : problems.attempt(() -> alphas.isPresent()
        ? Foregrounds.read(foregrounds.get(), alphas.get(), progress) : Foregrounds.read(foregrounds.get(), progress));
    if (photographs != null) {
      counts.put("backgrounds", photographs.count());
      warnOfSmall(photographs, recipe.largestCrop(), progress);
      Foregrounds memory = images.isEmpty() ? null
          : Foregrounds.of(images.stream().map(ForegroundImage::image).toList());
      if (memory != null) {
        counts.put("open images", memory.count());
        parts.add(new MixedSamples.Part(
            new SampleComposer(memory, photographs, recipe.samples()), files == null ? share : share / 2));
      }
      if (files != null || memory == null)
        parts.add(new MixedSamples.Part(
            new SampleComposer(files, photographs, files == null ? recipe.samples().drawnAlone() : recipe.samples()),
            memory == null ? share : share / 2));
      if (files != null) counts.put("foregrounds", files.count());
    }
    if (photographed.isPresent()) {
      PhotographedSamples samples = problems.attempt(() -> PhotographedSamples.read(photographed.get(), progress));
      if (samples != null) {
        counts.put("photographed", samples.count());
        parts.add(new MixedSamples.Part(samples, photographedShare));
      }
    }
    if (problems.count() > before) return null;
    return new Loaded(parts.size() == 1 ? parts.get(0).source() : new MixedSamples(parts), counts);
  }

  private void warnOfSmall(Photographs photographs, int crop, Progress progress) {
    long small = photographs.smallerThan(crop);
    if (small > 0)
      progress.warn(small + " of " + photographs.count() + " images in " + backgrounds + " are smaller than a crop of "
          + crop + "x" + crop + " pixels; they are mirrored at their borders to fill it");
  }
}
