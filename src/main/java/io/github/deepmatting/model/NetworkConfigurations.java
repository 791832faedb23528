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

import static io.github.deepmatting.model.ResourceDescription.entries;

import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;
import io.github.deepmatting.network.NetworkConfiguration.Smoothing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Network configurations as YAML. The named ones are the files {@code networks/NAME.yaml} on the class path, listed in
 * {@code networks/index.yaml}; any other file of the same form works as well. Keys are the components of
 * {@link NetworkConfiguration}, lower case with hyphens; a level is a mapping with {@code convolutions}, {@code kernel}
 * and {@code width}, {@code smoothing} (optional, as is {@code coarsest}) one with {@code epsilon}, {@code least},
 * {@code certain} and {@code power}.
 */
public final class NetworkConfigurations {

  private static final String FOLDER = "/networks/";

  private NetworkConfigurations() {}

  /** The names of the configurations that come with the program. */
  public static List<String> names() {
    try (InputStream stream = NetworkConfigurations.class.getResourceAsStream(FOLDER + "index.yaml")) {
      return List.copyOf(YamlMap.read(stream, "networks/index.yaml").texts("networks"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A configuration that comes with the program.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists the names
   */
  public static NetworkConfiguration named(String name) {
    List<String> names = names();
    if (!names.contains(name))
      throw new IllegalArgumentException("There is no network '" + name + "'; allowed are "
          + String.join(", ", names) + " or a .yaml file with a network configuration");
    try (InputStream stream = NetworkConfigurations.class.getResourceAsStream(FOLDER + name + ".yaml")) {
      return read(stream, "networks/" + name + ".yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A configuration that comes with the program, or one in a file whose name ends in .yaml or .yml.
   *
   * @throws IllegalArgumentException as {@link #named}
   * @throws IOException as {@link #read(Path)}
   */
  public static NetworkConfiguration find(String nameOrFile) throws IOException {
    return nameOrFile.matches("(?i).*\\.ya?ml") ? read(Path.of(nameOrFile)) : named(nameOrFile);
  }

  /**
   * Reads a configuration from a file.
   *
   * @throws IOException if it can't be read or is no valid configuration; the message names the file and the key
   */
  public static NetworkConfiguration read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) throw new IOException("There is no file " + file + " with a network configuration");
    try (InputStream stream = Files.newInputStream(file)) {
      return read(stream, file.toString());
    }
  }

  /**
   * Reads a configuration from a stream, which is not closed.
   *
   * @param source the name of the stream in messages
   * @throws IOException as {@link #read(Path)}
   */
  public static NetworkConfiguration read(InputStream stream, String source) throws IOException {
    try {
      return fromMap(YamlMap.read(stream, source));
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      throw new IOException(message.contains(source) ? message : source + ": " + message, e);
    }
  }

  /**
   * The configuration that a mapping in the YAML form describes.
   *
   * @param source the name of its origin in messages
   * @throws IllegalArgumentException if a key is missing, unknown or of a wrong type, or a value is not allowed
   */
  public static NetworkConfiguration fromMap(Map<String, ?> map, String source) {
    return fromMap(new YamlMap(map, source));
  }

  static NetworkConfiguration fromMap(YamlMap map) {
    NetworkConfiguration configuration = new NetworkConfiguration(
        map.text("name"),
        map.texts("inputs").stream().map(InputFeature::ofKey).toList(),
        map.numbers("image-offset"),
        map.number("input-scale"),
        map.integer("stem"),
        levels(map.maps("encoder")),
        level(map.map("bottleneck")),
        levels(map.maps("decoder")),
        map.integer("prediction-kernel"),
        map.flag("skips"),
        map.flag("residual"),
        // Older models do not have this key.
        map.contains("refinement-context") && map.flag("refinement-context"),
        map.integers("refinement"),
        map.integer("halo"),
        map.contains("coarsest") ? map.integer("coarsest") : 0,
        map.contains("smoothing") ? Optional.of(smoothing(map.map("smoothing"))) : Optional.empty());
    map.refuseOthers();
    return configuration;
  }

  private static Smoothing smoothing(YamlMap map) {
    Smoothing smoothing =
        new Smoothing(map.number("epsilon"), map.number("least"), map.number("certain"), map.number("power"));
    map.refuseOthers();
    return smoothing;
  }

  private static List<Level> levels(List<YamlMap> maps) {
    List<Level> levels = new ArrayList<>();
    for (YamlMap map : maps) levels.add(level(map));
    return levels;
  }

  private static Level level(YamlMap map) {
    Level level = new Level(map.integer("convolutions"), map.integer("kernel"), map.integer("width"));
    map.refuseOthers();
    return level;
  }

  /** The YAML form of a configuration, which {@link #fromMap(Map, String)} reads back. */
  public static Map<String, Object> toMap(NetworkConfiguration configuration) {
    Map<String, Object> map = entries(
        "name", configuration.name(),
        "inputs", configuration.inputs().stream().map(InputFeature::key).toList(),
        "image-offset", configuration.imageOffset(),
        "input-scale", configuration.inputScale(),
        "stem", configuration.stem(),
        "encoder", configuration.encoder().stream().map(NetworkConfigurations::levelMap).toList(),
        "bottleneck", levelMap(configuration.bottleneck()),
        "decoder", configuration.decoder().stream().map(NetworkConfigurations::levelMap).toList(),
        "prediction-kernel", configuration.predictionKernel(),
        "skips", configuration.skips(),
        "residual", configuration.residual(),
        "refinement-context", configuration.refinementContext(),
        "refinement", configuration.refinement(),
        "halo", configuration.halo());
    if (configuration.cascades()) map.put("coarsest", configuration.coarsest());
    configuration.smoothing().ifPresent(smoothing -> map.put("smoothing", entries("epsilon", smoothing.epsilon(),
        "least", smoothing.least(), "certain", smoothing.certain(), "power", smoothing.power())));
    return map;
  }

  private static Map<String, Object> levelMap(Level level) {
    return entries("convolutions", level.convolutions(), "kernel", level.kernel(), "width", level.width());
  }
}
