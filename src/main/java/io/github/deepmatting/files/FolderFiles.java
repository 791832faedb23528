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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The image files of a folder, by the extensions of their names. */
public final class FolderFiles {

  private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "tif", "tiff");

  private FolderFiles() {}

  /**
   * In the order of their names, hidden ones left out.
   *
   * @throws IOException if the folder is no folder or holds no image
   */
  public static List<Path> of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) throw new IOException(folder + " is not a folder; give a folder of images");
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(FolderFiles::isImage).sorted().toList();
    }
    if (files.isEmpty()) throw new IOException(folder + " has no image; .png, .jpg and .tif files are read");
    return files;
  }

  /** The same by base name. */
  public static Map<String, Path> byName(Path folder) throws IOException {
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
