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

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models that can be used. A model is asked for by the path of its folder or by its name. A name is that of a
 * folder in one of the model folders, or of a model that comes with the program; the first found counts, in this order.
 */
public final class Models {

  /** Name of the model that is used when none is asked for. */
  public static final String DEFAULT = "compact";

  /** System property with model folders, separated as in a class path; before the environment variable. */
  public static final String FOLDERS_PROPERTY = "deepmatting.models";

  /** Environment variable with model folders, separated as in a class path. */
  public static final String FOLDERS_VARIABLE = "DEEPMATTING_MODELS";

  private static final List<String> BUILT_IN = List.of(DEFAULT);
  private static final String BUILT_IN_FOLDER = "/models/";

  /**
   * A model that can be asked for.
   *
   * @param name the name to ask for it by
   * @param location its folder, or "built in"
   * @param description its description; empty if it can't be read
   * @param problem the reason why it can't be read; empty if it can
   */
  public record Entry(String name, String location, Optional<ModelDescription> description, Optional<String> problem) {}

  private final List<Path> folders;

  /**
   * @param folders folders that hold model folders, in the order they are searched; they need not exist
   */
  public Models(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /**
   * Looks into the folders of the system property {@value #FOLDERS_PROPERTY} or else of the environment variable
   * {@value #FOLDERS_VARIABLE}, then into {@code models/deep-matting} of the Fiji, then into
   * {@code .deep-matting/models} of the user's home.
   *
   * @param fiji the Fiji that the program runs in, if any
   */
  public static Models standard(Optional<Path> fiji) {
    List<Path> folders = new ArrayList<>();
    String setting = System.getProperty(FOLDERS_PROPERTY, System.getenv(FOLDERS_VARIABLE));
    if (setting != null)
      for (String folder : setting.split(File.pathSeparator)) if (!folder.isBlank()) folders.add(Path.of(folder));
    fiji.ifPresent(folder -> folders.add(folder.resolve("models").resolve("deep-matting")));
    folders.add(Path.of(System.getProperty("user.home"), ".deep-matting", "models"));
    return new Models(folders);
  }

  /** The folders that are searched for models, in order. */
  public List<Path> folders() {
    return folders;
  }

  /**
   * Reads a model and checks it, as {@link ModelFolder#read(Path)}.
   *
   * @param nameOrFolder a name, or the path of a model folder
   * @throws IOException if there is no such model (the message lists those that there are) or it can't be used
   */
  public MattingModel load(String nameOrFolder) throws IOException {
    Found found = find(nameOrFolder);
    return ModelFolder.read(found.files(), found.place());
  }

  /**
   * Reads a model's description.
   *
   * @param nameOrFolder a name, or the path of a model folder
   * @throws IOException as {@link #load(String)}
   */
  public ModelDescription info(String nameOrFolder) throws IOException {
    Found found = find(nameOrFolder);
    return ModelFolder.description(found.files(), found.place()).model();
  }

  /**
   * The text of a model's card, in Markdown; empty if it has none.
   *
   * @param nameOrFolder a name, or the path of a model folder
   * @throws IOException as {@link #load(String)}
   */
  public String card(String nameOrFolder) throws IOException {
    return ModelFolder.card(find(nameOrFolder).files());
  }

  /** All models that can be asked for by name; one that can't be read is listed with the problem. */
  public List<Entry> list() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Path parent : folders)
      for (Path folder : modelFolders(parent)) {
        String name = folder.getFileName().toString();
        entries.computeIfAbsent(name, key -> entry(key, folder.toString(), () -> ModelFolder.describe(folder)));
      }
    for (String name : BUILT_IN)
      if (isBuiltIn(name)) entries.computeIfAbsent(name, key -> entry(key, "built in", () -> info(key)));
    return List.copyOf(entries.values());
  }

  private interface Description {
    ModelDescription read() throws IOException;
  }

  private static Entry entry(String name, String location, Description description) {
    try {
      return new Entry(name, location, Optional.of(description.read()), Optional.empty());
    } catch (IOException | RuntimeException e) {
      return new Entry(name, location, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private static List<Path> modelFolders(Path parent) {
    if (!Files.isDirectory(parent)) return List.of();
    try (Stream<Path> children = Files.list(parent)) {
      // A hidden folder is one that is just being written.
      return children.filter(folder -> !folder.getFileName().toString().startsWith("."))
          .filter(ModelFolder::isModel).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A model's files, and the name of their place in messages. */
  private record Found(ModelFolder.Source files, String place) {
    static Found at(Path folder) {
      return new Found(ModelFolder.onDisk(folder), folder.toString());
    }
  }

  private Found find(String nameOrFolder) throws IOException {
    try {
      Path path = Path.of(nameOrFolder);
      boolean isName = path.getNameCount() == 1 && !path.isAbsolute() && !nameOrFolder.startsWith(".");
      if (ModelFolder.isModel(path)) return Found.at(path);
      if (isName) {
        for (Path parent : folders)
          if (ModelFolder.isModel(parent.resolve(path))) return Found.at(parent.resolve(path));
        if (isBuiltIn(nameOrFolder))
          return new Found(builtIn(nameOrFolder), BUILT_IN_FOLDER.substring(1) + nameOrFolder);
      }
      if (Files.isDirectory(path))
        throw new FileNotFoundException(
            path + " is no model folder: it has no " + ModelFolder.DESCRIPTION_FILE);
    } catch (InvalidPathException e) {
      // Not even a path: no model either.
    }
    throw new FileNotFoundException("There is no model '" + nameOrFolder + "'. Give the path of a model folder or one"
        + " of: " + String.join(", ", list().stream().map(Entry::name).toList()) + " (searched: "
        + String.join(", ", folders.stream().map(Path::toString).toList()) + " and the models that come with the"
        + " program)");
  }

  private static boolean isBuiltIn(String name) {
    return !name.isEmpty() && Models.class.getResource(resource(name, ModelFolder.DESCRIPTION_FILE)) != null;
  }

  private static ModelFolder.Source builtIn(String name) {
    return file -> Models.class.getResourceAsStream(resource(name, file));
  }

  private static String resource(String name, String file) {
    return BUILT_IN_FOLDER + name + "/" + file;
  }
}
