package io.github.deepmatting.training;

import io.github.deepmatting.training.pixels.ByteImage;

/**
 * An image with its alpha that is in memory already, such as one open in Fiji.
 *
 * @param name for messages
 * @param image 4 channels, alpha not premultiplied
 */
public record ForegroundImage(String name, ByteImage image) {

  public ForegroundImage {
    if (image.channels() != 4)
      throw new IllegalArgumentException("The foreground " + name + " has no alpha");
    boolean visible = false;
    for (int y = 0; y < image.height() && !visible; y++)
      for (int x = 0; x < image.width(); x++) visible |= image.get(x, y, 3) > 0;
    if (!visible) throw new IllegalArgumentException("The alpha of " + name + " is 0 everywhere");
  }
}
