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
package io.github.deepmatting.closedform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against the closed-form mattes that PyMatting 1.1 made of the validation images (8 bit), and against the true alphas.
 * Skipped where the validation images are not.
 */
class ClosedFormValidationTest {

  private static Path folder() {
    String shared = System.getProperty("deepmatting.shared", System.getenv("DEEPMATTING_SHARED"));
    return Path.of(shared == null ? "../shared" : shared, "data", "validation");
  }

  private static Raster raster(String set, String kind, String name) throws IOException {
    Path file = folder().resolve(set).resolve(kind).resolve(name + ".png");
    Assumptions.assumeTrue(Files.exists(file), "no validation images");
    return ImageIO.read(file.toFile()).getRaster();
  }

  private static double difference(Img<FloatType> alpha, Raster other, Trimap trimap) {
    double sum = 0;
    long count = 0;
    var access = alpha.randomAccess();
    for (int y = 0; y < trimap.height(); y++)
      for (int x = 0; x < trimap.width(); x++) {
        if (!trimap.isUnknown(x, y)) continue;
        access.setPosition(x, 0);
        access.setPosition(y, 1);
        sum += Math.abs(access.get().get() - other.getSample(x, y, 0) / 255.0);
        count++;
      }
    return sum / count;
  }

  @ParameterizedTest
  @CsvSource({"alphamatting,GT12", "alphamatting,GT14", "alphamatting,GT20", "dim_crops320,crop_b5"})
  void agreesWithPyMatting(String set, String name) throws IOException {
    Raster pixels = raster(set, "image", name);
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    float[] colours = new float[3 * width * height];
    for (int c = 0; c < 3; c++) {
      int[] samples = pixels.getSamples(0, 0, width, height, c, (int[]) null);
      for (int i = 0; i < samples.length; i++) colours[c * samples.length + i] = samples[i] / 255f;
    }
    int[] values = raster(set, "trimap", name).getSamples(0, 0, width, height, 0, (int[]) null);
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
    Trimap trimap = new Trimap(width, height, bytes);
    Img<FloatType> image = ArrayImgs.floats(colours, width, height, 3);
    double full = difference(ClosedFormAlpha.matte(image, trimap, Progress.NONE), raster(set, "closed_form", name), trimap);
    assertTrue(full < 0.005, "full resolution differs by " + full);
    Raster truth = raster(set, "alpha", name);
    double reference = difference(ClosedFormAlpha.matte(image, trimap, Progress.NONE), truth, trimap);
    double reduced = difference(ClosedFormAlpha.of(image, trimap, Progress.NONE).image(), truth, trimap);
    assertTrue(reduced < 1.2 * reference, "half resolution is wrong by " + reduced + ", full by " + reference);
  }
}
