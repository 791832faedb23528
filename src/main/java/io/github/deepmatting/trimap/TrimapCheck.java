package io.github.deepmatting.trimap;

import java.util.ArrayList;
import java.util.List;

/** Whether a trimap fits its image, and whether a good matte can be expected of it. */
public final class TrimapCheck {

  private TrimapCheck() {}

  /**
   * Checks that a trimap has its image's size.
   *
   * @param trimapName for the message, e.g. the file name
   * @param imageName for the message
   * @throws IllegalArgumentException if not; the message tells both sizes
   */
  public static void requireSize(Trimap trimap, String trimapName, long width, long height, String imageName) {
    requireSize(trimap.width(), trimap.height(), trimapName, width, height, imageName);
  }

  /** As above, for a trimap of which only the size is known yet. */
  public static void requireSize(
      long trimapWidth, long trimapHeight, String trimapName, long width, long height, String imageName) {
    if (trimapWidth != width || trimapHeight != height)
      throw new IllegalArgumentException("The trimap " + trimapName + " has " + trimapWidth + "x" + trimapHeight
          + " pixels but the image " + imageName + " has " + width + "x" + height
          + "; both must have the same size: a trimap is drawn pixel by pixel over its image");
  }

  /**
   * What makes a matte trivial or doubtful, though one is still possible: no unknown, no foreground or no background
   * pixel. One sentence each, or a single one if nothing is unknown; empty if all three are there.
   *
   * @param name of the trimap, for the sentences
   */
  public static List<String> warnings(Trimap trimap, String name) {
    long unknown = trimap.count(Trimap.UNKNOWN);
    long foreground = trimap.count(Trimap.FOREGROUND);
    long background = trimap.count(Trimap.BACKGROUND);
    if (unknown == 0) {
      String uniform = foreground == 0 ? ", and no foreground pixel (255)"
          : background == 0 ? ", and no background pixel (0)" : "";
      // Nothing has to be guessed, so that is all.
      return List.of("The trimap " + name + " has no unknown pixel (128)" + uniform + ", so the matte is the trimap"
          + " itself; mark the rim of the object as unknown");
    }
    List<String> warnings = new ArrayList<>();
    if (foreground == 0)
      warnings.add("The trimap " + name + " has no foreground pixel (255), so what the object looks like has to be"
          + " guessed; mark some of it, or expect a poor matte");
    if (background == 0)
      warnings.add("The trimap " + name + " has no background pixel (0), so what the background looks like has to be"
          + " guessed; mark some of it, or expect a poor matte");
    return warnings;
  }
}
