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
package io.github.deepmatting.imagej.batch;

import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.files.NamedImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An image file and its trimap's.
 *
 * @param name base name of the image, with which the names of its results begin
 * @param image the image
 * @param trimap its trimap
 */
public record MattePair(String name, Path image, Path trimap) {

  /**
   * Pairs images with trimaps by base name: {@code NAME.png} with {@code NAME.tif} or {@code NAME-trimap.png}. Images and
   * trimaps may lie in one folder.
   *
   * @param inputs image files, and folders of them
   * @param trimaps a folder of trimaps, or one trimap for all images
   * @param failures receives inputs that do not exist, and images without a trimap
   * @return one for each image, in the order given, no image twice
   * @throws IOException if there are no trimaps at all
   */
  public static List<MattePair> find(List<Path> inputs, Path trimaps, InputFailures failures) throws IOException {
    NamedImages partners = NamedImages.at(trimaps);
    Set<Path> images = new LinkedHashSet<>();
    for (Path input : inputs)
      failures.attempt(input, () -> {
        for (Path image : NamedImages.at(input).originals()) images.add(image.normalize());
      });
    List<MattePair> pairs = new ArrayList<>();
    for (Path image : images)
      failures.attempt(image, () -> {
        String name = NamedImages.baseName(image);
        pairs.add(new MattePair(name, image, partners.find(name, "trimap", image)));
      });
    return pairs;
  }
}
