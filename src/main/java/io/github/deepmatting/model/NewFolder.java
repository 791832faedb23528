package io.github.deepmatting.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes a folder that appears whole or not at all: it is filled beside its place under a hidden name, then renamed. */
final class NewFolder {

  /** Fills a folder. */
  interface Content {
    void writeTo(Path folder) throws IOException;
  }

  private NewFolder() {}

  /**
   * @param folder the folder to make; its parent must exist or is made
   * @throws FileAlreadyExistsException if there is something of this name
   * @throws IOException if it can't be written, or what the content throws; then nothing is left of it
   */
  static void write(Path folder, Content content) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    refuseExisting(folder);
    Files.createDirectories(target.getParent());
    Path temporary = hiddenSibling(target);
    Files.createDirectory(temporary);
    try {
      content.writeTo(temporary);
      for (Path file : filesIn(temporary)) if (Files.isRegularFile(file)) force(file);
      refuseExisting(folder);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(temporary);
    }
  }

  static void refuseExisting(Path target) throws FileAlreadyExistsException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS))
      throw new FileAlreadyExistsException(
          target.toString(), null, "it exists already; choose another name or remove it first");
  }

  /** A name beside the target that nobody else uses and no list of models shows. */
  static Path hiddenSibling(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /** Waits until a file is on disk. */
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Deletes a folder with all that is in it, if it is there. */
  static void delete(Path folder) throws IOException {
    for (Path file : filesIn(folder)) Files.delete(file);
  }

  /** A folder and all below it, what lies deepest first. */
  private static List<Path> filesIn(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return List.of();
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
