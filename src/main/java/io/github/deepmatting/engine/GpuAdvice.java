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

/** Why no GPU is used, and what to do about it. */
public final class GpuAdvice {

  private GpuAdvice() {}

  /**
   * Why a session sees no GPU. Looks at this machine, which may take seconds.
   *
   * @param build the build of the engine
   * @param version name and version of the runtime
   */
  public static String whyNone(EngineBuild build, String version) {
    return whyNone(build, version, NativePlatform.current(), GpuReport.ofThisMachine());
  }

  static String whyNone(EngineBuild build, String version, NativePlatform platform, GpuReport report) {
    if (!platform.equals(NativePlatform.GPU))
      return version + " has no GPU build for this platform, " + platform + ", only for " + NativePlatform.GPU + ".";
    return switch (build) {
      case CPU -> version + " is installed in its CPU build, which uses no GPU. Install the GPU build by Plugins > Deep"
          + " Matting > TensorFlow Engine... or by deepmatting engine install --build gpu. " + report.explain();
      case GPU -> version + " is installed in its GPU build but finds no GPU that it can use. " + report.explain();
    };
  }
}
