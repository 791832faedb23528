package io.github.deepmatting.metrics;

import java.util.Collection;

/**
 * The four errors of an alpha matte as papers print them; the smaller, the better.
 *
 * @param sad sum of absolute differences, in thousands
 * @param mse mean squared error
 * @param grad gradient error, in thousands
 * @param conn connectivity error, in thousands
 */
public record AlphaErrors(double sad, double mse, double grad, double conn) {

  /**
   * The mean of each error, every image counting alike, as benchmarks take it.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static AlphaErrors mean(Collection<AlphaErrors> errors) {
    if (errors.isEmpty()) throw new IllegalArgumentException("There are no errors to take the mean of");
    double sad = 0;
    double mse = 0;
    double grad = 0;
    double conn = 0;
    for (AlphaErrors error : errors) {
      sad += error.sad;
      mse += error.mse;
      grad += error.grad;
      conn += error.conn;
    }
    int count = errors.size();
    return new AlphaErrors(sad / count, mse / count, grad / count, conn / count);
  }
}
