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
package io.github.deepmatting.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock on a folder that only one process may write to. It is held until it is closed or the process ends, however
 * that comes about. The file {@value #NAME} in the folder stays there, which means nothing.
 */
public final class FolderLock implements AutoCloseable {

  /** Name of the file that is locked. */
  public static final String NAME = ".lock";

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks a folder, which must exist.
   *
   * @param user what would hold the lock, for the message, e.g. "training"
   * @throws FileException if another process, or another part of this one, holds the lock; or if it can't be had
   */
  public static FolderLock of(Path folder, String user) throws IOException {
    FileChannel channel = null;
    FileLock lock = null;
    try {
      channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This process holds it, which is no different.
    } catch (IOException e) {
      throw new FileException(folder, "can't be locked (" + e + "); choose a folder on another disk", e);
    } finally {
      if (channel != null && lock == null) channel.close();
    }
    if (lock == null)
      throw new FileException(
          folder, "is in use by another " + user + "; wait for its end or stop it, or choose another folder");
    return new FolderLock(channel);
  }

  /**
   * Deletes what killed processes left half written: files and folders under the hidden names that {@link WholeFile}
   * and {@link NewFolder} give them. To be called only while nothing else can be writing there.
   *
   * @param folder where to look, not below it
   * @param name regular expression for the names that the files and folders were to get
   */
  public static void removeLeftovers(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) return;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder,
        file -> file.getFileName().toString().matches("\\.(" + name + ")\\." + UUID + "\\.(tmp|part)"))) {
      for (Path file : files) NewFolder.delete(file);
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
