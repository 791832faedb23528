package io.github.deepmatting.trimap;

/**
 * A trimap that was read from an image.
 *
 * @param trimap the trimap
 * @param report what was found, for a warning
 */
public record TrimapReading(Trimap trimap, TrimapReport report) {}
