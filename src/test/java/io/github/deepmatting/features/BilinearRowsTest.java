package io.github.deepmatting.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilinearRowsTest {

  /** A map whose cells hold a linear function of the position of their centre. */
  private record Ramp(int reduction, int columns, int rows) implements ReducedMap {
    float at(double x, double y) {
      double centreX = Math.min(Math.max(x, (reduction - 1) / 2.0), (columns - 0.5) * reduction - 0.5);
      double centreY = Math.min(Math.max(y, (reduction - 1) / 2.0), (rows - 0.5) * reduction - 0.5);
      return (float) (3 * centreX - 5 * centreY);
    }

    @Override
    public void read(int channel, int column, int row, int count, float[] out) {
      for (int i = 0; i < count; i++)
        out[i] = channel + at((column + i + 0.5) * reduction - 0.5, (row + 0.5) * reduction - 0.5);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,9,7", "2,9,7", "4,5,3", "2,1,1", "4,1,6", "3,7,1"})
  void linearFunctionsComeBackExactlyAndGoOnFlatBeyondTheOutermostCentres(int reduction, int columns, int rows) {
    Ramp ramp = new Ramp(reduction, columns, rows);
    int width = reduction * columns;
    for (int x = 0; x < width; x += 2) {
      int count = Math.min(5, width - x);
      BilinearRows reader = new BilinearRows(ramp, 2, x, count);
      float[] out = new float[count];
      // Down, then up, in steps that keep none, one or both of the rows of cells.
      for (int k = 0; k < 2 * reduction * rows; k++) {
        int y = k < reduction * rows ? k : 2 * reduction * rows - 1 - k;
        reader.read(1, y, out);
        for (int i = 0; i < count; i++) assertEquals(1 + ramp.at(x + i, y), out[i], 1e-3, (x + i) + ", " + y);
      }
    }
  }
}
