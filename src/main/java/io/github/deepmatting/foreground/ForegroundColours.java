package io.github.deepmatting.foreground;

import net.imglib2.RandomAccessibleInterval;

/**
 * Estimated colours, of the same type, axes and units as the image they come from.
 *
 * @param foreground axes (x, y, channel), or (x, y) if the image has no channel axis
 * @param background as {@code foreground}
 * @param <T> type of the pixels
 */
public record ForegroundColours<T>(RandomAccessibleInterval<T> foreground, RandomAccessibleInterval<T> background) {}
