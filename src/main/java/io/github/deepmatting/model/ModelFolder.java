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
import io.github.deepmatting.files.WholeFile;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.Weights;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and writes the folder of a model: {@code rdf.yaml} (its description), {@code README.md} (the model card) and
 * {@code weights.npz}. It is read from disk or from the class path.
 */
public final class ModelFolder {

  /** The name of the description's file. */
  public static final String DESCRIPTION_FILE = "rdf.yaml";

  /** The name of the model card's file. */
  public static final String CARD_FILE = "README.md";

  private static final String WEIGHTS_FILE = "weights.npz";

  /** The place that a model's files are read from. */
  interface Source {
    /** Opens a file of the folder, or gives null if there is none. */
    InputStream open(String file) throws IOException;
  }

  private ModelFolder() {}

  /** True if a folder claims to be a model: it has an {@code rdf.yaml}. */
  public static boolean isModel(Path folder) {
    return Files.isRegularFile(folder.resolve(DESCRIPTION_FILE));
  }

  /**
   * Reads only the description of a model.
   *
   * @throws IOException if there is none or it is not valid; the message names the file and the key
   */
  public static ModelDescription describe(Path folder) throws IOException {
    return description(onDisk(folder), folder.toString()).model();
  }

  /**
   * Reads a model and checks it: the weights' SHA-256 is the one in the description, and they fit the network.
   *
   * @throws IOException if something is missing, damaged or does not fit; the message names the file and says what was
   *     found, what was expected and what to do
   */
  public static MattingModel read(Path folder) throws IOException {
    return read(onDisk(folder), folder.toString());
  }

  static Source onDisk(Path folder) {
    return file -> Files.exists(folder.resolve(file)) ? Files.newInputStream(folder.resolve(file)) : null;
  }

  static ResourceDescription description(Source source, String folder) throws IOException {
    String name = folder + "/" + DESCRIPTION_FILE;
    try (InputStream stream = open(source, DESCRIPTION_FILE, name)) {
      return ResourceDescription.read(stream, name);
    }
  }

  static MattingModel read(Source source, String folder) throws IOException {
    ResourceDescription description = description(source, folder);
    String name = folder + "/" + description.weightsFile();
    String found;
    try (InputStream stream = open(source, description.weightsFile(), name)) {
      found = Sha256.of(stream);
    }
    if (!found.equals(description.weightsSha256()))
      throw new IOException(name + " is damaged or of another model: its SHA-256 is " + found + ", but "
          + DESCRIPTION_FILE + " expects " + description.weightsSha256() + ". Install the model again");
    Weights weights;
    try (InputStream stream = open(source, description.weightsFile(), name)) {
      weights = Npz.read(stream, name, mostElements(description.model().network()));
    }
    try {
      return new MattingModel(description.model(), weights);
    } catch (IllegalArgumentException e) {
      throw new IOException(name + ": " + e.getMessage() + "\nInstall the model again", e);
    }
  }

  /** A training's other arrays may lie beside the weights, but a small file must not take all memory. */
  private static long mostElements(NetworkConfiguration network) {
    return (1 << 20) + 4 * NetworkLayers.of(network).stream().mapToLong(NetworkLayers.Layer::parameters).sum();
  }

  /** The text of the model card; empty if the folder has none. */
  static String card(Source source) throws IOException {
    try (InputStream stream = source.open(CARD_FILE)) {
      return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(Source source, String file, String name) throws IOException {
    InputStream stream = source.open(file);
    if (stream == null)
      throw new FileNotFoundException(name + " is missing. A model is a folder with " + DESCRIPTION_FILE + ", "
          + CARD_FILE + " and its weights");
    return stream;
  }

  /**
   * Writes a model as a new folder, which appears whole or not at all.
   *
   * @param folder the folder to make; its parent must exist or is made
   * @param model the model
   * @param card text of the model card, in Markdown
   * @param halfPrecision rounds the weights to half precision, which halves the file
   * @throws FileAlreadyExistsException if the folder exists
   * @throws IOException if it can't be written
   */
  public static void write(Path folder, MattingModel model, String card, boolean halfPrecision) throws IOException {
    NewFolder.write(folder, into -> {
      PublishedFiles.Named weights = writeWeights(into, model, halfPrecision);
      writeText(into.resolve(CARD_FILE), card);
      ResourceDescription description =
          new ResourceDescription(model.description(), weights.source(), weights.sha256());
      writeText(into.resolve(DESCRIPTION_FILE), description.text());
    });
  }

  static PublishedFiles.Named writeWeights(Path folder, MattingModel model, boolean halfPrecision)
      throws IOException {
    Path file = folder.resolve(WEIGHTS_FILE);
    Npz.write(file, model.weights(), halfPrecision);
    return PublishedFiles.Named.of(file);
  }

  static void writeText(Path file, String text) throws IOException {
    WholeFile.write(file, false, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
