/**
 * Images as ImgLib2 {@link net.imglib2.RandomAccessibleInterval}s: planes of them, any number of channels of
 * any bit depth as red, green and blue in [0,1] and back, and an exact Euclidean distance transform. The root of the
 * project's packages: may use ImgLib2 and {@code progress} alone.
 *
 * <p>Axes are x, y, channel throughout; an image of two axes has one channel. Ranges of intensities are measured once
 * over a whole image ({@link io.github.deepmatting.image.IntensityRanges}), so that all tiles of it agree; a
 * {@link io.github.deepmatting.image.NormalizedImage} then is a view that copies nothing.
 */
package io.github.deepmatting.image;
