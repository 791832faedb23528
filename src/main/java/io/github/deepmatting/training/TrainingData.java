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

import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.data.ForegroundImage;
import io.github.deepmatting.training.data.Foregrounds;
import io.github.deepmatting.training.data.MattingCase;
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
import java.util.function.IntPredicate;

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
 * @param heldBack how many foregrounds are kept out of the training, to validate it on composites of them over
 *     backgrounds that are kept out too; 0 for none
 */
public record TrainingData(
    Optional<Path> foregrounds,
    Optional<Path> alphas,
    List<ForegroundImage> images,
    Path backgrounds,
    Optional<Path> photographed,
    double photographedShare,
    int heldBack) {

  /** Share of the photographed samples where none is given. */
  public static final double PHOTOGRAPHED_SHARE = 0.3;

  /**
   * The data, read.
   *
   * @param counts the number of each kind of image that is trained on, for people
   * @param heldBack composites to validate with, of what is not trained on
   */
  public record Loaded(SampleSource samples, Map<String, Object> counts, List<MattingCase> heldBack) {}

  public TrainingData {
    images = List.copyOf(images);
    if (alphas.isPresent() && foregrounds.isEmpty())
      throw new IllegalArgumentException("There is a folder of alphas but none of foregrounds; give both");
    if (heldBack < 0)
      throw new IllegalArgumentException("The number held back must not be negative but is " + heldBack);
    if (photographed.isPresent() && !(photographedShare > 0 && photographedShare < 1))
      throw new IllegalArgumentException(
          "The share of photographed samples must lie between 0 and 1 but is " + photographedShare);
  }

  /** Foregrounds and backgrounds in two folders. */
  public static TrainingData of(Path foregrounds, Path backgrounds) {
    return new TrainingData(Optional.of(foregrounds), Optional.empty(), List.of(), backgrounds, Optional.empty(),
        PHOTOGRAPHED_SHARE, 0);
  }

  /**
   * Reads the data.
   *
   * @return null if there are problems, which are noted
   */
  public Loaded load(TrainingRecipe recipe, InputFailures failures, Progress progress) {
    int before = failures.failures().size();
    Photographs photographs = failures.result(backgrounds, () -> Photographs.read(backgrounds, progress)).orElse(null);
    Foregrounds files = foregrounds.flatMap(folder -> failures.result(folder, () -> alphas.isPresent()
        ? Foregrounds.read(folder, alphas.get(), progress) : Foregrounds.read(folder, progress))).orElse(null);
    PhotographedSamples real = photographed.flatMap(folder -> failures.result(
        folder, () -> PhotographedSamples.of(MattingCase.read(folder, progress)))).orElse(null);
    Foregrounds memory = images.isEmpty() ? null
        : Foregrounds.of(images.stream().map(ForegroundImage::image).toList());
    Foregrounds divided = files == null ? memory : files;
    if (heldBack > 0 && failures.failures().size() == before && (divided == null || divided.count() <= heldBack))
      failures.add(foregrounds.orElse(backgrounds), heldBack + " foregrounds are to be held back, of " + (divided == null ? 0 : divided.count())
          + "; give more foregrounds, or hold back fewer");
    if (failures.failures().size() > before) return null;
    warnOfSmall(photographs, recipe.largestCrop(), progress);
    Photographs behind = photographs;
    List<MattingCase> held = List.of();
    if (heldBack > 0) {
      int fewer = HeldBack.backgrounds(photographs.count(), heldBack);
      IntPredicate object = HeldBack.of(divided.count(), heldBack);
      IntPredicate background = HeldBack.of(photographs.count(), fewer);
      held = HeldBack.cases(
          divided.only(object), fewer == 0 ? photographs : photographs.only(background), recipe.samples());
      behind = photographs.only(background.negate());
      divided = divided.only(object.negate());
    }
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("backgrounds", behind.count());
    List<MixedSamples.Part> parts = new ArrayList<>();
    double share = (real == null ? 1 : 1 - photographedShare) / (files != null && memory != null ? 2 : 1);
    if (memory != null) {
      Foregrounds open = files == null ? divided : memory;
      counts.put("open images", open.count());
      parts.add(new MixedSamples.Part(new SampleComposer(open, behind, recipe.samples()), share));
    }
    if (files != null) {
      counts.put("foregrounds", divided.count());
      parts.add(new MixedSamples.Part(new SampleComposer(divided, behind, recipe.samples()), share));
    }
    if (files == null && memory == null)
      parts.add(new MixedSamples.Part(new SampleComposer(null, behind, recipe.samples().drawnAlone()), share));
    if (real != null) {
      counts.put("photographed", real.count());
      parts.add(new MixedSamples.Part(real, photographedShare));
    }
    if (heldBack > 0) counts.put("held back", held.size());
    return new Loaded(parts.size() == 1 ? parts.get(0).source() : new MixedSamples(parts), counts, held);
  }

  private void warnOfSmall(Photographs photographs, int crop, Progress progress) {
    long small = photographs.smallerThan(crop);
    if (small > 0)
      progress.warn(small + " of " + photographs.count() + " images in " + backgrounds + " are smaller than a crop of "
          + crop + "x" + crop + " pixels; they are mirrored at their borders to fill it");
  }
}
