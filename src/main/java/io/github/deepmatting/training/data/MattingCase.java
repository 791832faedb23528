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
import io.github.deepmatting.io.ImageFile;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.pixels.StoredImage;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapEncoding;
import io.github.deepmatting.trimap.TrimapReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A photographed image with its trimap and its true alpha.
 *
 * @param name base name of its files
 * @param image 3 channels
 * @param trimap as large as the image
 * @param alpha true alpha in [0,1], row by row
 */
public record MattingCase(String name, StoredImage image, Trimap trimap, float[] alpha) {

  /**
   * Reads a folder with the folders {@code image}, {@code trimap} and {@code alpha}, whose files belong together by base
   * name; each slice and frame of an image is a case. Trimaps and alphas without an image are passed over.
   *
   * @throws IOException naming every file that is missing or can't be used
   */
  public static List<MattingCase> read(Path folder, Progress progress) throws IOException {
    Map<String, Path> images = NamedImages.at(folder.resolve("image")).byName();
    Map<String, Path> trimaps = NamedImages.at(folder.resolve("trimap")).byName();
    Map<String, Path> alphas = NamedImages.at(folder.resolve("alpha")).byName();
    progress.begin("Reading " + folder.getFileName(), images.size());
    List<MattingCase> cases = new ArrayList<>();
    InputFailures failures = new InputFailures();
    images.forEach((name, image) -> {
      progress.checkCancelled();
      failures.attempt(image, () -> cases.addAll(read(name, image, trimaps.get(name), alphas.get(name), progress)));
      progress.advance(1);
    });
    failures.throwIfAny(folder, images.size());
    return cases;
  }

  private static List<MattingCase> read(String name, Path image, Path trimap, Path alpha, Progress progress)
      throws IOException {
    if (trimap == null || alpha == null)
      throw new IOException("has no " + (trimap == null ? "trimap" : "alpha") + " of this name");
    ImagePlusPlanes pixels = ImageFile.read(image, progress).planes();
    ImagePlusPlanes trimaps = ImageFolder.partner(pixels, trimap, "trimap", progress);
    ImagePlusPlanes alphas = ImageFolder.partner(pixels, alpha, "alpha", progress);
    TrimapEncoding encoding = TrimapReader.encoding(trimaps.all().pixels(), progress);
    List<StoredImage> stored = ImageFolder.stored(pixels, null, false, progress);
    List<MattingCase> cases = new ArrayList<>();
    for (int position = 0; position < stored.size(); position++) {
      Trimap regions = TrimapReader.read(trimaps.at(Math.min(position, trimaps.positions() - 1)).pixels(), encoding,
          progress).trimap();
      if (regions.count(Trimap.UNKNOWN) == 0) throw new IOException("its trimap has no unknown pixel");
      cases.add(new MattingCase(stored.size() == 1 ? name : name + " (slice " + (position + 1) + ")", stored.get(position),
          regions, ImageFolder.alpha(alphas, position, progress)));
    }
    return cases;
  }

  /** Red, green and blue in [0,1], planar. */
  public float[] rgb() {
    int width = image.width();
    int plane = width * image.height();
    float[] rgb = new float[3 * plane];
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < plane; i++) rgb[c * plane + i] = image.get(i % width, i / width, c) / 255f;
    return rgb;
  }
}
