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
package io.github.deepmatting.model;

import io.github.deepmatting.files.NewFolder;
import io.github.deepmatting.files.Sha256;
import io.github.deepmatting.network.NetworkLayers;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Exchanges models as one file, {@value #SUFFIX}, after the BioImage.IO specification: a zip file of a model folder
 * with a SavedModel, as {@link ModelExport} writes it. An archive is not trusted: only the files that its description
 * names are unpacked, into one folder, and their names, sizes and SHA-256 are checked.
 */
public final class ModelArchive {

  /** The ending of an archive's name. */
  public static final String SUFFIX = ".bioimage.io.zip";

  /** The largest network of the paper has 0.5 GB of weights, twice in an archive. */
  private static final CheckedZip.Limits LIMITS = new CheckedZip.Limits(1L << 30, 3L << 30, 100);

  private static final long LONGEST_DESCRIPTION = 1 << 20;

  private ModelArchive() {}

  /**
   * Packs a model folder.
   *
   * @param archive the file to make, which appears whole or not at all
   * @param folder a model folder that {@link ModelExport} wrote
   * @throws FileAlreadyExistsException if the archive exists
   * @throws IOException if the folder is not whole, has no SavedModel, or the archive can't be written
   */
  public static void write(Path archive, Path folder) throws IOException {
    ModelFolder.read(folder);
    Path description = folder.resolve(ModelFolder.DESCRIPTION_FILE);
    Map<String, Optional<String>> sums;
    try (InputStream stream = Files.newInputStream(description)) {
      sums = NamedFiles.of(stream, description.toString());
    }
    if (!sums.containsKey(ModelExport.SAVED_MODEL_FILE))
      throw new IOException(
          folder + " holds no SavedModel, so other programs could not use it; export the model first");
    Map<String, Path> files = new LinkedHashMap<>();
    for (Map.Entry<String, Optional<String>> file : sums.entrySet()) {
      Path path = folder.resolve(file.getKey());
      requirePlain(file.getKey(), description.toString());
      if (!Files.isRegularFile(path)) throw missing(path.toString(), description.toString());
      requireSum(path, path.toString(), file.getValue());
      files.put(file.getKey(), path);
    }
    ZipFiles.write(archive, files);
  }

  /**
   * Reads only the description of an archive.
   *
   * @throws IOException if it can't be read, must not be trusted, or holds no model of this program
   */
  public static ModelDescription describe(Path archive) throws IOException {
    try (CheckedZip zip = CheckedZip.open(archive, LIMITS)) {
      return ResourceDescription.read(new ByteArrayInputStream(description(zip, archive)), name(archive)).model();
    }
  }

  /**
   * Unpacks an archive as a new model folder, which appears whole or not at all. The model is read and checked first,
   * as {@link ModelFolder#read(Path)} does.
   *
   * @param archive an archive of a model that this program made
   * @param models the folder that holds model folders; made if it is missing
   * @param name the name of the new folder, which is then the model's name
   * @return the new folder
   * @throws IllegalArgumentException if the name can't be a model's
   * @throws FileAlreadyExistsException if there is a model of this name
   * @throws IOException if the archive can't be read, must not be trusted, is damaged, or holds the model of another
   *     program; the message names the file and the entry, and nothing was left on disk
   */
  public static Path importInto(Path archive, Path models, String name) throws IOException {
    checkedName(name);
    Path folder = models.resolve(name);
    NewFolder.refuseExisting(folder);
    try (CheckedZip zip = CheckedZip.open(archive, LIMITS)) {
      byte[] description = description(zip, archive);
      // Another program's model is refused before anything is unpacked.
      requireSmall(archive, ResourceDescription.read(new ByteArrayInputStream(description), name(archive)).model());
      Map<String, Optional<String>> sums = NamedFiles.of(new ByteArrayInputStream(description), name(archive));
      for (String file : sums.keySet()) {
        requirePlain(file, name(archive));
        if (!zip.names().contains(file)) throw missing(archive + ": " + file, name(archive));
      }
      NewFolder.write(folder, into -> unpack(zip, archive, sums, into));
    }
    return folder;
  }

  /**
   * The name that an archive suggests for its model: that of its file, without characters that a model's name can't
   * have.
   */
  public static String suggestedName(Path archive) {
    String name = archive.getFileName().toString();
    if (name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) name = name.substring(0, name.length() - SUFFIX.length());
    else if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) name = name.substring(0, name.length() - 4);
    name = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[-_]+|-+$", "");
    return name.isEmpty() || EntryNames.isDevice(name) ? "model" : name;
  }

  private static void unpack(CheckedZip zip, Path archive, Map<String, Optional<String>> sums, Path into)
      throws IOException {
    for (Map.Entry<String, Optional<String>> file : sums.entrySet()) {
      Path path = into.resolve(file.getKey());
      zip.unpack(file.getKey(), path);
      requireSum(path, archive + ": " + file.getKey(), file.getValue());
    }
    ModelFolder.read(ModelFolder.onDisk(into), archive.toString());
  }

  private static byte[] description(CheckedZip zip, Path archive) throws IOException {
    if (!zip.names().contains(ModelFolder.DESCRIPTION_FILE))
      throw new IOException(archive + " is no model: there is no " + ModelFolder.DESCRIPTION_FILE
          + " at its top but " + (zip.names().isEmpty() ? "nothing" : String.join(", ", zip.names())));
    return zip.bytes(ModelFolder.DESCRIPTION_FILE, LONGEST_DESCRIPTION);
  }

  private static String name(Path archive) {
    return archive + ": " + ModelFolder.DESCRIPTION_FILE;
  }

  private static void requireSmall(Path archive, ModelDescription model) throws IOException {
    long weights = NetworkLayers.of(model.network()).stream().mapToLong(NetworkLayers.Layer::parameters).sum();
    if (weights > LIMITS.file() / Float.BYTES)
      throw new IOException(name(archive) + " describes a network of " + weights + " weights; at most "
          + LIMITS.file() / Float.BYTES + " are allowed");
  }

  /**
   * The name, if it is allowed for a model's folder.
   *
   * @throws IllegalArgumentException if it is not; the message says what is allowed
   */
  public static String checkedName(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}") || EntryNames.isDevice(name))
      throw new IllegalArgumentException("A model's folder needs a name of up to 64 letters, digits, - and _, beginning"
          + " with a letter or digit, but '" + name + "' was given");
    return name;
  }

  private static void requirePlain(String file, String description) throws IOException {
    try {
      EntryNames.requirePlainFile(file);
    } catch (IOException e) {
      throw new IOException(description + " " + e.getMessage(), e);
    }
  }

  private static IOException missing(String file, String description) {
    return new FileNotFoundException(file + " is missing, but " + description + " names it. Download the model again");
  }

  private static void requireSum(Path file, String name, Optional<String> expected) throws IOException {
    if (expected.isEmpty()) return;
    String found = Sha256.of(file);
    if (!found.equals(expected.get()))
      throw new IOException(name + " is damaged or of another model: its SHA-256 is " + found + ", but "
          + ModelFolder.DESCRIPTION_FILE + " expects " + expected.get() + ". Download the model again");
  }
}
