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
package io.github.deepmatting.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with the jars of TensorFlow Java and its dependencies. They are not on the class path; only the engine's
 * class loader reads them. {@link #find()} finds the folder. A folder that engines are installed in has one subfolder
 * per engine; its file {@value #CURRENT} names the one in use.
 *
 * @param directory the folder, as an absolute path
 * @param jars all jars in it, sorted by name
 */
public record EngineFolder(Path directory, List<Path> jars) {

  /**
   * The name of the file that holds the name of the subfolder in use. A file can be replaced in one step; a folder with
   * open files can't on every system.
   */
  public static final String CURRENT = "current";

  private static final String VERSION = "-\\d[\\w.+]*(-(SNAPSHOT|rc[\\w.]*))?";

  /** A jar that must be there exactly once: its name in messages, and a pattern of its file name. */
  private record Requirement(String name, Pattern fileName) {
    static Requirement of(String artifact, String classifier, String variants) {
      return new Requirement(
          artifact + "-VERSION" + classifier + ".jar",
          Pattern.compile(Pattern.quote(artifact) + VERSION + Pattern.quote(classifier) + variants + "\\.jar"));
    }
  }

  public EngineFolder {
    jars = List.copyOf(jars);
  }

  /**
   * The engine folder of this process. Looked for in this order: the system property {@code deepmatting.engine}; the
   * environment variable {@code DEEPMATTING_ENGINE}; {@code lib/deep-matting} in the Fiji or ImageJ2 that this runs in;
   * {@code .deep-matting/engine} in the user's home folder. If the property or the variable is set, only that folder
   * counts.
   *
   * @throws EngineMissingException if there is no complete one; the message names every place, what is missing there,
   *     and how to install it
   * @throws EngineUnavailableException if there is no native library for this platform
   */
  public static EngineFolder find() {
    return find(EnginePlaces.ofThisProcess(), NativePlatform.current());
  }

  /**
   * The engine folder at this path, and no other.
   *
   * @throws EngineMissingException if it is not a complete engine folder; the message says what is missing
   * @throws EngineUnavailableException if there is no native library for this platform
   */
  public static EngineFolder at(Path directory) {
    return find(List.of(new EnginePlaces.Place(directory, "named explicitly")), NativePlatform.current());
  }

  static EngineFolder find(List<EnginePlaces.Place> places, NativePlatform platform) {
    platform.requireSupported();
    StringBuilder looked = new StringBuilder();
    for (EnginePlaces.Place place : places) {
      if (!Files.isDirectory(place.directory())) {
        looked.append("\n  ").append(place).append(": no such folder");
        continue;
      }
      Path directory = current(place.directory());
      if (!Files.isDirectory(directory)) {
        looked.append("\n  ").append(place).append(": its file '").append(CURRENT).append("' names ")
            .append(directory).append(", which is no folder");
        continue;
      }
      List<Path> jars = jarsIn(directory);
      String wrong = whatIsWrong(jars, platform);
      if (wrong.isEmpty()) return new EngineFolder(directory, jars);
      looked.append("\n  ").append(place).append(": ").append(wrong);
    }
    throw new EngineMissingException(
        "TensorFlow was not found for " + platform + ". Looked for a folder with its jars in:" + looked
            + "\nTo get it: in Fiji, Plugins > Deep Matting > TensorFlow Engine...; in a macro or headless,"
            + " run(\"TensorFlow Engine...\", \"action=install build=cpu\"); on the command line,"
            + " deepmatting engine install. To use a folder elsewhere, name it by the environment variable "
            + EnginePlaces.VARIABLE + " or the system property " + EnginePlaces.PROPERTY + ".");
  }

  /**
   * The places where {@link #find()} finds an installed engine, the best one first. If the system property or the
   * environment variable names a folder, it is the only one.
   *
   * @return absolute paths, which need not exist
   */
  public static List<Path> placesToInstall() {
    return EnginePlaces.ofThisProcess().stream().map(EnginePlaces.Place::directory).toList();
  }

  /** The build of its native library. */
  public EngineBuild build() {
    return jars.stream().anyMatch(jar -> jar.getFileName().toString().endsWith("-gpu.jar"))
        ? EngineBuild.GPU : EngineBuild.CPU;
  }

  /** The folder with the jars: a subfolder where engines were installed, else the folder itself. */
  private static Path current(Path directory) {
    Path pointer = directory.resolve(CURRENT);
    if (!Files.isRegularFile(pointer)) return directory;
    try {
      return directory.resolve(Files.readString(pointer).strip());
    } catch (IOException | InvalidPathException e) {
      throw new EngineUnavailableException(
          "The file " + pointer + " can't be read (" + e + "); delete it, or install the engine again", e);
    }
  }

  private static List<Path> jarsIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file)).sorted().toList();
    } catch (IOException e) {
      throw new EngineUnavailableException("The engine folder " + directory + " can't be read: " + e, e);
    } catch (UncheckedIOException e) {
      throw new EngineUnavailableException("The engine folder " + directory + " can't be read: " + e.getCause(), e);
    }
  }

  /** Empty if the folder is complete. */
  private static String whatIsWrong(List<Path> jars, NativePlatform platform) {
    String classifier = "-" + platform.classifier();
    List<Requirement> requirements =
        List.of(
            Requirement.of("tensorflow-core-api", "", ""),
            Requirement.of("ndarray", "", ""),
            Requirement.of("protobuf-java", "", ""),
            Requirement.of("javacpp", "", ""),
            Requirement.of("javacpp", classifier, ""),
            Requirement.of("tensorflow-core-native", "", ""),
            Requirement.of("tensorflow-core-native", classifier, "(-gpu)?"));
    List<String> wrong = new ArrayList<>();
    String missing = requirements.stream().filter(requirement -> matching(jars, requirement).isEmpty())
        .map(Requirement::name).collect(Collectors.joining(", "));
    if (!missing.isEmpty())
      wrong.add("missing are " + missing + (missing.contains("native-VERSION-") ? otherNatives(jars) : ""));
    for (Requirement requirement : requirements)
      if (matching(jars, requirement).size() > 1)
        wrong.add("keep only one of " + String.join(" and ", matching(jars, requirement)));
    return String.join("; ", wrong);
  }

  private static String otherNatives(List<Path> jars) {
    List<String> others = matching(jars, Requirement.of("tensorflow-core-native", "", "-[a-z]+-.*"));
    return others.isEmpty() ? "" : " (for other platforms there is " + String.join(", ", others) + ")";
  }

  private static List<String> matching(List<Path> jars, Requirement requirement) {
    return jars.stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> requirement.fileName().matcher(name).matches())
        .toList();
  }
}
