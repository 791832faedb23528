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
package io.github.deepmatting.tensorflow;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Instructions that the processor has, as Linux tells them. Elsewhere nothing is known, and nothing is claimed. */
final class ProcessorFeatures {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final String BFLOAT16 = "avx512_bf16";

  private ProcessorFeatures() {}

  /** True if convolutions in bfloat16 are faster here than in 32 bits: without these instructions they are slower. */
  static boolean bfloat16() {
    return bfloat16(CPU_INFO);
  }

  /**
   * The same, told by a file of the form of Linux's {@code /proc/cpuinfo}: every line {@code flags} of it must list the
   * instructions. False if there is no such file or it can't be read.
   */
  static boolean bfloat16(Path cpuInfo) {
    if (!Files.isReadable(cpuInfo)) return false;
    boolean found = false;
    try (BufferedReader reader = Files.newBufferedReader(cpuInfo, StandardCharsets.ISO_8859_1)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int colon = line.indexOf(':');
        if (colon < 0 || !line.substring(0, colon).strip().equals("flags")) continue;
        if (!Arrays.asList(line.substring(colon + 1).strip().split("\\s+")).contains(BFLOAT16)) return false;
        found = true;
      }
    } catch (IOException e) {
      return false;
    }
    return found;
  }
}
