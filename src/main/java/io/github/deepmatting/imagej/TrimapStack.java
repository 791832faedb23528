package io.github.deepmatting.imagej;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapCheck;
import io.github.deepmatting.trimap.TrimapEncoding;
import io.github.deepmatting.trimap.TrimapReader;

/**
 * The trimaps of an image: one for each of its positions, or a single one for all. How grey values are understood is
 * decided once, from all slices.
 */
final class TrimapStack {

  private final ImagePlusPlanes planes;
  private final String name;
  private final TrimapEncoding encoding;
  /** The trimap for all positions; null where each has its own. */
  private final Trimap common;

  /**
   * @param planes the trimaps
   * @param name of their image, for messages
   * @param image what they belong to
   * @param imageName its name, for messages
   * @param progress receives warnings of a trimap that is common to all positions
   * @throws IllegalArgumentException if sizes or numbers of slices do not fit, or the values are no trimap's
   */
  TrimapStack(ImagePlusPlanes planes, String name, ImagePlusPlanes image, String imageName, Progress progress) {
    this.planes = planes;
    this.name = name;
    TrimapCheck.requireSize(
        planes.width(), planes.height(), name, image.width(), image.height(), imageName);
    if (planes.positions() != 1 && planes.positions() != image.positions())
      throw new IllegalArgumentException("The trimap " + name + " has " + planes.positions()
          + " slices but the image " + imageName + " has " + image.positions()
          + "; give one trimap for all slices, or one for each");
    encoding = NamedErrors.naming("trimap", name, () -> TrimapReader.encoding(planes.all().pixels(), progress));
    common = planes.positions() == 1 ? TrimapImages.read(planes, 0, encoding, name, progress) : null;
  }

  /**
   * The trimap of a position.
   *
   * @param progress receives warnings
   */
  Trimap at(int position, Progress progress) {
    return common != null ? common : TrimapImages.read(planes, position, encoding, name, progress);
  }
}
