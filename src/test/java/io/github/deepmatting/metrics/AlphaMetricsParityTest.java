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
