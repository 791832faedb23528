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

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Small folders of images for tests: soft discs as foregrounds, coloured noise as backgrounds. */
public final class TestImages {

  private TestImages() {}

  public static Path foregrounds(Path parent) throws IOException {
    Path folder = Files.createDirectories(parent.resolve("foregrounds"));
    for (int n = 0; n < 3; n++) {
      BufferedImage image = new BufferedImage(120, 100, BufferedImage.TYPE_INT_ARGB);
      for (int y = 0; y < 100; y++)
        for (int x = 0; x < 120; x++) {
          double distance = Math.hypot(x - 60, y - 50);
          int alpha = (int) Math.max(0, Math.min(255, (30 - distance) / (4 + 4 * n) * 255 + 127));
          image.setRGB(x, y, alpha << 24 | 0xc08040 + n * 0x101010 + x);
        }
      ImageIO.write(image, "png", folder.resolve("disc" + n + ".png").toFile());
    }
    return folder;
  }

  public static Path backgrounds(Path parent) throws IOException {
    Path folder = Files.createDirectories(parent.resolve("backgrounds"));
    for (int n = 0; n < 2; n++) {
      SplittableRandom random = new SplittableRandom(n);
      BufferedImage image = new BufferedImage(140, 110, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < 110; y++)
        for (int x = 0; x < 140; x++)
          image.setRGB(x, y, (x + random.nextInt(40)) << 16 | (y + random.nextInt(40)) << 8 | random.nextInt(256));
      ImageIO.write(image, "png", folder.resolve("noise" + n + ".png").toFile());
    }
    return folder;
  }
}
