package io.github.deepmatting.matting;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * An alpha matte and what it took.
 *
 * @param alpha axes x, y; in [0,1]; exactly 0 and 1 in the known background and foreground
 * @param unknownPixels how many pixels were unknown
 * @param tiles how many tiles went through the network
 * @param networkPixels how many pixels these had, halo included
 */
public record AlphaMatte(
    ArrayImg<FloatType, FloatArray> alpha, long unknownPixels, int tiles, long networkPixels) {}
