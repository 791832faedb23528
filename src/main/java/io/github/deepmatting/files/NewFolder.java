/*-
 * #%L
 * Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
 * %%
 * Copyright (C) 2026 Deep Matting developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.deepmatting.files;

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
public final class NewFolder {

  /** Fills a folder. */
  public interface Content {
    /**
     * @param folder is there, and empty
     * @throws IOException if it can't be filled
     */
    void writeTo(Path folder) throws IOException;
  }

  private NewFolder() {}

  /**
   * Makes a folder.
   *
   * @param folder the folder to make; its parent must exist or is made
   * @throws FileAlreadyExistsException if there is something of this name
   * @throws IOException if it can't be written, or what the content throws; then nothing is left of it
   */
  public static void write(Path folder, Content content) throws IOException {
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

  /**
   * Refuses to overwrite.
   *
   * @throws FileAlreadyExistsException if there is something of this name
   */
  public static void refuseExisting(Path target) throws FileAlreadyExistsException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS))
      throw new FileAlreadyExistsException(
          target.toString(), null, "it exists already; choose another name or remove it first");
  }

  /** A name beside the target that nobody else uses and no list of models shows. */
  public static Path hiddenSibling(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /** Waits until a file is on disk. */
  public static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Deletes a folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
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
