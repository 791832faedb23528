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
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares with an independent program in numpy and scipy: src/test/python/metrics_fixture.py. */
class AlphaMetricsParityTest {

  @TestFactory
  Stream<DynamicTest> agreesWithNumpyAndScipy() throws IOException {
    try (InputStream table = AlphaMetricsParityTest.class.getResourceAsStream("expected.tsv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split("\t"))
          .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row)));
    }
  }

  private static void check(String[] row) throws IOException {
    try (DataInputStream in =
        new DataInputStream(AlphaMetricsParityTest.class.getResourceAsStream(row[0] + ".bin"))) {
      int width = in.readInt();
      int height = in.readInt();
      AlphaErrors errors = AlphaMetrics.measure(
          alpha(in, width, height), alpha(in, width, height),
          new Trimap(width, height, in.readNBytes(width * height)), Progress.NONE);
      assertAll(
          () -> assertClose(row[1], errors.sad()),
          () -> assertClose(row[2], errors.mse()),
          () -> assertClose(row[3], errors.grad()),
          () -> assertClose(row[4], errors.conn()));
    }
  }

  private static void assertClose(String expected, double actual) {
    double value = Double.parseDouble(expected);
    assertEquals(value, actual, 1e-6 * value);
  }

  private static RandomAccessibleInterval<FloatType> alpha(DataInputStream in, int width, int height)
      throws IOException {
    byte[] bytes = in.readNBytes(width * height);
    float[] values = new float[bytes.length];
    for (int i = 0; i < values.length; i++) values[i] = (bytes[i] & 0xff) / 255f;
    return ArrayImgs.floats(values, width, height);
  }
}
