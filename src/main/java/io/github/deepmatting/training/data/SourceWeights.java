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
package io.github.deepmatting.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The frequencies at which files are drawn, by the beginning of their names, for sources differ in quality. As a text file: one source a
 * line, prefix, tab, weight; lines that begin with # are remarks.
 */
public final class SourceWeights {

  /** In a folder of foregrounds, a file of this name replaces the built-in weights. */
  public static final String FILE_NAME = "source-weights.tsv";

  private final Map<String, Double> weights;

  /** @param weights from prefix to weight, none negative */
  public SourceWeights(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
    weights.forEach((prefix, weight) -> {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY))
        throw new IllegalArgumentException("Weight of the source '" + prefix + "' must be 0 or more but is " + weight);
    });
  }

  /** The weights in the folder's own file, or the built-in ones. */
  public static SourceWeights of(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    if (!Files.exists(file)) return builtIn();
    try (Reader reader = Files.newBufferedReader(file)) {
      return parse(reader, file.toString());
    }
  }

  /** The weights for this project's own collection of foregrounds. */
  public static SourceWeights builtIn() {
    String name = "/training/" + FILE_NAME;
    try (InputStream stream = SourceWeights.class.getResourceAsStream(name)) {
      if (stream == null) throw new IllegalStateException("The resource " + name + " is missing from the jar");
      return parse(new InputStreamReader(stream, StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SourceWeights parse(Reader reader, String source) throws IOException {
    Map<String, Double> weights = new LinkedHashMap<>();
    int number = 0;
    for (String line : (Iterable<String>) new BufferedReader(reader).lines()::iterator) {
      number++;
      if (line.isBlank() || line.startsWith("#")) continue;
      String[] fields = line.split("\t");
      try {
        if (fields.length != 2) throw new NumberFormatException();
        weights.put(fields[0], Double.parseDouble(fields[1].trim()));
      } catch (NumberFormatException e) {
        throw new IOException(source + ", line " + number + ": expected a prefix, a tab and a number but found '"
            + line + "'");
      }
    }
    return new SourceWeights(weights);
  }

  /** The weight of a file: that of the longest listed prefix of its name, 1 if there is none. */
  public double of(String fileName) {
    String best = null;
    for (String prefix : weights.keySet())
      if (fileName.startsWith(prefix) && (best == null || prefix.length() > best.length())) best = prefix;
    return best == null ? 1 : weights.get(best);
  }
}
