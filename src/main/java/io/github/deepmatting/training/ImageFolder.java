package io.github.deepmatting.training;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.pixels.ByteImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Reads all images of a folder into memory. Every problem of a folder is told at once, with the files' names. */
final class ImageFolder {

  /** A decoded image and the name of its file. */
  record Entry(String name, ByteImage image) {}

  private ImageFolder() {}

  /**
   * @param withAlpha whether images must have an alpha channel; if not, alpha is dropped
   * @return the images in the order of their names
   * @throws IOException if the folder is no folder, has no image, or files can't be used: all of them are named
   */
  static List<Entry> read(Path folder, boolean withAlpha, Progress progress) throws IOException {
    if (!Files.isDirectory(folder)) throw new IOException(folder + " is not a folder; give a folder of images");
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(ImageFolder::isImage).sorted().toList();
    }
    if (files.isEmpty()) throw new IOException(folder + " has no image; .png, .jpg and .jpeg files are read");
    progress.begin("Reading " + folder.getFileName(), files.size());
    List<Entry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      progress.checkCancelled();
      try {
        entries.add(new Entry(file.getFileName().toString(), decode(file, withAlpha)));
      } catch (IOException | RuntimeException e) {
        problems.add(file.getFileName() + ": " + e.getMessage());
      }
      progress.advance(1);
    }
    if (!problems.isEmpty())
      throw new IOException(problems.size() + " of " + files.size() + " images in " + folder
          + " can't be used; repair or remove them:\n  " + String.join("\n  ", problems));
    return entries;
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
  }

  static ByteImage decode(Path file, boolean withAlpha) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) throw new IOException("not a readable image");
    if (withAlpha && !image.getColorModel().hasAlpha())
      throw new IOException("has no alpha channel; a foreground must be RGBA");
    int width = image.getWidth();
    int height = image.getHeight();
    int channels = withAlpha ? 4 : 3;
    byte[] samples = new byte[width * height * channels];
    int[] row = new int[width];
    boolean visible = false;
    for (int y = 0, i = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        samples[i++] = (byte) (row[x] >> 16);
        samples[i++] = (byte) (row[x] >> 8);
        samples[i++] = (byte) row[x];
        if (withAlpha) samples[i++] = (byte) (row[x] >>> 24);
        visible |= row[x] >>> 24 > 0;
      }
    }
    if (!visible) throw new IOException("is transparent everywhere");
    return new ByteImage(width, height, channels, samples);
  }
}
