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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What there is on this machine of what TensorFlow's GPU build needs: NVIDIA's driver, a GPU, CUDA and cuDNN. Nothing is
 * loaded; files are looked at and {@code nvidia-smi} is asked.
 *
 * @param driver version of the kernel's NVIDIA driver; empty for none
 * @param gpus what {@code nvidia-smi} tells, a GPU each; empty for none or where it can't be asked
 * @param libraries by the name of the library that is needed, the file that was found; empty for none
 */
record GpuReport(Optional<String> driver, List<String> gpus, Map<String, Optional<Path>> libraries) {

  /** What TensorFlow 2.18 was built against, and the oldest driver that runs CUDA 12 (NVIDIA, CUDA Compatibility). */
  static final String NEEDED = "Needed are an NVIDIA GPU, an NVIDIA driver of 525.60.13 or newer, CUDA 12.5 and cuDNN 9.3,"
      + " whose libraries the system finds or the environment variable LD_LIBRARY_PATH names before the program starts.";

  private static final Map<String, String> LIBRARIES = libraryNames();
  private static final Pattern DRIVER_VERSION = Pattern.compile("\\b\\d{3}\\.\\d+(\\.\\d+)?\\b");
  private static final int SECONDS = 10;

  GpuReport {
    gpus = List.copyOf(gpus);
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
  }

  private static Map<String, String> libraryNames() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("libcuda.so.1", "the driver's library");
    names.put("libcudart.so.12", "the CUDA runtime");
    names.put("libcublas.so.12", "cuBLAS");
    names.put("libcudnn.so.9", "cuDNN");
    return names;
  }

  /** The report of this machine. Takes seconds where the driver is slow. */
  static GpuReport ofThisMachine() {
    return of(Path.of("/"), System.getenv("LD_LIBRARY_PATH"), output("ldconfig", "-p"),
        output("nvidia-smi", "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader"));
  }

  /**
   * A report from these sources.
   *
   * @param root of the file system
   * @param libraryPath folders separated by colons; null for none
   * @param linkerCache what {@code ldconfig -p} says
   * @param nvidiaSmi what {@code nvidia-smi} says; blank for nothing
   */
  static GpuReport of(Path root, String libraryPath, String linkerCache, String nvidiaSmi) {
    Map<String, Optional<Path>> found = new LinkedHashMap<>();
    Set<Path> folders = folders(root, libraryPath);
    for (String library : LIBRARIES.keySet()) found.put(library, find(library, folders, linkerCache));
    return new GpuReport(driver(root), nvidiaSmi.lines().map(String::strip).filter(line -> line.contains(",")).toList(),
        found);
  }

  private static Optional<String> driver(Path root) {
    Path file = root.resolve("proc/driver/nvidia/version");
    try {
      Matcher version = DRIVER_VERSION.matcher(Files.readString(file));
      return Optional.of(version.find() ? version.group() : "of unknown version");
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Set<Path> folders(Path root, String libraryPath) {
    Set<Path> folders = new LinkedHashSet<>();
    if (libraryPath != null)
      for (String folder : libraryPath.split(":")) {
        try {
          if (!folder.isBlank()) folders.add(Path.of(folder));
        } catch (InvalidPathException e) {
          continue; // names no folder, so nothing is found there either
        }
      }
    try (Stream<Path> local = Files.list(root.resolve("usr/local"))) {
      local.filter(folder -> folder.getFileName().toString().startsWith("cuda")).sorted()
          .forEach(folder -> folders.add(folder.resolve("lib64")));
    } catch (IOException e) {
      // There is no such folder.
    }
    for (String folder : List.of("usr/lib/x86_64-linux-gnu", "usr/lib64", "usr/lib/wsl/lib", "usr/lib"))
      folders.add(root.resolve(folder));
    return folders;
  }

  private static Optional<Path> find(String library, Set<Path> folders, String linkerCache) {
    for (Path folder : folders)
      if (Files.exists(folder.resolve(library))) return Optional.of(real(folder.resolve(library)));
    return linkerCache.lines().filter(line -> line.strip().startsWith(library + " ") && line.contains("=> "))
        .map(line -> real(Path.of(line.substring(line.indexOf("=> ") + 3).strip()))).findFirst();
  }

  /** The file itself, whose name tells the version. */
  private static Path real(Path link) {
    try {
      return link.toRealPath();
    } catch (IOException e) {
      return link;
    }
  }

  /** What was found, and what is needed. */
  String explain() {
    List<String> found = new ArrayList<>();
    found.add(driver.map(version -> "the NVIDIA driver " + version).orElse("no NVIDIA driver (/proc/driver/nvidia)"));
    found.add(gpus.isEmpty() ? "no GPU that nvidia-smi tells of" : "the GPU " + String.join(" and the GPU ", gpus));
    libraries.forEach((library, file) -> found.add(file.map(path -> LIBRARIES.get(library) + " " + path)
        .orElse("no " + LIBRARIES.get(library).replaceFirst("^the ", "") + " (" + library + ")")));
    return "Found: " + String.join("; ", found) + ". " + NEEDED;
  }

  /** What a program prints; empty if there is none, or it fails or hangs. */
  private static String output(String... command) {
    try {
      Path file = Files.createTempFile("deep-matting", ".txt");
      try {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file.toFile()).start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly();
        return ended && process.exitValue() == 0 ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
