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

import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.files.NamedImages;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.io.AlphaPlanes;
import io.github.deepmatting.io.ImageFile;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.pixels.StoredImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Reads all images of a folder into memory, each slice and frame as an image of its own, with the pixels that a matte of
 * them would see. All problems of a folder are reported at once, with the files' names.
 */
final class ImageFolder {

  /** An image and the name of its file. */
  record Entry(String name, StoredImage image) {}

  private ImageFolder() {}

  /**
   * Reads a folder.
   *
   * @param withAlpha true if images must have an alpha channel; if not, it is dropped
   * @return the images in the order of their names
   * @throws IOException if the folder has no image, or naming all files that can't be used
   */
  static List<Entry> read(Path folder, boolean withAlpha, Progress progress) throws IOException {
    List<Path> files = NamedImages.at(folder).files();
    progress.begin("Reading " + folder.getFileName(), files.size());
    List<Entry> entries = new ArrayList<>();
    InputFailures failures = new InputFailures();
    for (Path file : files) {
      progress.checkCancelled();
      failures.attempt(file, () -> add(file, decode(file, withAlpha, progress), entries));
      progress.advance(1);
    }
    failures.throwIfAny(folder, files.size());
    return entries;
  }

  /**
   * Reads images and their alphas from two folders, whose files belong together by base name.
   *
   * @return images with alpha in the order of their names
   * @throws IOException as above, and naming all without a partner or of another size
   */
  static List<Entry> read(Path images, Path alphas, Progress progress) throws IOException {
    Map<String, Path> imageFiles = NamedImages.at(images).byName();
    Map<String, Path> alphaFiles = NamedImages.at(alphas).byName();
    TreeSet<String> names = new TreeSet<>(imageFiles.keySet());
    names.addAll(alphaFiles.keySet());
    progress.begin("Reading " + images.getFileName() + " and " + alphas.getFileName(), names.size());
    List<Entry> entries = new ArrayList<>();
    InputFailures failures = new InputFailures();
    for (String name : names) {
      progress.checkCancelled();
      Path image = imageFiles.get(name);
      Path alpha = alphaFiles.get(name);
      if (alpha == null) failures.add(image, "has no alpha of this name in " + alphas);
      else if (image == null) failures.add(alpha, "there is no image of this name in " + images);
      else failures.attempt(image, () -> add(image, decode(image, alpha, progress), entries));
      progress.advance(1);
    }
    failures.throwIfAny(images, names.size());
    return entries;
  }

  private static void add(Path file, List<StoredImage> images, List<Entry> entries) {
    for (StoredImage image : images) entries.add(new Entry(file.getFileName().toString(), image));
  }

  /** All slices and frames of a file. */
  static List<StoredImage> decode(Path file, boolean withAlpha, Progress progress) throws IOException {
    ImageFile opened = ImageFile.read(file, progress);
    if (withAlpha && !opened.hasAlpha()) throw new IOException("has no alpha channel; a foreground must be RGBA");
    return stored(opened.planes(), withAlpha ? opened::alpha : null, false, progress);
  }

  private static List<StoredImage> decode(Path file, Path alphaFile, Progress progress) throws IOException {
    ImagePlusPlanes image = ImageFile.read(file, progress).planes();
    ImagePlusPlanes alpha = partner(image, alphaFile, "alpha", progress);
    return stored(image, position -> alpha(alpha, position, progress), alpha.bitDepth() > 8, progress);
  }

  /**
   * An image that belongs to another.
   *
   * @param kind what it is, for messages
   * @throws IOException if it has another size, or neither one slice nor as many
   */
  static ImagePlusPlanes partner(ImagePlusPlanes image, Path file, String kind, Progress progress) throws IOException {
    ImagePlusPlanes partner = ImageFile.read(file, progress).planes();
    if (partner.width() != image.width() || partner.height() != image.height())
      throw new IOException("has " + image.width() + "x" + image.height() + " pixels but its " + kind + " "
          + partner.width() + "x" + partner.height());
    if (partner.positions() != 1 && partner.positions() != image.positions())
      throw new IOException("has " + image.positions() + " slices but its " + kind + " " + partner.positions()
          + "; give one for all slices, or one for each");
    return partner;
  }

  /** The alpha of a position in [0,1], row by row; that of the only one for all. */
  static float[] alpha(ImagePlusPlanes alphas, int position, Progress progress) {
    return Planes.toArray(AlphaPlanes.read(alphas.grey(Math.min(position, alphas.positions() - 1)), progress));
  }

  /** @param alphas null for none */
  static List<StoredImage> stored(
      ImagePlusPlanes planes, IntFunction<float[]> alphas, boolean deepAlpha, Progress progress) throws IOException {
    IntFunction<NormalizedImage> normalized = planes.normalized(Normalization.TYPE_RANGE, progress);
    List<StoredImage> images = new ArrayList<>();
    for (int position = 0; position < planes.positions(); position++) {
      float[] alpha = alphas == null ? null : alphas.apply(position);
      if (alpha != null && transparent(alpha)) throw new IOException("is transparent everywhere");
      images.add(planes.isRgb() && !deepAlpha
          ? StoredImage.of(planes.packed(position), planes.width(), planes.height(), alpha)
          : StoredImage.of(normalized.apply(position).rgb(), alpha, deepAlpha || planes.bitDepth() > 8));
    }
    return images;
  }

  private static boolean transparent(float[] alpha) {
    for (float value : alpha) if (StoredImage.word(value) != 0) return false;
    return true;
  }
}
