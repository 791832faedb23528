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

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorFeaturesTest {

  private static final String WITH = "processor : 0\nvendor_id\t: X\nflags\t\t: fpu sse avx512f avx512_bf16 amx_tile\nbugs\t: \n";

  @TempDir private Path folder;

  private boolean bfloat16(String text) throws IOException {
    return ProcessorFeatures.bfloat16(Files.writeString(folder.resolve("cpuinfo"), text));
  }

  @Test
  void findsTheInstructionsAmongTheFlags() throws IOException {
    assertTrue(bfloat16(WITH));
    assertTrue(bfloat16(WITH + "\n" + WITH));
  }

  @Test
  void claimsNothingWithoutThem() throws IOException {
    assertFalse(bfloat16("processor : 0\nflags\t\t: fpu sse avx512f\n"));
    assertFalse(bfloat16("processor : 0\nflags\t\t: fpu avx512_bf16x\n"), "another name that begins so");
    assertFalse(bfloat16("model name : avx512_bf16\nflags : fpu\n"), "another line");
    assertFalse(bfloat16(WITH + "\nprocessor : 1\nflags : fpu\n"), "one of two processors is without");
    assertFalse(bfloat16(""));
  }

  @Test
  void claimsNothingWhereThereIsNoSuchFile() {
    assertFalse(ProcessorFeatures.bfloat16(folder.resolve("none")));
    assertFalse(ProcessorFeatures.bfloat16(folder));
  }
}
