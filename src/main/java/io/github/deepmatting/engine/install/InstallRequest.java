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

import io.github.deepmatting.engine.EngineBuild;
import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.engine.EngineUnavailableException;
import io.github.deepmatting.engine.NativePlatform;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A request to install an engine: the build, its source and the target folder.
 *
 * @param build CPU or GPU
 * @param repository address of a Maven repository; empty for Maven Central
 * @param folder a folder with the jars, instead of a repository
 * @param proxy for the repository; empty for that of Java's system properties, if any
 * @param home the folder to install into; empty for the first of {@link EngineFolder#placesToInstall()} that can be
 *     written to
 */
public record InstallRequest(EngineBuild build, Optional<String> repository, Optional<Path> folder,
    Optional<ProxyAddress> proxy, Optional<Path> home) {

  /**
   * @throws IllegalArgumentException if there are both a repository and a folder, or a folder and a proxy
   */
  public InstallRequest {
    if (folder.isPresent() && (repository.isPresent() || proxy.isPresent()))
      throw new IllegalArgumentException("The engine can be installed from a folder, or from a repository through a"
          + " proxy, but not from both; leave out the folder or the others");
  }

  /** This build from Maven Central, into the usual place. */
  public static InstallRequest of(EngineBuild build) {
    return new InstallRequest(build, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The engine for the platform that this process runs on.
   *
   * @throws EngineUnavailableException if there is none for the platform
   * @throws IllegalArgumentException if there is no such build for it
   */
  public EngineDistribution distribution() {
    return EngineDistribution.of(NativePlatform.current(), build);
  }

  /**
   * The source of its jars.
   *
   * @throws IllegalArgumentException if the repository's address is not valid or there is no such folder
   */
  public JarSource source() {
    return folder.<JarSource>map(FolderSource::new)
        .orElseGet(() -> new RepositorySource(repository.orElse(RepositorySource.CENTRAL), proxy));
  }

  /** The folder that it would be installed into, as an absolute path. */
  public Path target() {
    return home.map(path -> path.toAbsolutePath().normalize())
        .orElseGet(() -> firstWritable(EngineFolder.placesToInstall()));
  }

  /**
   * Installs the engine. Tells its size and place first, and warns if another engine is found before it.
   *
   * @throws IllegalArgumentException if the repository, the folder or the build is not valid
   * @throws IOException if it can't be installed; the message says what to do, and the previous engine stays in use
   * @throws CancellationException if the user asked to stop; what was downloaded is kept for the next attempt
   */
  public InstalledEngine install(Progress progress) throws IOException {
    EngineDistribution distribution = distribution();
    JarSource source = source();
    Path target = target();
    List<Path> places = EngineFolder.placesToInstall();
    if (home.isEmpty() && !target.equals(places.get(0)))
      progress.info(places.get(0) + " can't be written to; the engine is installed in the user's folder");
    progress.info(distribution.describe() + "\nfrom " + source.name() + "\ninto " + target);
    InstalledEngine installed =
        new EngineInstaller(target, new ProcessTrial()).install(distribution, source, progress);
    howToUse(installed.folder(), target).ifPresent(progress::warn);
    return installed;
  }

  /** Advice if another engine than the installed one is found; empty if not. */
  private static Optional<String> howToUse(Path installed, Path target) {
    String name = "to use the new one, set the environment variable DEEPMATTING_ENGINE to " + target;
    try {
      Path used = EngineFolder.find().directory();
      return used.equals(installed) ? Optional.empty()
          : Optional.of("The engine in " + used + " is found before the new one; " + name);
    } catch (EngineUnavailableException e) {
      return Optional.of("The new engine is in a folder that is not searched for engines; " + name);
    }
  }

  /** The first place that can be written to; the first of all if none can, for a message that names it. */
  static Path firstWritable(List<Path> places) {
    return places.stream().filter(InstallRequest::writable).findFirst().orElseGet(() -> places.get(0));
  }

  private static boolean writable(Path folder) {
    for (Path there = folder; there != null; there = there.getParent())
      if (Files.exists(there)) return Files.isDirectory(there) && Files.isWritable(there);
    return false;
  }
}
