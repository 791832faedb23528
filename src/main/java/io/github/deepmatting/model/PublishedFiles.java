package io.github.deepmatting.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files by which programs other than this one use, test and show a model.
 *
 * @param savedModel zip file of a TensorFlow SavedModel
 * @param tensorflowVersion version of the TensorFlow that wrote it
 * @param testInput NumPy file with an input tensor
 * @param testOutput NumPy file with the alpha of the test input
 * @param cover PNG image that shows both
 */
record PublishedFiles(
    Named savedModel, String tensorflowVersion, Named testInput, Named testOutput, Named cover) {

  /** A file of the folder and its SHA-256. */
  record Named(String source, String sha256) {

    static Named of(Path file) throws IOException {
      return new Named(file.getFileName().toString(), Sha256.of(file));
    }

    /** The YAML mapping that names it; new and changeable. */
    Map<String, Object> entry() {
      return ResourceDescription.entries("source", source, "sha256", sha256);
    }
  }
}
