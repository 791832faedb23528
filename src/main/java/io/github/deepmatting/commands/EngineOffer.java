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
package io.github.deepmatting.commands;

import io.github.deepmatting.engine.EngineBuild;
import io.github.deepmatting.engine.EngineMissingException;
import io.github.deepmatting.engine.install.InstallRequest;
import io.github.deepmatting.engine.install.InstalledEngine;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.util.function.Predicate;

/** Offers to install the engine when work needs it and there is none. */
final class EngineOffer {

  /** Work that needs the engine. */
  interface Work {
    void run() throws IOException;
  }

  /** Installs what was agreed to. */
  interface Installation {
    InstalledEngine install(InstallRequest request) throws IOException;
  }

  private final Predicate<String> agrees;
  private final Installation installation;

  /**
   * @param agrees asks a question and says whether the answer is yes
   * @param installation does it
   */
  EngineOffer(Predicate<String> agrees, Installation installation) {
    this.agrees = agrees;
    this.installation = installation;
  }

  /**
   * Does the work, once more after an installation.
   *
   * @throws EngineMissingException if there is no engine and none is wanted
   */
  void around(Work work, Progress progress) throws IOException {
    try {
      work.run();
    } catch (EngineMissingException e) {
      InstallRequest request = InstallRequest.of(EngineBuild.CPU);
      if (!agrees.test("Mattes need TensorFlow, which is not installed yet.\n" + request.distribution().describe()
          + "\nfrom " + request.source().name() + "\ninto " + request.target() + "\n \nInstall it now? For a GPU, another"
          + " folder, a proxy or without a network:\nCancel, then Plugins > Deep Matting > TensorFlow Engine...")) throw e;
      progress.info(installation.install(request).message());
      work.run();
    }
  }
}
