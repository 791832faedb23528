package io.github.deepmatting.matting;

import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;

/**
 * What an image and its trimap give.
 *
 * @param <T> the image's pixel type
 * @param alpha the alpha matte
 * @param foreground the foreground's colours, of the image's type, axes and units; empty if not asked for
 */
public record Matte<T>(AlphaMatte alpha, Optional<RandomAccessibleInterval<T>> foreground) {}
