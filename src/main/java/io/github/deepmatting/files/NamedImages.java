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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Image files that are found by name: those of a folder, or a single file that stands for every name. A base name is a
 * file's name without what follows the last dot.
 */
public final class NamedImages {

  /** The extensions of files that count as images in a folder. */
  private static final Set<String> EXTENSIONS =
      Set.of("tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "pgm", "ppm", "pnm");

  private static final String ALPHA = "-alpha";

  private final Path path;
  private final boolean folder;
  private final List<Path> files;

  private NamedImages(Path path, boolean folder, List<Path> files) {
    this.path = path;
    this.folder = folder;
    this.files = List.copyOf(files);
  }

  /**
   * The images at a path. Hidden files and files that do not end in the extension of an image are passed over.
   *
   * @param path a folder, or an image file
   * @throws FileException if there is no such path, or it is a folder without images
   */
  public static NamedImages at(Path path) throws IOException {
    if (!Files.exists(path)) throw new FileException(path, "there is no such file or folder");
    if (!Files.isDirectory(path)) return new NamedImages(path, false, List.of(path));
    List<Path> files;
    try (Stream<Path> entries = Files.list(path)) {
      files = entries.filter(NamedImages::isImage).sorted().toList();
    } catch (IOException e) {
      throw new FileException(path, "cannot be read (" + e + ")", e);
    }
    if (files.isEmpty())
      throw new FileException(path, "holds no image; files that end in "
          + String.join(", ", EXTENSIONS.stream().sorted().map(extension -> "." + extension).toList()) + " count");
    return new NamedImages(path, true, files);
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && Files.isRegularFile(file)
        && EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** A file's name without what follows the last dot. */
  public static String baseName(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * All files by their base names, in their order.
   *
   * @throws FileException if two differ in the extension alone
   */
  public Map<String, Path> byName() throws FileException {
    Map<String, Path> byName = new LinkedHashMap<>();
    for (Path file : files) {
      Path other = byName.put(baseName(file), file);
      if (other != null)
        throw new FileException(path, "has both " + other.getFileName() + " and " + file.getFileName()
            + "; names must differ in more than the extension");
    }
    return byName;
  }

  /** The alphas: the files whose names end in "-alpha"; all if none does. */
  public List<Path> alphas() {
    List<Path> marked = files.stream().filter(file -> baseName(file).endsWith(ALPHA)).toList();
    return marked.isEmpty() ? files : marked;
  }

  /** The base name of the image that an alpha belongs to: its own, without "-alpha". */
  public static String imageName(Path alpha) {
    String name = baseName(alpha);
    return name.endsWith(ALPHA) ? name.substring(0, name.length() - ALPHA.length()) : name;
  }

  /** All files, sorted by name. */
  public List<Path> files() {
    return files;
  }

  /**
   * The files that are no other's trimap, alpha, foreground or cut-out, judged by names such as {@code NAME-trimap} beside
   * {@code NAME}: what is left when results or trimaps lie in the folder of the images.
   */
  public List<Path> originals() {
    if (!folder) return files;
    List<String> names = files.stream().map(NamedImages::baseName).toList();
    return files.stream()
        .filter(file -> {
          String name = baseName(file);
          return names.stream().noneMatch(other -> isDerived(name, other));
        })
        .toList();
  }

  private static boolean isDerived(String name, String original) {
    return name.startsWith(original)
        && name.substring(original.length()).matches("[-_](trimap|alpha|foreground|cutout(-\\d+)?)");
  }

  /**
   * The file that belongs to a name: {@code NAME}, {@code NAME-KIND} or {@code NAME_KIND} with any extension. A single
   * file belongs to all names.
   *
   * @param name base name of an image
   * @param kind what is looked for, e.g. "trimap"
   * @param image the image itself, which is not what is looked for
   * @throws FileException if there is none, or more than one
   */
  public Path find(String name, String kind, Path image) throws FileException {
    if (!folder) return path;
    List<Path> found = new ArrayList<>();
    for (Path file : files) {
      String other = baseName(file);
      boolean matches = other.equals(name) || other.equals(name + "-" + kind) || other.equals(name + "_" + kind);
      if (matches && !sameFile(file, image)) found.add(file);
    }
    if (found.size() == 1) return found.get(0);
    String expected = name + ".* or " + name + "-" + kind + ".*";
    if (found.isEmpty())
      throw new FileException(image, "there is no " + kind + " for it in " + path + "; expected is " + expected);
    throw new FileException(image, "there is more than one " + kind + " for it in " + path + ": "
        + String.join(", ", found.stream().map(file -> file.getFileName().toString()).toList()) + "; leave one");
  }

  private static boolean sameFile(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
