package io.github.deepmatting.engine;

/**
 * The network runtime can't be brought in: no engine folder, an incomplete one, no native library for this platform, or
 * one that does not load. The message says what was looked for, what was found, and what to do.
 */
public class EngineUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EngineUnavailableException(String message) {
    super(message);
  }

  public EngineUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
