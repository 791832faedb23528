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
package io.github.deepmatting.matting;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.progress.Workers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The description of a matte. Model, device and threads belong to loading the model, and count once it is loaded no more.
 *
 * @param model a model's name, or the path of its folder
 * @param device where the network runs
 * @param threads most threads that work at a time, 1 to {@value Workers#MAX_THREADS}; 0 for as many as there are
 *     processors
 * @param normalization how intensities become [0,1]; empty for the way the model was trained
 * @param stage 0 for the finished alpha: that of the network's last stage, smoothed where its description says so; 1 for
 *     the encoder&ndash;decoder's alpha, 2 for the refined one, both as the network gives them
 * @param tile side in pixels of the largest square that is taken from one tile (the halo comes on top; tiles may have
 *     another shape of the same area); 0 for what fits into about two gigabytes of the network's memory
 * @param outputs what to make, at least one
 * @param alphaType the pixel type of the alpha in images and files
 * @param foreground how foreground colours are estimated
 */
public record MatteOptions(
    String model,
    DeviceChoice device,
    int threads,
    Optional<Normalization> normalization,
    int stage,
    int tile,
    Set<MatteOutput> outputs,
    AlphaType alphaType,
    ForegroundOptions foreground) {

  /** Smallest tile but 0. */
  public static final int MIN_TILE = 32;

  /** Largest tile. */
  public static final int MAX_TILE = 16384;

  /** The keys of {@link #with(String, Object)}, in order. */
  public static final List<String> KEYS = List.of(
      "model", "device", "threads", "normalization", "stage", "tile", "outputs", "alphatype", "foreground");

  /** The finished alpha of 32 bits by the standard model, with all processors and automatic tiles. */
  public static final MatteOptions DEFAULT = new MatteOptions(Models.DEFAULT, DeviceChoice.AUTO, 0, Optional.empty(), 0,
      0, Set.of(MatteOutput.ALPHA), AlphaType.FLOAT, ForegroundOptions.DEFAULT);

  private static final List<String> NORMALIZATIONS = List.of("model", "auto", "type", "display", "percentile");

  /** @throws IllegalArgumentException if a value is not allowed */
  public MatteOptions {
    Workers.checked(threads);
    if (stage < 0 || stage > 2)
      throw new IllegalArgumentException("Stage is " + stage + "; allowed are 1, 2 and 0 for the network's last");
    if (tile != 0 && (tile < MIN_TILE || tile > MAX_TILE))
      throw new IllegalArgumentException("Tile is " + tile + "; allowed are " + MIN_TILE + " to " + MAX_TILE
          + " pixels and 0 for automatic");
    outputs = Set.copyOf(outputs);
    if (outputs.isEmpty()) throw new IllegalArgumentException("No output was asked for; choose at least one");
  }

  /**
   * The default options, changed by words; "foreground" after "outputs".
   *
   * @param words values by their {@link #KEYS}
   * @throws IllegalArgumentException if there is another key, or a value is not allowed
   */
  public static MatteOptions of(Map<String, ?> words) {
    for (String key : words.keySet()) Words.index("An option", key, KEYS);
    MatteOptions options = DEFAULT;
    for (String key : KEYS) if (words.containsKey(key)) options = options.with(key, words.get(key));
    return options;
  }

  /**
   * These options with one changed by a word, as dialogs, macros, scripts and the command line write it.
   *
   * @param key one of {@link #KEYS}
   * @param value a word or a number: for {@code device} auto, cpu or gpu; for {@code normalization} model, auto, type, display
   *     or percentile; for {@code stage} last, 1 or 2; for {@code outputs} a list such as alpha,foreground,cutout; for
   *     {@code alphatype} float, 8-bit or 16-bit; for {@code foreground} true or false
   * @throws IllegalArgumentException if there is no such key, or the value is not allowed
   */
  public MatteOptions with(String key, Object value) {
    String word = String.valueOf(value).strip();
    return switch (KEYS.get(Words.index("An option", key, KEYS))) {
      case "model" -> withModel(word);
      case "device" ->
          withDevice(DeviceChoice.values()[Words.index("device", word, List.of("auto", "cpu", "gpu"))]);
      case "threads" -> withThreads(Words.number("threads", word));
      case "normalization" -> withNormalization(normalization(word));
      case "stage" -> withStage(Words.index("stage", word, List.of("last", "1", "2")));
      case "tile" -> withTile(Words.number("tile", word));
      case "outputs" -> withOutputs(MatteOutput.parse(word));
      case "alphatype" -> withAlphaType(AlphaType.values()[Words.index("alpha type", word, AlphaType.keys())]);
      default -> withForegroundOutput(Words.index("foreground", word, List.of("false", "true")) == 1);
    };
  }

  /**
   * Understands a normalisation, also with "-range" behind it as model descriptions write it.
   *
   * @return empty for "model"
   */
  static Optional<Normalization> normalization(String word) {
    int index = Words.index("normalization", word.strip().replaceFirst("(?i)^(type|display)-range$", "$1"), NORMALIZATIONS);
    return index == 0 ? Optional.empty() : Optional.of(Normalization.values()[index - 1]);
  }

  private MatteOptions withForegroundOutput(boolean wanted) {
    Set<MatteOutput> changed = EnumSet.copyOf(outputs);
    if (wanted) changed.add(MatteOutput.FOREGROUND);
    else changed.remove(MatteOutput.FOREGROUND);
    return withOutputs(changed);
  }

  /** These options with another model. */
  public MatteOptions withModel(String value) {
    return new MatteOptions(value, device, threads, normalization, stage, tile, outputs, alphaType, foreground);
  }

  /** These options with another place where the network runs. */
  public MatteOptions withDevice(DeviceChoice value) {
    return new MatteOptions(model, value, threads, normalization, stage, tile, outputs, alphaType, foreground);
  }

  /** These options with another number of threads. */
  public MatteOptions withThreads(int value) {
    return new MatteOptions(model, device, value, normalization, stage, tile, outputs, alphaType, foreground);
  }

  /** These options with another normalisation. */
  public MatteOptions withNormalization(Optional<Normalization> value) {
    return new MatteOptions(model, device, threads, value, stage, tile, outputs, alphaType, foreground);
  }

  /** These options with another stage. */
  public MatteOptions withStage(int value) {
    return new MatteOptions(model, device, threads, normalization, value, tile, outputs, alphaType, foreground);
  }

  /** These options with another size of tiles. */
  public MatteOptions withTile(int value) {
    return new MatteOptions(model, device, threads, normalization, stage, value, outputs, alphaType, foreground);
  }

  /** These options with other outputs. */
  public MatteOptions withOutputs(Set<MatteOutput> value) {
    return new MatteOptions(model, device, threads, normalization, stage, tile, value, alphaType, foreground);
  }

  /** These options with another pixel type of the alpha. */
  public MatteOptions withAlphaType(AlphaType value) {
    return new MatteOptions(model, device, threads, normalization, stage, tile, outputs, value, foreground);
  }

  /** These options with another estimation of foreground colours. */
  public MatteOptions withForeground(ForegroundOptions value) {
    return new MatteOptions(model, device, threads, normalization, stage, tile, outputs, alphaType, value);
  }

  /** True if the alpha is smoothed where the network's description says so. */
  boolean smoothed() {
    return stage == 0;
  }
}
