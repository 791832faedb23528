package io.github.deepmatting.matting;

/**
 * A slice of a stack that gave no matte.
 *
 * @param slice which, counted from 0
 * @param cause why
 */
public record SliceFailure(int slice, Exception cause) {

  /** For people, who count slices from 1. */
  public String message() {
    return "slice " + (slice + 1) + ": " + (cause.getMessage() == null ? cause.toString() : cause.getMessage());
  }
}
