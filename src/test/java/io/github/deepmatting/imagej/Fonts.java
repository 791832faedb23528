package io.github.deepmatting.imagej;

import java.awt.Font;
import java.awt.image.BufferedImage;

/** Whether text can be drawn: a Java on a bare system has no fonts. */
public final class Fonts {

  private Fonts() {}

  public static boolean areThere() {
    try {
      BufferedImage image = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY);
      return image.createGraphics().getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 9)).stringWidth("a") > 0;
    } catch (RuntimeException | LinkageError | InternalError e) {
      return false;
    }
  }
}
