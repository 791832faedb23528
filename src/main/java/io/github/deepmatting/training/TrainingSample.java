package io.github.deepmatting.training;

import io.github.deepmatting.trimap.Trimap;

/**
 * One training sample: a composite, its trimap, and what it was composed of. Colours are planar (red plane, green
 * plane, blue plane), every plane row by row, values in [0,1].
 *
 * @param size columns and rows
 * @param rgb the composite as a camera gives it, with noise and compression, 3 x size x size values
 * @param trimap of the same size
 * @param alpha true alpha, size x size values
 * @param foreground true foreground colour everywhere, straight, 3 x size x size values
 * @param background true background colour, 3 x size x size values
 */
public record TrainingSample(
    int size, float[] rgb, Trimap trimap, float[] alpha, float[] foreground, float[] background) {

  public TrainingSample {
    int plane = size * size;
    if (alpha.length != plane || rgb.length != 3 * plane || foreground.length != 3 * plane
        || background.length != 3 * plane || trimap.width() != size || trimap.height() != size)
      throw new IllegalArgumentException("A sample of " + size + "x" + size + " pixels has arrays of " + rgb.length
          + ", " + alpha.length + ", " + foreground.length + ", " + background.length + " values and a trimap of "
          + trimap.width() + "x" + trimap.height());
  }
}
