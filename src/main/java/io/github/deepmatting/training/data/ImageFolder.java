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

import io.github.deepmatting.files.FolderFiles;
import io.github.deepmatting.files.Problems;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.pixels.StoredImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads all images of a folder into memory. Every problem of a folder is told at once, with the files' names. */
final class ImageFolder {

  /** A decoded image and the name of its file. */
  record Entry(String name, StoredImage image) {}

  private ImageFolder() {}

  /**
   * @param withAlpha whether images must have an alpha channel; if not, alpha is dropped
   * @return the images in the order of their names
   * @throws IOException if the folder is no folder, has no image, or files can't be used: all of them are named
   */
  static List<Entry> read(Path folder, boolean withAlpha, Progress progress) throws IOException {
    List<Path> files = FolderFiles.of(folder);
    progress.begin("Reading " + folder.getFileName(), files.size());
    List<Entry> entries = new ArrayList<>();
    Problems problems = new Problems();
    for (Path file : files) {
      progress.checkCancelled();
      String name = file.getFileName().toString();
      StoredImage image = problems.attempt(name, () -> decode(file, withAlpha));
      if (image != null) entries.add(new Entry(name, image));
      progress.advance(1);
    }
    problems.throwIfAny(introduction(problems, files.size(), folder));
    return entries;
  }

  /**
   * Reads images and their alphas from two folders, whose files belong together by base name.
   *
   * @return images with alpha in the order of their names
   * @throws IOException as above, and naming all without a partner or of another size
   */
  static List<Entry> read(Path images, Path alphas, Progress progress) throws IOException {
    Map<String, Path> imageFiles = FolderFiles.byName(images);
    Map<String, Path> alphaFiles = FolderFiles.byName(alphas);
    TreeSet<String> names = new TreeSet<>(imageFiles.keySet());
    names.addAll(alphaFiles.keySet());
    progress.begin("Reading " + images.getFileName() + " and " + alphas.getFileName(), names.size());
    List<Entry> entries = new ArrayList<>();
    Problems problems = new Problems();
    for (String name : names) {
      progress.checkCancelled();
      Path image = imageFiles.get(name);
      Path alpha = alphaFiles.get(name);
      if (alpha == null) problems.add(image.getFileName() + ": has no alpha of this name in " + alphas);
      else if (image == null) problems.add(alpha.getFileName() + ": there is no image of this name in " + images);
      else {
        StoredImage both = problems.attempt(image.getFileName().toString(), () -> decode(image, alpha));
        if (both != null) entries.add(new Entry(image.getFileName().toString(), both));
      }
      progress.advance(1);
    }
    problems.throwIfAny(introduction(problems, names.size(), images));
    return entries;
  }

  private static String introduction(Problems problems, int files, Path folder) {
    return problems.count() + " of " + files + " images in " + folder + " can't be used; repair or remove them:";
  }

  static StoredImage decode(Path file, boolean withAlpha) throws IOException {
    Pixels pixels = Pixels.read(file);
    if (withAlpha && !pixels.hasAlpha()) throw new IOException("has no alpha channel; a foreground must be RGBA");
    return of(pixels, null, false, withAlpha);
  }

  private static StoredImage decode(Path file, Path alphaFile) throws IOException {
    Pixels pixels = Pixels.read(file);
    Pixels alpha = Pixels.read(alphaFile);
    if (alpha.width() != pixels.width() || alpha.height() != pixels.height())
      throw new IOException("has " + pixels.width() + "x" + pixels.height() + " pixels but its alpha "
          + alpha.width() + "x" + alpha.height());
    return of(pixels, alpha.grey(), alpha.isDeep(), true);
  }

  /** @param alpha in [0,1]; null for the image's own */
  private static StoredImage of(Pixels pixels, float[] alpha, boolean alphaIsDeep, boolean withAlpha)
      throws IOException {
    if (pixels.isDeep() || alphaIsDeep) return deep(pixels, alpha, withAlpha);
    int width = pixels.width();
    int height = pixels.height();
    byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), withAlpha ? 4 : 3)];
    int[] row = new int[width];
    boolean visible = false;
    for (int y = 0, i = 0; y < height; y++) {
      pixels.argb(y, row);
      for (int x = 0; x < width; x++) {
        samples[i++] = (byte) (row[x] >> 16);
        samples[i++] = (byte) (row[x] >> 8);
        samples[i++] = (byte) row[x];
        int opacity = alpha == null ? row[x] >>> 24 : Math.round(255 * alpha[y * width + x]);
        if (withAlpha) samples[i++] = (byte) opacity;
        visible |= opacity > 0;
      }
    }
    return visible(visible, new StoredImage(width, height, withAlpha ? 4 : 3, samples));
  }

  /** The same for what has more than 8 bits, which are kept. */
  private static StoredImage deep(Pixels pixels, float[] alpha, boolean withAlpha) throws IOException {
    int width = pixels.width();
    int height = pixels.height();
    int channels = withAlpha ? 4 : 3;
    short[] samples = new short[Math.multiplyExact(Math.multiplyExact(width, height), channels)];
    float[] row = new float[4 * width];
    boolean visible = false;
    for (int y = 0, i = 0; y < height; y++) {
      pixels.rgba(y, row);
      for (int x = 0; x < width; x++) {
        if (alpha != null) row[4 * x + 3] = alpha[y * width + x];
        for (int c = 0; c < channels; c++) samples[i++] = StoredImage.word(row[4 * x + c]);
        visible |= StoredImage.word(row[4 * x + 3]) != 0;
      }
    }
    return visible(visible, new StoredImage(width, height, channels, samples));
  }

  private static StoredImage visible(boolean visible, StoredImage image) throws IOException {
    if (!visible) throw new IOException("is transparent everywhere");
    return image;
  }
}
