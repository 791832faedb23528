package io.github.deepmatting.training;

import io.github.deepmatting.training.pixels.Layer;

/**
 * What a sample is composed of, before a camera spoils it.
 *
 * @param alpha size x size values in [0,1]
 * @param foreground planar, straight
 * @param background planar
 */
record Composite(int size, float[] alpha, float[] foreground, float[] background) {

  static Composite of(Layer layer, float[] background) {
    float[] alpha = layer.alpha();
    for (int i = 0; i < alpha.length; i++) alpha[i] = Math.max(0, Math.min(1, alpha[i]));
    return new Composite(layer.size(), alpha, layer.straightColour(), background);
  }

  /** The image: I = alpha F + (1 - alpha) B (Xu et al. 2017, equation 1), planar. */
  float[] image() {
    int plane = size * size;
    float[] image = new float[3 * plane];
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < plane; i++) {
        int j = c * plane + i;
        image[j] = alpha[i] * foreground[j] + (1 - alpha[i]) * background[j];
      }
    return image;
  }
}
