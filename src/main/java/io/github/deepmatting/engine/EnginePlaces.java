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

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The places where the folder with the engine's jars is looked for, in this order:
 *
 * <ol>
 *   <li>a folder named explicitly, by an option or a parameter;
 *   <li>the system property {@code deepmatting.engine};
 *   <li>the environment variable {@code DEEPMATTING_ENGINE};
 *   <li>{@code lib/deep-matting} in the Fiji or ImageJ2 that this runs in, known by the system properties
 *       {@code scijava.app.directory}, {@code imagej.dir} or {@code ij1.plugin.dirs}, or by the plugin's own jar lying
 *       below {@code jars} or {@code plugins};
 *   <li>{@code .deep-matting/engine} in the user's home folder.
 * </ol>
 *
 * The first three are the user's decision: the first of them that is set is the only place, and it is an error if it is
 * not a complete engine folder. Of the others, the first that is complete is taken.
 */
final class EnginePlaces {

  static final String PROPERTY = "deepmatting.engine";
  static final String VARIABLE = "DEEPMATTING_ENGINE";

  /**
   * One place.
   *
   * @param directory absolute path, not necessarily there
   * @param origin the setting that names it, for messages
   */
  record Place(Path directory, String origin) {
    Place {
      directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public String toString() {
      return directory + " (" + origin + ")";
    }
  }

  private EnginePlaces() {}

  /** The places of this process. */
  static List<Place> ofThisProcess() {
    return of(System::getProperty, System::getenv, ownLocation());
  }

  /**
   * The places for these surroundings.
   *
   * @param property value of a system property, or null
   * @param variable value of an environment variable, or null
   * @param ownLocation the plugin's jar or class folder
   * @return one place where a user decided, otherwise all candidates in order
   */
  static List<Place> of(UnaryOperator<String> property, UnaryOperator<String> variable, Optional<Path> ownLocation) {
    String fromProperty = property.apply(PROPERTY);
    if (given(fromProperty)) return List.of(new Place(path(fromProperty, PROPERTY), "system property " + PROPERTY));
    String fromVariable = variable.apply(VARIABLE);
    if (given(fromVariable))
      return List.of(new Place(path(fromVariable, VARIABLE), "environment variable " + VARIABLE));
    List<Place> places = new ArrayList<>();
    for (Path root : applicationRoots(property, ownLocation))
      places.add(new Place(root.resolve("lib").resolve("deep-matting"), "the Fiji or ImageJ2 that this runs in"));
    String home = property.apply("user.home");
    if (given(home)) places.add(new Place(Path.of(home, ".deep-matting", "engine"), "the user's folder"));
    return List.copyOf(places);
  }

  private static Set<Path> applicationRoots(UnaryOperator<String> property, Optional<Path> ownLocation) {
    Set<Path> roots = new LinkedHashSet<>();
    for (String name : List.of("scijava.app.directory", "imagej.dir")) {
      String value = property.apply(name);
      if (given(value)) roots.add(path(value, name).toAbsolutePath().normalize());
    }
    String pluginFolders = property.apply("ij1.plugin.dirs");
    if (given(pluginFolders))
      for (String folder : pluginFolders.split(File.pathSeparator))
        if (given(folder)) parent(path(folder, "ij1.plugin.dirs")).ifPresent(roots::add);
    ownLocation.flatMap(EnginePlaces::rootAbove).ifPresent(roots::add);
    return roots;
  }

  private static Optional<Path> parent(Path path) {
    return Optional.ofNullable(path.toAbsolutePath().normalize().getParent());
  }

  /** The folder that holds the {@code jars} or {@code plugins} folder in which, at any depth, this jar lies. */
  private static Optional<Path> rootAbove(Path jar) {
    if (!jar.toString().endsWith(".jar")) return Optional.empty();
    for (Path folder = jar.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
      Path name = folder.getFileName();
      if (name != null && (name.toString().equals("jars") || name.toString().equals("plugins")))
        return Optional.ofNullable(folder.getParent());
    }
    return Optional.empty();
  }

  /** The jar or class folder that this class comes from. */
  static Optional<Path> ownLocation() {
    CodeSource source = EnginePlaces.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) return Optional.empty();
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  private static boolean given(String value) {
    return value != null && !value.isBlank();
  }

  private static Path path(String value, String origin) {
    try {
      return Path.of(value.strip());
    } catch (InvalidPathException e) {
      throw new EngineUnavailableException(origin + " is not a path: '" + value + "' (" + e.getReason() + ")", e);
    }
  }
}
