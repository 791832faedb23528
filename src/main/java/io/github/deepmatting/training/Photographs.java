package io.github.deepmatting.training;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.pixels.ByteImage;
import io.github.deepmatting.training.pixels.Chance;
import io.github.deepmatting.training.pixels.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/** Photographs without alpha, cut into windows: backgrounds, and textures of drawn objects. */
public final class Photographs {

  private final List<ByteImage> images;

  private Photographs(List<ByteImage> images) {
    this.images = images;
  }

  /**
   * Reads a folder of images.
   *
   * @throws IOException naming every file that can't be used
   */
  public static Photographs read(Path folder, Progress progress) throws IOException {
    return new Photographs(
        ImageFolder.read(folder, false, progress).stream().map(ImageFolder.Entry::image).toList());
  }

  /** How many images there are. */
  public int count() {
    return images.size();
  }

  /** How many are narrower or lower than so many pixels, and so are mirrored at their borders to fill a crop. */
  long smallerThan(int size) {
    return images.stream().filter(image -> Math.min(image.width(), image.height()) < size).count();
  }

  /** Which photograph to cut from. */
  public int choose(RandomGenerator random) {
    return random.nextInt(images.size());
  }

  /**
   * A window of a photograph.
   *
   * @param index which one, from {@link #choose}
   * @param size columns and rows
   * @return planar red, green, blue in [0,1]
   */
  public float[] draw(RandomGenerator random, int index, int size) {
    ByteImage image = images.get(index);
    double whole = (double) Math.min(image.width(), image.height()) / size;
    double scale = Chance.logUniform(random, 0.5, Math.max(0.7, Math.min(4, whole)));
    double angle = Chance.of(random, 0.75) ? 0 : Chance.uniform(random, 0, 2 * Math.PI);
    return Window.anywhere(random, image, size, scale, angle).of(image, size, Window.Beyond.MIRRORED).colour();
  }
}
