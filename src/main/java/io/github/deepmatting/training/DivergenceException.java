package io.github.deepmatting.training;

/** The loss of a training became no number or far larger than it was. */
public final class DivergenceException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DivergenceException(String message) {
    super(message);
  }
}
