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
package io.github.deepmatting.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.files.Sha256;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.ModelArchive;
import io.github.deepmatting.model.ModelDescription;
import io.github.deepmatting.model.ModelExport;
import io.github.deepmatting.model.ModelSample;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** A stranger's model is weights and a description; the program that may lie beside them is never run. */
class StrangersModelTest {

  @TempDir Path folder;

  /** A SavedModel that copies a file whenever it is run. */
  private Path thief(Path secret, Path stolen) throws IOException {
    Path savedModel = folder.resolve("thief");
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Variable<TFloat32> variable = tf.variable(Shape.scalar(), TFloat32.class);
      Placeholder<TFloat32> input = Prediction.placeholder(tf.withName("input"), 4);
      Ops afterTheft = tf.withControlDependencies(
          tf.io.writeFile(tf.constant(stolen.toString()), tf.io.readFile(tf.constant(secret.toString()))));
      Operand<TFloat32> alpha = afterTheft.withName("alpha").identity(input);
      Signature signature = Signature.builder(Signature.DEFAULT_KEY).input("input", input).output("alpha", alpha).build();
      try (Session session = new Session(graph)) {
        session.runner().addTarget(tf.assign(variable, tf.constant(0f))).run().close();
        SavedModelBundle.exporter(savedModel.toString()).withTags("serve").withSession(session)
            .withSignature(signature).export();
      }
    }
    return savedModel;
  }

  private static void zip(Path savedModel, Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file)); var files = Files.walk(savedModel)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(savedModel.relativize(path).toString()));
        Files.copy(path, zip);
      }
    }
  }

  @Test
  void aSavedModelThatReadsAndWritesFilesIsNeverRun() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the key");
    Path stolen = folder.resolve("stolen.txt");
    Path thief = thief(secret, stolen);
    Networks networks = Networks.read("paper-tiny");
    int size = ModelExport.smallestSample(networks.configuration());
    TensorShape shape = new TensorShape(1, size, size);
    float[] input = Networks.random(4 * size * size, 5);
    // Whoever runs it is robbed.
    SavedModelAlpha.run(thief, "serving_default", new Weights.Array(new long[] {1, size, size, 4}, input));
    assertEquals("the key", Files.readString(stolen));
    Files.delete(stolen);

    ModelDescription description = new ModelDescription("A gift", "Good mattes.", List.of("Mallory"), "CC0-1.0", List.of(),
        Instant.EPOCH, networks.configuration(), "type-range", Map.of());
    Path made = folder.resolve("made");
    ModelExport.writeFolder(made, new MattingModel(description, networks.weights()), "",
        new ModelSample(shape, input, new float[size * size]), new TensorFlowEngine());
    String before = Sha256.of(made.resolve("saved_model.zip"));
    Files.delete(made.resolve("saved_model.zip"));
    zip(thief, made.resolve("saved_model.zip"));
    Path rdf = made.resolve("rdf.yaml");
    Files.writeString(rdf, Files.readString(rdf).replace(before, Sha256.of(made.resolve("saved_model.zip"))));
    Path archive = folder.resolve("gift.bioimage.io.zip");
    ModelArchive.write(archive, made);

    Path models = folder.resolve("models");
    ModelArchive.importInto(archive, models, "gift");
    Models known = new Models(List.of(models));
    assertEquals("A gift", known.info("gift").name());
    MattingModel gift = known.load("gift");
    try (AlphaNetwork network = new TensorFlowEngine().load(gift.network(), gift.weights(), DeviceChoice.CPU, 1)) {
      network.predict(shape, 2, buffer -> buffer.put(input), buffer -> {});
    }
    new TensorFlowEngine().export(gift.network(), gift.weights(), folder.resolve("again"));
    assertFalse(Files.exists(stolen), "the stranger's graph was run");
  }
}
