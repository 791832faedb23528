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
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;

/**
 * A photographed image with its trimap and its true alpha.
 *
 * @param name base name of its files
 * @param image 3 channels
 * @param trimap as large as the image
 * @param alpha true alpha in [0,1], row by row
 */
public record MattingCase(String name, StoredImage image, Trimap trimap, float[] alpha) {

  static final String IMAGES = "image";
  static final String TRIMAPS = "trimap";
  static final String ALPHAS = "alpha";

  /**
   * Reads a folder with the folders {@code image}, {@code trimap} and {@code alpha}, whose files belong together by base
   * name. Trimaps and alphas without an image are passed over.
   *
   * @throws IOException naming every file that is missing or can't be used
   */
  public static List<MattingCase> read(Path folder, Progress progress) throws IOException {
    Map<String, Path> images = FolderFiles.byName(folder.resolve(IMAGES));
    Map<String, Path> trimaps = FolderFiles.byName(folder.resolve(TRIMAPS));
    Map<String, Path> alphas = FolderFiles.byName(folder.resolve(ALPHAS));
    progress.begin("Reading " + folder.getFileName(), images.size());
    List<MattingCase> cases = new ArrayList<>();
    Problems problems = new Problems();
    for (Map.Entry<String, Path> entry : images.entrySet()) {
      progress.checkCancelled();
      String name = entry.getKey();
      MattingCase one = problems.attempt(entry.getValue().getFileName().toString(),
          () -> read(name, entry.getValue(), trimaps.get(name), alphas.get(name), progress));
      if (one != null) cases.add(one);
      progress.advance(1);
    }
    problems.throwIfAny(
        problems.count() + " of " + images.size() + " images in " + folder + " can't be used; repair or remove them:");
    return cases;
  }

  private static MattingCase read(String name, Path image, Path trimap, Path alpha, Progress progress)
      throws IOException {
    if (trimap == null || alpha == null)
      throw new IOException("has no " + (trimap == null ? TRIMAPS : ALPHAS) + " of this name");
    StoredImage pixels = ImageFolder.decode(image, false);
    int width = pixels.width();
    int height = pixels.height();
    float[] trimapValues = sized(trimap, TRIMAPS, width, height);
    for (int i = 0; i < trimapValues.length; i++) trimapValues[i] = Math.round(255 * trimapValues[i]);
    Trimap regions = TrimapReader.read(ArrayImgs.floats(trimapValues, width, height), progress).trimap();
    if (regions.count(Trimap.UNKNOWN) == 0) throw new IOException("its trimap has no unknown pixel");
    return new MattingCase(name, pixels, regions, sized(alpha, ALPHAS, width, height));
  }

  private static float[] sized(Path file, String kind, int width, int height) throws IOException {
    Pixels pixels;
    try {
      pixels = Pixels.read(file);
    } catch (IOException e) {
      throw new IOException("its " + kind + " is " + e.getMessage(), e);
    }
    if (pixels.width() != width || pixels.height() != height)
      throw new IOException("has " + width + "x" + height + " pixels but its " + kind + " " + pixels.width() + "x"
          + pixels.height());
    return pixels.grey();
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
