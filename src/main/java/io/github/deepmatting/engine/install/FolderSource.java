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
package io.github.deepmatting.engine.install;

import io.github.deepmatting.progress.Progress;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A folder with jars, for machines without a network: side by side, or laid out as a Maven repository.
 *
 * @param folder the folder
 */
public record FolderSource(Path folder) implements JarSource {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * @throws IllegalArgumentException if there is no such folder
   */
  public FolderSource {
    if (!Files.isDirectory(folder))
      throw new IllegalArgumentException(
          "There is no folder " + folder + "; give the one that holds TensorFlow's jars");
  }

  @Override
  public String name() {
    return "the folder " + folder;
  }

  @Override
  public void fetch(EngineJar jar, Path part, Progress progress) throws IOException {
    Path beside = folder.resolve(jar.fileName());
    Path file = Files.isRegularFile(beside) ? beside : folder.resolve(jar.repositoryPath());
    if (!Files.isRegularFile(file))
      throw new FileNotFoundException(folder + " has no " + jar.fileName() + ", neither in it nor at "
          + jar.repositoryPath() + "; copy it there from a machine with a network");
    PartFile target = new PartFile(part);
    target.restart();
    progress.begin("Copying " + jar.fileName(), jar.size());
    target.grow(PATIENCE, progress, () -> {
      try (InputStream in = Files.newInputStream(file)) {
        target.append(in, jar.size());
      }
    });
  }
}
