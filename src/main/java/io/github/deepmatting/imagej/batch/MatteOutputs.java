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
package io.github.deepmatting.imagej.batch;

import ij.ImagePlus;
import io.github.deepmatting.files.ExistingFiles;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.imagej.MatteResults;
import io.github.deepmatting.io.CutOutFiles;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.io.ImageFormat;
import io.github.deepmatting.matting.MatteOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The result files of mattes in a folder: {@code NAME-alpha.tif}, {@code NAME-foreground.tif} (or {@code .png} for a
 * single plane that did not come as TIFF and is not of 32 bits or several channels), {@code NAME-cutout.png} (for stacks
 * {@code NAME-cutout-0001.png} and so on).
 */
final class MatteOutputs {

  private final Path folder;
  private final ExistingFiles existing;
  private final Set<MatteOutput> outputs;
  private final List<String> present;

  /**
   * @param folder made if there is none
   * @param existing what becomes of files that exist
   * @param outputs which are written
   * @throws FileException if the folder is a file or cannot be made
   */
  MatteOutputs(Path folder, ExistingFiles existing, Set<MatteOutput> outputs) throws IOException {
    this.folder = folder;
    this.existing = existing;
    this.outputs = outputs;
    if (Files.exists(folder) && !Files.isDirectory(folder))
      throw new FileException(folder, "is a file; results need a folder");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new FileException(folder, "cannot be made (" + e + ")", e);
    }
    try (Stream<Path> files = Files.list(folder)) {
      present = files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** The files that an output of an image has, from what was there in the beginning. */
  private List<String> found(MattePair pair, MatteOutput output) {
    String pattern = Pattern.quote(pair.name()) + switch (output) {
      case ALPHA -> "-alpha\\.tif";
      case FOREGROUND -> "-foreground\\.(tif|png)";
      case CUTOUT -> "-cutout(-\\d+)?\\.png";
    };
    return present.stream().filter(file -> file.matches(pattern)).sorted().toList();
  }

  /** The outputs that are to be made: all, unless those that exist are passed over. */
  Set<MatteOutput> needed(MattePair pair) {
    if (existing != ExistingFiles.SKIP) return outputs;
    Set<MatteOutput> needed = EnumSet.noneOf(MatteOutput.class);
    for (MatteOutput output : outputs) if (found(pair, output).isEmpty()) needed.add(output);
    return needed;
  }

  /**
   * Checks, before any work, that nothing is lost.
   *
   * @param pair what is to be written for
   * @param inputs all files that are read, none of which may be replaced
   * @throws FileException if a result exists and is to be refused, or is one of the inputs
   */
  void check(MattePair pair, Set<Path> inputs) throws FileException {
    if (existing == ExistingFiles.SKIP) return;
    List<String> found = outputs.stream().flatMap(output -> found(pair, output).stream()).sorted().toList();
    if (!found.isEmpty() && existing == ExistingFiles.REFUSE)
      throw new FileException(pair.image(), "its results exist already in " + folder + ": "
          + String.join(", ", found) + "; they are left as they are: choose another folder or use --force");
    for (String file : found)
      if (inputs.contains(real(folder.resolve(file))))
        throw new FileException(
            pair.image(), "its result " + folder.resolve(file) + " would replace an input; choose another folder");
  }

  /** The files that are read for these pairs, in a form that can be compared. */
  static Set<Path> inputs(List<MattePair> pairs) {
    Set<Path> inputs = new HashSet<>();
    for (MattePair pair : pairs) {
      inputs.add(real(pair.image()));
      inputs.add(real(pair.trimap()));
    }
    return inputs;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /**
   * Writes the results of an image. If one cannot be written, those before it are taken back unless they replaced others.
   *
   * @return the files written
   * @throws FileException if one exists and is not to be replaced, or cannot be written
   */
  List<Path> write(MattePair pair, ImagePlus source, MatteResults images) throws IOException {
    List<Path> written = new ArrayList<>();
    boolean done = false;
    try {
      if (images.alpha().isPresent()) save(images.alpha().get(), pair.name() + "-alpha.tif", written);
      if (images.foreground().isPresent())
        save(images.foreground().get(), pair.name() + "-foreground" + extension(pair, source), written);
      if (images.cutOut().isPresent()) saveCutOut(pair.name(), images.cutOut().get(), written);
      done = true;
      return written;
    } finally {
      if (!done && existing != ExistingFiles.REPLACE) for (Path file : written) Files.deleteIfExists(file);
    }
  }

  private void save(ImagePlus image, String name, List<Path> written) throws IOException {
    Path file = folder.resolve(name);
    ImageFiles.save(image, file, existing == ExistingFiles.REPLACE);
    written.add(file);
  }

  private void saveCutOut(String name, ImagePlus image, List<Path> written) throws IOException {
    int slices = image.getStackSize();
    CutOutFiles files =
        new CutOutFiles(folder.resolve(name + "-cutout.png"), existing == ExistingFiles.REPLACE);
    for (int slice = 1; slice <= slices; slice++) {
      files.write(
          slice - 1, slices, image.getWidth(), image.getHeight(), (int[]) image.getStack().getPixels(slice));
      written.add(files.at(slice - 1, slices));
    }
  }

  private static String extension(MattePair pair, ImagePlus source) throws IOException {
    boolean tiff = ImageFormat.of(pair.image()) == ImageFormat.TIFF;
    return tiff || source.getStackSize() > 1 || source.getBitDepth() == 32 ? ".tif" : ".png";
  }
}
