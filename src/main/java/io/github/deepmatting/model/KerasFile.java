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

import io.github.deepmatting.network.Weights;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Weights of a Keras model in an HDF5 file ({@code .h5}). Keras has named the arrays differently over the years
 * ({@code block1_conv1/block1_conv1_W_1:0}, {@code block1_conv1/block1_conv1/kernel:0}, either below
 * {@code model_weights} if the whole model was saved), but each layer has a group of its name. Within that a layer's
 * arrays are told apart by their axes: the bias has one, the kernel has more.
 */
public final class KerasFile {

  /** Ending of such a file's name. */
  public static final String SUFFIX = ".h5";

  // Where Keras keeps what an optimiser knows of a layer: arrays under the layer's name that are not its weights.
  private static final String OPTIMIZER = "optimizer_weights";
  // Models within models; a file may come from anywhere, and its links could run in a circle.
  private static final int DEEPEST = 8;

  private final Map<String, Weights.Array> arrays = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private KerasFile() {}

  /**
   * Reads some layers of a file.
   *
   * @param file an HDF5 file
   * @param wanted which layers, by their names
   * @return {@code LAYER/kernel} and {@code LAYER/bias} of each that is there, shaped as in the file: [height, width,
   *     inputs, outputs] of a convolution, [inputs, outputs] of a dense layer, [outputs] of a bias
   * @throws IOException if the file can't be read, or a layer has two kernels or biases or one that is not of 32- or 64-bit floats; the message names the file and all such layers
   */
  public static Weights read(Path file, Predicate<String> wanted) throws IOException {
    if (!Files.isRegularFile(file)) throw new FileNotFoundException("There is no file " + file);
    KerasFile reader = new KerasFile();
    try (HdfFile content = new HdfFile(file)) {
      reader.search(content, wanted, 0);
    } catch (HdfException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException
        | BufferUnderflowException e) {
      throw new IOException(file + " is no HDF5 file that can be read, or it is damaged (" + e.getMessage()
          + "); get it anew", e);
    }
    if (!reader.problems.isEmpty())
      throw new IOException(file + " has layers that can't be used:" + String.join("", reader.problems));
    return new Weights(reader.arrays);
  }

  private void search(Group group, Predicate<String> wanted, int depth) {
    for (Node node : group)
      if (node instanceof Group child && !node.getName().equals(OPTIMIZER)) {
        if (wanted.test(node.getName())) readLayer(node.getName(), child, depth);
        else if (depth < DEEPEST) search(child, wanted, depth + 1);
      }
  }

  private void readLayer(String layer, Group group, int depth) {
    for (Node node : group) {
      if (node instanceof Group child && depth < DEEPEST) readLayer(layer, child, depth + 1);
      if (node instanceof Dataset dataset) readArray(layer, dataset);
    }
  }

  private void readArray(String layer, Dataset dataset) {
    long[] shape = dataset.getDimensionsAsLong();
    if (shape.length == 0) return;
    String name = layer + (shape.length == 1 ? "/bias" : "/kernel");
    if (arrays.containsKey(name)) {
      problems.add("\n  " + name + " is there twice, once more as " + dataset.getPath());
      return;
    }
    Object values = dataset.getDataFlat();
    if (values instanceof float[] floats) arrays.put(name, new Weights.Array(shape, floats));
    else if (values instanceof double[] doubles) arrays.put(name, new Weights.Array(shape, toFloats(doubles)));
    else
      problems.add("\n  " + name + " holds " + dataset.getJavaType().getSimpleName()
          + ", expected float or double");
  }

  private static float[] toFloats(double[] doubles) {
    float[] floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) floats[i] = (float) doubles[i];
    return floats;
  }
}
