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

import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.files.NewFolder;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes models for other programs: a model folder as {@link ModelFolder} writes it, with a zipped TensorFlow
 * SavedModel ({@link Engine#export}), test tensors and a cover added. All are named in an {@code rdf.yaml} that is
 * complete after the BioImage.IO model specification 0.5. This program reads such a folder like any other.
 */
public final class ModelExport {

  static final String SAVED_MODEL_FILE = "saved_model.zip";

  private static final String TEST_INPUT_FILE = "test_input.npy";
  private static final String TEST_OUTPUT_FILE = "test_output.npy";
  private static final String COVER_FILE = "cover.png";
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\w+)+");

  private ModelExport() {}

  /**
   * The smallest height and width of a sample of this network, a multiple of
   * {@link NetworkConfiguration#sizeMultiple()}; larger ones must be multiples of it too.
   */
  public static int smallestSample(NetworkConfiguration network) {
    return TensorDescriptions.smallestSize(network);
  }

  /**
   * Writes a model as a new folder, which appears whole or not at all.
   *
   * @param folder the folder to make; its parent must exist or is made
   * @param card text of the model card, in Markdown; if it is empty, the model's description is taken
   * @param sample an input and this model's alpha of it
   * @throws IllegalArgumentException if the sample is too small or not of this network
   * @throws FileAlreadyExistsException if the folder exists
   * @throws IOException if it can't be written
   */
  public static void writeFolder(Path folder, MattingModel model, String card, ModelSample sample, Engine engine)
      throws IOException {
    requireSample(model.network(), sample);
    NewFolder.write(folder, into -> writeFiles(into, model, card, sample, engine));
  }

  /**
   * Writes a model as a new archive, otherwise as {@link #writeFolder} does.
   *
   * @param archive the file to make, ending in {@value ModelArchive#SUFFIX}
   */
  public static void writeArchive(Path archive, MattingModel model, String card, ModelSample sample, Engine engine)
      throws IOException {
    NewFolder.refuseExisting(archive);
    Path target = archive.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    Path temporary = NewFolder.hiddenSibling(target);
    try {
      writeFolder(temporary, model, card, sample, engine);
      ModelArchive.write(archive, temporary);
    } finally {
      NewFolder.delete(temporary);
    }
  }

  private static void writeFiles(Path into, MattingModel model, String card, ModelSample sample, Engine engine)
      throws IOException {
    PublishedFiles.Named weights = ModelFolder.writeWeights(into, model, fitsHalfPrecision(model.weights()));
    Path savedModel = into.resolve("saved_model");
    engine.export(model.network(), model.weights(), savedModel);
    ZipFiles.writeFolder(into.resolve(SAVED_MODEL_FILE), savedModel);
    NewFolder.delete(savedModel);
    sample.writeInput(into.resolve(TEST_INPUT_FILE));
    sample.writeAlpha(into.resolve(TEST_OUTPUT_FILE));
    sample.writeCover(into.resolve(COVER_FILE));
    ModelDescription description = model.description();
    String text = card.isBlank() ? "# " + description.name() + "\n\n" + description.description() + "\n" : card;
    ModelFolder.writeText(into.resolve(ModelFolder.CARD_FILE), text);
    PublishedFiles published = new PublishedFiles(
        PublishedFiles.Named.of(into.resolve(SAVED_MODEL_FILE)),
        version(engine),
        PublishedFiles.Named.of(into.resolve(TEST_INPUT_FILE)),
        PublishedFiles.Named.of(into.resolve(TEST_OUTPUT_FILE)),
        PublishedFiles.Named.of(into.resolve(COVER_FILE)));
    ResourceDescription resource = new ResourceDescription(description, weights.source(), weights.sha256());
    ModelFolder.writeText(
        into.resolve(ModelFolder.DESCRIPTION_FILE), resource.text(Optional.of(published)));
  }

  private static void requireSample(NetworkConfiguration network, ModelSample sample) {
    int smallest = smallestSample(network);
    int multiple = network.sizeMultiple();
    int height = sample.shape().height();
    int width = sample.shape().width();
    if (sample.channels() != network.inputChannels() || Math.min(height, width) < smallest || height % multiple != 0
        || width % multiple != 0)
      throw new IllegalArgumentException("A sample of the network '" + network.name() + "' needs "
          + network.inputChannels() + " channels, and height and width from " + smallest + " on in multiples of "
          + multiple + ", but has " + sample.channels() + " channels and the shape " + sample.shape());
  }

  /** True if half precision loses nothing, since the weights came from there. */
  private static boolean fitsHalfPrecision(Weights weights) {
    for (String name : weights.names())
      for (float value : weights.get(name).values())
        if (HalfFloat.toFloat(HalfFloat.ofFloat(value)) != value) return false;
    return true;
  }

  private static String version(Engine engine) {
    Matcher matcher = VERSION.matcher(engine.version());
    if (!matcher.find())
      throw new IllegalStateException("The engine's version has no number: " + engine.version());
    return matcher.group();
  }
}
