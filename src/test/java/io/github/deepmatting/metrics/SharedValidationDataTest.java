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
package io.github.deepmatting.metrics;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reproduces the errors of the closed-form mattes that lie beside the validation images; they were computed by others
 * with numpy and scipy. Skipped where the validation images are not.
 */
class SharedValidationDataTest {

  private static Path validation() {
    String folder = System.getProperty("deepmatting.shared", System.getenv("DEEPMATTING_SHARED"));
    return Path.of(folder == null ? "../shared" : folder, "data", "validation");
  }

  @TestFactory
  Stream<DynamicTest> reproducesThePublishedErrorsOfClosedFormMattes() throws IOException {
    Path table = validation().resolve("closed_form.tsv");
    Assumptions.assumeTrue(Files.exists(table), "no validation images");
    return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t"))
        .filter(row -> !row[1].equals("mean"))
        .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1], () -> check(row)));
  }

  private static void check(String[] row) throws IOException {
    AlphaErrors errors = AlphaMetrics.measure(
        alpha(row, "closed_form"), alpha(row, "alpha"), trimap(row), Progress.NONE);
    // Half a unit of the last printed digit comes on top of the tolerance.
    double sad = Double.parseDouble(row[2]);
    double mse = Double.parseDouble(row[3]);
    double grad = Double.parseDouble(row[4]);
    double conn = Double.parseDouble(row[5]);
    assertAll(
        () -> assertEquals(sad, errors.sad(), 1e-4 * sad + 0.5e-4),
        () -> assertEquals(mse, errors.mse(), 1e-4 * mse + 0.5e-5),
        () -> assertEquals(grad, errors.grad(), 1e-2 * grad),
        () -> assertEquals(conn, errors.conn(), 1e-2 * conn));
  }

  private static Raster read(String[] row, String folder) throws IOException {
    return ImageIO.read(validation().resolve(row[0]).resolve(folder).resolve(row[1] + ".png").toFile()).getRaster();
  }

  private static RandomAccessibleInterval<FloatType> alpha(String[] row, String folder) throws IOException {
    Raster raster = read(row, folder);
    float[] values = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (float[]) null);
    for (int i = 0; i < values.length; i++) values[i] /= 255;
    return ArrayImgs.floats(values, raster.getWidth(), raster.getHeight());
  }

  private static Trimap trimap(String[] row) throws IOException {
    Raster raster = read(row, "trimap");
    int[] values = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < values.length; i++) pixels[i] = (byte) values[i];
    return new Trimap(raster.getWidth(), raster.getHeight(), pixels);
  }
}
