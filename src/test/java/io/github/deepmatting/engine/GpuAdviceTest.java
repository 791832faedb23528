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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuAdviceTest {

  private static final NativePlatform LINUX = new NativePlatform("linux-x86_64");
  private static final String VERSION = "TensorFlow 2.18.0";

  @TempDir Path folder;

  @Test
  void allThatTheLinkerDoesNotFindIsNamed() throws IOException {
    assertEquals(List.of("the NVIDIA driver (libcuda.so.1)", "CUDA (libcudart.so.12)", "CUDA's cuBLAS (libcublas.so.12)",
        "cuDNN (libcudnn.so.9)"), GpuAdvice.missing(null, ""));
    Files.createFile(folder.resolve("libcudnn.so.9"));
    // As ldconfig prints it; cuBLAS is not cuBLASLt.
    String cache = "3 libs found in cache `/etc/ld.so.cache'\n\tlibcublasLt.so.12 (libc6,x86-64) => /lib/libcublasLt.so.12\n"
        + "\tlibcudart.so.12 (libc6,x86-64) => /lib/libcudart.so.12\n\tlibcuda.so.1 (libc6,x86-64) => /lib/libcuda.so.1\n";
    assertEquals(List.of("CUDA's cuBLAS (libcublas.so.12)"), GpuAdvice.missing("/nowhere::" + folder, cache));
  }

  @Test
  void theAdviceFitsTheBuildAndThePlatform() {
    String cpu = GpuAdvice.whyNone(EngineBuild.CPU, VERSION, LINUX, List.of());
    assertTrue(cpu.contains("deepmatting engine install --build gpu") && cpu.endsWith("driver new enough."), cpu);
    String gpu = GpuAdvice.whyNone(EngineBuild.GPU, VERSION, LINUX, List.of("cuDNN (libcudnn.so.9)"));
    assertTrue(gpu.contains("GPU build but finds no GPU") && gpu.contains("CUDA 12.5 and cuDNN 9.3"), gpu);
    assertTrue(gpu.endsWith("Not found: cuDNN (libcudnn.so.9)."), gpu);
    assertEquals(VERSION + " has no GPU build for this platform, macosx-arm64, only for linux-x86_64.",
        GpuAdvice.whyNone(EngineBuild.CPU, VERSION, new NativePlatform("macosx-arm64"), List.of()));
  }
}
