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
import io.github.deepmatting.training.data.Foregrounds;
import io.github.deepmatting.training.data.Photographs;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes samples to look at: image, trimap, alpha side by side. Arguments: foregrounds backgrounds file seed size. */
final class ContactSheet {

  private static final int COLUMNS = 4;
  private static final int ROWS = 5;

  private ContactSheet() {}

  public static void main(String[] arguments) throws IOException {
    SampleSource source = new SampleComposer(Foregrounds.read(Path.of(arguments[0]), Progress.NONE),
        Photographs.read(Path.of(arguments[1]), Progress.NONE), TrainingRecipes.named("compact").samples());
    long seed = Long.parseLong(arguments[3]);
    int size = Integer.parseInt(arguments[4]);
    BufferedImage sheet =
        new BufferedImage(COLUMNS * (3 * size + 6), ROWS * (size + 3), BufferedImage.TYPE_INT_RGB);
    for (int n = 0; n < COLUMNS * ROWS; n++)
      draw(source.sample(seed + n, size), sheet, n % COLUMNS * (3 * size + 6), n / COLUMNS * (size + 3));
    ImageIO.write(sheet, "png", Path.of(arguments[2]).toFile());
  }

  private static void draw(TrainingSample sample, BufferedImage sheet, int left, int top) {
    int size = sample.size();
    int plane = size * size;
    for (int i = 0; i < plane; i++) {
      int x = left + i % size;
      int y = top + i / size;
      int rgb = 0;
      for (int c = 0; c < 3; c++) rgb = rgb << 8 | Math.round(255 * sample.rgb()[c * plane + i]);
      sheet.setRGB(x, y, rgb);
      sheet.setRGB(x + size, y, 0x10101 * sample.trimap().get(i % size, i / size));
      sheet.setRGB(x + 2 * size, y, 0x10101 * Math.round(255 * sample.alpha()[i]));
    }
  }
}
