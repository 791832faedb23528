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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Describes the engine that is used, in lines for people to read. */
public final class EngineReport {

  private EngineReport() {}

  /**
   * Describes the engine of this process, which is loaded if need be: runtime, build, folder, the devices that a
   * session really sees, and the reason why no GPU is among them if one could be.
   *
   * @throws EngineUnavailableException if there is no engine or it does not load
   */
  public static String ofThisProcess() {
    Engine engine = EngineLoader.get();
    Path folder = EngineLoader.loadedFrom().orElseThrow();
    String text = text(folder, engine);
    try {
      Path next = EngineFolder.find().directory();
      if (!next.equals(folder)) text += "\nafter a restart: " + next;
    } catch (EngineUnavailableException e) {
      text += "\nafter a restart: " + e.getMessage();
    }
    return text;
  }

  /**
   * Describes an engine.
   *
   * @param folder the folder that it was loaded from
   */
  public static String text(Path folder, Engine engine) {
    List<String> lines = new ArrayList<>();
    lines.add("engine: " + engine.version());
    lines.add("build: " + engine.build());
    lines.add("folder: " + folder);
    for (Device device : engine.devices()) lines.add("device: " + device.type() + " " + device.name());
    engine.gpuProblem().ifPresent(lines::add);
    return String.join("\n", lines);
  }
}
