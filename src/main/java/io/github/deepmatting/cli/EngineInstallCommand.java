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
package io.github.deepmatting.cli;

import io.github.deepmatting.engine.EngineBuild;
import io.github.deepmatting.engine.install.InstallRequest;
import io.github.deepmatting.engine.install.InstalledEngine;
import io.github.deepmatting.engine.install.ProxyAddress;
import io.github.deepmatting.engine.install.RepositorySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Installs the engine. */
@Command(
    name = "install",
    description = {
      "Fetch TensorFlow for this platform, try it, and use it from now on.",
      "The files' SHA-256 sums are checked. What was fetched before a break is kept for the next try; an engine that was"
          + " there before stays in use until the new one has run a test matte."
    },
    mixinStandardHelpOptions = true)
final class EngineInstallCommand implements Callable<Integer> {

  @Mixin private ConsoleOptions console;

  @Option(names = "--build", paramLabel = "cpu|gpu", defaultValue = "cpu",
      description = "gpu needs an NVIDIA GPU with CUDA 12.5 and cuDNN 9.3, on Linux x86-64. Default: cpu.")
  private String build;

  @Option(names = "--repository", paramLabel = "URL",
      description = "A Maven repository with TensorFlow. Default: " + RepositorySource.CENTRAL)
  private String repository;

  @Option(names = "--from", paramLabel = "DIR",
      description = "A folder with the files, side by side or as in a Maven repository, in place of a download.")
  private Path from;

  @Option(names = "--proxy", paramLabel = "HOST:PORT",
      description = "Proxy for the download. Default: that of Java's system properties https.proxyHost and so on.")
  private String proxy;

  @Option(names = "--engine-dir", paramLabel = "DIR",
      description = "Where to. Default: the first place of 'deepmatting engine info --help' that can be written to.")
  private Path engineDir;

  @Override
  public Integer call() throws IOException {
    InstallRequest request = console.checked(() -> new InstallRequest(EngineBuild.parse("--build", build),
        Optional.ofNullable(repository), Optional.ofNullable(from),
        Optional.ofNullable(proxy).map(text -> ProxyAddress.parse("--proxy", text)), Optional.ofNullable(engineDir)));
    console.checked(request::source);
    try (Interruption interruption = new Interruption(); ConsoleProgress progress = console.progress(interruption)) {
      InstalledEngine installed = request.install(progress);
      progress.clear();
      console.out().println(installed.message());
      return Main.DONE;
    } catch (CancellationException e) {
      console.out().println("Stopped; the next try goes on where this one ended.");
      return Main.FAILED;
    }
  }
}
