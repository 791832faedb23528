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

import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.files.FolderLock;
import io.github.deepmatting.files.NewFolder;
import io.github.deepmatting.files.Sha256;
import io.github.deepmatting.files.WholeFile;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Installs engines into a folder, each in a subfolder of its own. The jars are brought into a hidden subfolder. When
 * all are there and their checksums are right, the subfolder gets its name, in one step. When a test matte has run with
 * it, the file {@code current} is replaced by one that names it, and only then is the previous engine removed. If
 * anything fails or is cancelled before that, the previous engine stays in use, and the files so far are kept for the
 * next attempt.
 */
public final class EngineInstaller {

  private static final String HIDDEN = ".incomplete-";
  private static final String ENGINE_NAME = "\\d[\\w.]*-[a-z]+-\\w+-(cpu|gpu)(-\\d+)?";

  private final Path home;
  private final EngineTrial trial;
  private final FreeSpace freeSpace;

  /** The space that is left on a disk. */
  interface FreeSpace {
    /** The bytes that this process may still write into an existing folder. */
    long in(Path folder) throws IOException;
  }

  /**
   * @param home the folder to install into; made if it is missing
   * @param trial the test of a new engine
   */
  public EngineInstaller(Path home, EngineTrial trial) {
    this(home, trial, folder -> Files.getFileStore(folder).getUsableSpace());
  }

  EngineInstaller(Path home, EngineTrial trial, FreeSpace freeSpace) {
    this.home = home.toAbsolutePath().normalize();
    this.trial = trial;
    this.freeSpace = freeSpace;
  }

  /**
   * Installs an engine and makes it the one in use.
   *
   * @param distribution the engine
   * @param source the source of its jars
   * @param progress receives activities and messages, and is asked whether to go on
   * @throws IOException if it can't be installed; the message says what to do, and the previous engine stays in use
   * @throws CancellationException if the user asked to stop; the previous engine stays in use
   */
  public InstalledEngine install(EngineDistribution distribution, JarSource source, Progress progress)
      throws IOException {
    makeHome();
    try (FolderLock lock = FolderLock.of(home, "installation")) {
      Path staged = home.resolve(HIDDEN + distribution.name());
      Files.createDirectories(staged);
      requireSpace(distribution, staged);
      for (EngineJar jar : distribution.jars()) bring(jar, source, staged, progress);
      Path engine = freeName(distribution.name());
      Files.move(staged, engine, StandardCopyOption.ATOMIC_MOVE);
      String said;
      try {
        progress.begin("Trying the new engine", 0);
        said = trial.run(engine, progress::isCancelled);
      } catch (IOException | RuntimeException e) {
        putBack(engine, staged);
        throw e;
      }
      switchTo(engine);
      removeOthers(engine, progress);
      removeLeftovers();
      return new InstalledEngine(engine, said, EngineLoader.loadedFrom().filter(loaded -> !loaded.equals(engine))
          .isPresent());
    }
  }

  private void makeHome() throws IOException {
    IOException cause = null;
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      cause = e;
    }
    if (cause != null || !Files.isWritable(home))
      throw new IOException(home + " can't be written to. Choose another folder for the engine, or have somebody"
          + " install it who may write there", cause);
  }

  private void requireSpace(EngineDistribution distribution, Path staged) throws IOException {
    long there = 0;
    try (Stream<Path> files = Files.list(staged)) {
      for (Path file : files.toList()) there += Files.size(file);
    }
    long needed = Math.max(0, distribution.size() - there) + distribution.unpacked();
    long free = freeSpace.in(home);
    if (free < needed)
      throw new IOException(home + " has " + Bytes.megabytes(free) + " free, but " + Bytes.megabytes(needed)
          + " are needed. Free some space, or choose another folder for the engine");
  }

  private void bring(EngineJar jar, JarSource source, Path folder, Progress progress) throws IOException {
    progress.checkCancelled();
    Path file = folder.resolve(jar.fileName());
    if (Files.exists(file) && isWhole(jar, file)) return;
    Path part = folder.resolve(jar.fileName() + ".part");
    for (Path engine : engines()) {
      Path there = engine.resolve(jar.fileName());
      if (!Files.isRegularFile(there) || !isWhole(jar, there)) continue;
      Files.copy(there, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    boolean resumed = Files.exists(part);
    source.fetch(jar, part, progress);
    if (!isWhole(jar, part) && resumed) {
      // The beginning may be that of another file.
      Files.delete(part);
      source.fetch(jar, part, progress);
    }
    if (!isWhole(jar, part)) {
      String sum = Sha256.of(part);
      Files.delete(part);
      throw new IOException(jar.fileName() + " from " + source.name() + " is not the right file: its SHA-256 is " + sum
          + " but must be " + jar.sha256() + ". It was deleted. Try again, or give another repository address or"
          + " folder");
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isWhole(EngineJar jar, Path file) throws IOException {
    return Files.size(file) == jar.size() && Sha256.of(file).equals(jar.sha256());
  }

  /** The name itself, or with a number if an engine of this name is installed already. */
  private Path freeName(String name) {
    Path free = home.resolve(name);
    for (int number = 2; Files.exists(free); number++) free = home.resolve(name + "-" + number);
    return free;
  }

  /** Keeps the jars for the next attempt, without what the trial unpacked. */
  private static void putBack(Path engine, Path staged) throws IOException {
    try (Stream<Path> files = Files.list(engine)) {
      for (Path file : files.filter(path -> !path.toString().endsWith(".jar")).toList()) NewFolder.delete(file);
    }
    Files.move(engine, staged, StandardCopyOption.ATOMIC_MOVE);
  }

  private void switchTo(Path engine) throws IOException {
    byte[] name = (engine.getFileName() + "\n").getBytes(StandardCharsets.UTF_8);
    WholeFile.write(home.resolve(EngineFolder.CURRENT), true, out -> out.write(name));
  }

  /** The installed engines, and the remains of those that could not be removed completely. */
  private List<Path> engines() throws IOException {
    try (Stream<Path> children = Files.list(home)) {
      return children.filter(child -> child.getFileName().toString().matches(ENGINE_NAME)).sorted().toList();
    }
  }

  /** Removes what was installed before. */
  private void removeOthers(Path engine, Progress progress) throws IOException {
    for (Path other : engines()) {
      if (other.equals(engine)) continue;
      boolean inUse = EngineLoader.loadedFrom().filter(other::equals).isPresent();
      try {
        if (!inUse) NewFolder.delete(other);
      } catch (IOException e) {
        inUse = true; // by another process, on Windows
      }
      if (inUse)
        progress.info("The previous engine is still in use in " + other + "; the next installation removes it");
    }
  }

  /**
   * Removes the remains of installations that were killed, given up or of another version. Whoever holds the lock knows
   * that nobody is at work on them.
   */
  private void removeLeftovers() throws IOException {
    FolderLock.removeLeftovers(home, ".*");
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(home, HIDDEN + "*")) {
      for (Path folder : folders) NewFolder.delete(folder);
    }
  }
}
