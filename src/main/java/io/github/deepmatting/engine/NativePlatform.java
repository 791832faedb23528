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

import java.util.List;
import java.util.Locale;

/**
 * An operating system and processor, named by the classifier that jars with native libraries carry.
 *
 * @param classifier e.g. {@code linux-x86_64}
 */
public record NativePlatform(String classifier) {

  /** The platforms that TensorFlow Java 1.1 has a native library for. */
  public static final List<NativePlatform> SUPPORTED =
      List.of(
          new NativePlatform("linux-x86_64"),
          new NativePlatform("linux-arm64"),
          new NativePlatform("macosx-arm64"),
          new NativePlatform("windows-x86_64"));

  /** The one platform that there is a GPU build for. */
  static final NativePlatform GPU = new NativePlatform("linux-x86_64");

  /** The platform that this process runs on. */
  public static NativePlatform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /**
   * The platform of the system properties {@code os.name} and {@code os.arch}; unknown names are kept, in lower case.
   */
  public static NativePlatform of(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    String family = name.startsWith("mac") ? "macosx" : name.startsWith("windows") ? "windows" : name;
    String architecture =
        switch (processor.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64", "x86-64", "x64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> processor.toLowerCase(Locale.ROOT);
        };
    return new NativePlatform(family.replace(' ', '-') + "-" + architecture);
  }

  /** True if there is a native library for it. */
  public boolean supported() {
    return SUPPORTED.contains(this);
  }

  /**
   * Checks that there is a native library for it.
   *
   * @throws EngineUnavailableException if there is none; the message names this platform and the supported ones
   */
  public void requireSupported() {
    if (!supported())
      throw new EngineUnavailableException(
          "There is no native library of TensorFlow for this platform, " + this + "; there are libraries for "
              + String.join(", ", SUPPORTED.stream().map(NativePlatform::classifier).toList())
              + ". Everything that needs no network still works.");
  }

  @Override
  public String toString() {
    return classifier;
  }
}
