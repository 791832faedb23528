package io.github.deepmatting.imagej;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

/**
 * Pixels of a type that is known only when the program runs. A method {@code <T extends RealType<T> & NativeType<T>> R
 * m(PixelPlanes<T> planes)} takes a {@code PixelPlanes<?>}, and so gives the type a name without a cast.
 *
 * @param pixels a view that shares memory with the image it comes from
 * @param <T> unsigned byte, unsigned short or float
 */
public record PixelPlanes<T extends RealType<T> & NativeType<T>>(RandomAccessibleInterval<T> pixels) {}
