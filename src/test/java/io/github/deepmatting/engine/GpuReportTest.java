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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is found on machines made of files, and what is made of it. */
class GpuReportTest {

  private static final String SMI = "NVIDIA RTX A4000, 550.54.15, 16376 MiB\n";

  @TempDir Path root;

  private Path file(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void aMachineWithoutAnythingSaysSo() {
    GpuReport report = GpuReport.of(root, null, "", "");
    assertEquals(Optional.empty(), report.driver());
    assertEquals(List.of(), report.gpus());
    String text = report.explain();
    assertTrue(text.startsWith("Found: no NVIDIA driver (/proc/driver/nvidia); no GPU that nvidia-smi tells of; no"
        + " driver's library (libcuda.so.1); no CUDA runtime (libcudart.so.12); no cuBLAS (libcublas.so.12); no cuDNN"
        + " (libcudnn.so.9). Needed are"), text);
    assertTrue(text.contains("CUDA 12.5 and cuDNN 9.3"), text);
  }

  /** Folders of {@code LD_LIBRARY_PATH} are parted by colons, which Windows' own paths hold. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsThereIsTold() throws IOException {
    // The first line of this file as NVIDIA's open kernel module writes it.
    file("proc/driver/nvidia/version", "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  550.54.15  Release"
        + " Build  (dvs-builder@U16)\nGCC version:  gcc version 12.2.0 (Debian 12.2.0-14)\n");
    Path runtime = file("usr/local/cuda-12.5/lib64/libcudart.so.12.5.39", "");
    Files.createSymbolicLink(runtime.resolveSibling("libcudart.so.12"), runtime.getFileName());
    Path driver = file("usr/lib/x86_64-linux-gnu/libcuda.so.1", "");
    Path cudnn = file("opt/cudnn/libcudnn.so.9", "");
    Path blas = file("far/away/libcublas.so.12", "");
    String linker = "2 libs found in cache `/etc/ld.so.cache'\n\tlibcublasLt.so.12 (libc6,x86-64) => /not/this\n"
        + "\tlibcublas.so.12 (libc6,x86-64) => " + blas + "\n";
    GpuReport report = GpuReport.of(root, "/nowhere::" + cudnn.getParent(), linker, SMI);
    assertEquals(Optional.of("550.54.15"), report.driver());
    assertEquals(List.of("NVIDIA RTX A4000, 550.54.15, 16376 MiB"), report.gpus());
    assertEquals(Optional.of(runtime.toRealPath()), report.libraries().get("libcudart.so.12"));
    assertEquals(Optional.of(driver.toRealPath()), report.libraries().get("libcuda.so.1"));
    assertEquals(Optional.of(cudnn.toRealPath()), report.libraries().get("libcudnn.so.9"));
    assertEquals(Optional.of(blas.toRealPath()), report.libraries().get("libcublas.so.12"));
    String text = report.explain();
    assertTrue(text.startsWith("Found: the NVIDIA driver 550.54.15; the GPU NVIDIA RTX A4000, 550.54.15, 16376 MiB; the"
        + " driver's library " + driver.toRealPath() + "; the CUDA runtime " + runtime.toRealPath()), text);
  }

  @Test
  void theAdviceFitsTheBuildAndThePlatform() {
    GpuReport report = GpuReport.of(root, null, "", SMI);
    NativePlatform linux = new NativePlatform("linux-x86_64");
    String cpu = GpuAdvice.whyNone(EngineBuild.CPU, "TensorFlow 2.18.0", linux, report);
    assertTrue(cpu.contains("deepmatting engine install --build gpu") && cpu.contains("RTX A4000"), cpu);
    String gpu = GpuAdvice.whyNone(EngineBuild.GPU, "TensorFlow 2.18.0", linux, report);
    assertTrue(gpu.contains("GPU build but finds no GPU that it can use. Found: "), gpu);
    String mac = GpuAdvice.whyNone(EngineBuild.CPU, "TensorFlow 2.18.0", new NativePlatform("macosx-arm64"), report);
    assertEquals("TensorFlow 2.18.0 has no GPU build for this platform, macosx-arm64, only for linux-x86_64.", mac);
  }

  @Test
  void thisMachineCanBeLookedAt() {
    assertEquals(4, GpuReport.ofThisMachine().libraries().size());
  }
}
