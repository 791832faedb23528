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
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one message that says why no GPU is used, and what to do about it. */
public final class GpuAdvice {

  private GpuAdvice() {}

  /**
   * The reason why a session sees no GPU. Looks for NVIDIA's libraries on this machine.
   *
   * @param build the build of the engine
   * @param version name and version of the runtime
   */
  public static String whyNone(EngineBuild build, String version) {
    return whyNone(build, version, NativePlatform.current(), missing(System.getenv("LD_LIBRARY_PATH"), linkerCache()));
  }

  static String whyNone(EngineBuild build, String version, NativePlatform platform, List<String> missing) {
    if (!platform.equals(NativePlatform.GPU))
      return version + " has no GPU build for this platform, " + platform + ", only for " + NativePlatform.GPU + ".";
    String found = build == EngineBuild.GPU
        ? version + " is installed in its GPU build but finds no GPU that it can use."
        : version + " is installed in its CPU build, which uses no GPU. Install the GPU build by Plugins > Deep Matting"
            + " > TensorFlow Engine... or by deepmatting engine install --build gpu.";
    // What TensorFlow 2.18 was built against, and the oldest driver that runs CUDA 12 (NVIDIA, CUDA Compatibility).
    return found + " It needs an NVIDIA GPU, an NVIDIA driver of 525.60.13 or newer, CUDA 12.5 and cuDNN 9.3, in"
        + " folders that the system or, before the program starts, the environment variable LD_LIBRARY_PATH names. "
        + (missing.isEmpty()
            ? "All of their libraries were found: see by nvidia-smi whether the GPU is there and the driver new enough."
            : "Not found: " + String.join(", ", missing) + ".");
  }

  /**
   * The libraries that a GPU needs and the dynamic linker would not find.
   *
   * @param libraryPath folders separated by colons; null for none
   * @param linkerCache what {@code ldconfig -p} says
   */
  static List<String> missing(String libraryPath, String linkerCache) {
    Map<String, String> needed = new LinkedHashMap<>();
    needed.put("libcuda.so.1", "the NVIDIA driver");
    needed.put("libcudart.so.12", "CUDA");
    needed.put("libcublas.so.12", "CUDA's cuBLAS");
    needed.put("libcudnn.so.9", "cuDNN");
    String[] folders = libraryPath == null ? new String[0] : libraryPath.split(":");
    return needed.keySet().stream()
        .filter(library -> linkerCache.lines().noneMatch(line -> line.strip().startsWith(library + " ")))
        .filter(library -> Arrays.stream(folders).noneMatch(folder -> Files.exists(Path.of(folder, library))))
        .map(library -> needed.get(library) + " (" + library + ")").toList();
  }

  private static String linkerCache() {
    try {
      Process process =
          new ProcessBuilder("/sbin/ldconfig", "-p").redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
