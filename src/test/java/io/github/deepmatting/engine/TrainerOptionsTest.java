package io.github.deepmatting.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerOptionsTest {

  private static TrainerOptions options(double[] v) {
    return new TrainerOptions(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], (int) v[9]);
  }

  private static double[] least() {
    return new double[] {0, 0, 0, 0, 0, 1e-30, 0, 0, 0, 0};
  }

  @Test
  void theLeastValuesAreAllowed() {
    options(least());
  }

  @ParameterizedTest
  @CsvSource({
    "0, -0.1, alphaLoss", "1, NaN, compositionalLoss", "2, Infinity, laplacianLoss", "3, 1, beta1", "4, -0.1, beta2",
    "5, 0, epsilon", "6, -1, clipNorm", "7, NaN, weightDecay", "8, 1, averageDecay", "9, -1, threads"
  })
  void valuesThatCannotBeAreRefusedByName(int parameter, double value, String name) {
    double[] values = least();
    values[parameter] = value;
    String message = assertThrows(IllegalArgumentException.class, () -> options(values)).getMessage();
    assertTrue(message.startsWith(name + " is "), message);
  }
}
