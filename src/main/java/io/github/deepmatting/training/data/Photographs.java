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
import io.github.deepmatting.training.pixels.StoredImage;
import io.github.deepmatting.training.pixels.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Photographs without alpha, cut into windows: backgrounds, and textures of drawn objects. */
public final class Photographs {

  private final List<StoredImage> images;

  private Photographs(List<StoredImage> images) {
    this.images = images;
  }

  /**
   * Reads a folder of images.
   *
   * @throws IOException naming every file that can't be used
   */
  public static Photographs read(Path folder, Progress progress) throws IOException {
    return new Photographs(
        ImageFolder.read(folder, false, progress).stream().map(ImageFolder.Entry::image).toList());
  }

  /** Some of these images: true for the places of those to take, among {@link #count}. */
  public Photographs only(IntPredicate which) {
    return new Photographs(IntStream.range(0, images.size()).filter(which).mapToObj(images::get).toList());
  }

  /** True if any has more than 8 bits. */
  public boolean areDeep() {
    return images.stream().anyMatch(StoredImage::isDeep);
  }

  /** The number of images. */
  public int count() {
    return images.size();
  }

  /** The number of images that are narrower or lower than a size in pixels and are mirrored to fill a crop. */
  public long smallerThan(int size) {
    return images.stream().filter(image -> Math.min(image.width(), image.height()) < size).count();
  }

  /** The index of a photograph, drawn at random. */
  public int choose(RandomGenerator random) {
    return random.nextInt(images.size());
  }

  /**
   * A window of a photograph.
   *
   * @param index which one, from {@link #choose}
   * @param size columns and rows
   * @return planar red, green, blue in [0,1]
   */
  public float[] draw(RandomGenerator random, int index, int size) {
    StoredImage image = images.get(index);
    double whole = (double) Math.min(image.width(), image.height()) / size;
    double scale = Chance.logUniform(random, 0.5, Math.max(0.7, Math.min(4, whole)));
    double angle = Chance.of(random, 0.75) ? 0 : Chance.uniform(random, 0, 2 * Math.PI);
    return Window.anywhere(random, image, size, scale, angle).of(image, size, Window.Beyond.MIRRORED).colour();
  }
}
