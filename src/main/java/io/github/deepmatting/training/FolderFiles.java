package io.github.deepmatting.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The image files of a folder, by the extensions of their names. */
final class FolderFiles {

  private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "tif", "tiff");

  private FolderFiles() {}

  /**
   * In the order of their names, hidden ones left out.
   *
   * @throws IOException if the folder is no folder or holds no image
   */
  static List<Path> of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) throw new IOException(folder + " is not a folder; give a folder of images");
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(FolderFiles::isImage).sorted().toList();
    }
    if (files.isEmpty()) throw new IOException(folder + " has no image; .png, .jpg and .tif files are read");
    return files;
  }

  /** The same by base name. */
  static Map<String, Path> byName(Path folder) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    for (Path file : of(folder)) {
      Path other = files.put(baseName(file), file);
      if (other != null)
        throw new IOException(folder + " has both " + other.getFileName() + " and " + file.getFileName()
            + "; names must differ in more than the extension");
    }
    return files;
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".")
        && EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  static String baseName(Path file) {
    return file.getFileName().toString().replaceAll("\\.[^.]*$", "");
  }
}
