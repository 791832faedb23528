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

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Files that appear whole or not at all: written beside their place under another name, forced to the disk, then
 * renamed in one step. Whatever fails before that leaves nothing behind, and leaves an older file as it was; only a kill
 * of the process can leave a hidden file that ends in {@code .part}.
 */
public final class WholeFile {

  private WholeFile() {}

  /** The content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all; need not flush or close. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param target where to; the folder must exist
   * @param force whether a file that exists is replaced
   * @param content what to write
   * @throws FileException if the file exists and is not to be replaced, the folder is missing, or writing fails
   */
  public static void write(Path target, boolean force, Content content) throws IOException {
    write(target, force, content, UnaryOperator.identity());
  }

  /** @param wrap put around the stream to the disk, so that tests can let it fail */
  static void write(Path target, boolean force, Content content, UnaryOperator<OutputStream> wrap)
      throws IOException {
    checkTarget(target, force);
    Path folder = target.toAbsolutePath().getParent();
    Path part = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    boolean done = false;
    // If the process is asked to end meanwhile (Ctrl+C), none of the lines below may run.
    part.toFile().deleteOnExit();
    try {
      try (FileChannel channel =
              FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(wrap.apply(Channels.newOutputStream(channel)), 1 << 16)) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      // It may have come into being while this one was written.
      checkTarget(target, force);
      rename(part, target);
      done = true;
    } catch (FileException e) {
      throw e;
    } catch (IOException e) {
      throw new FileException(target, "could not be written (" + reason(e) + "); nothing was left behind", e);
    } finally {
      if (!done) Files.deleteIfExists(part);
    }
  }

  /**
   * Checks, before long work, that a file can be written.
   *
   * @throws FileException if it exists and is not to be replaced, is a folder, or its folder is missing
   */
  public static void checkTarget(Path target, boolean force) throws FileException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(target))
      throw new FileException(target, "is a folder; give the name of a file");
    if (!Files.isDirectory(folder))
      throw new FileException(target, "cannot be written: there is no folder " + folder + "; make it first");
    if (!force && Files.exists(target, LinkOption.NOFOLLOW_LINKS))
      throw new FileException(target, "exists already and is left as it is; choose another name"
          + " or use --force");
  }

  private static void rename(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // Some network folders; the file is complete by now.
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException e) {
    // Its message is only the name of the hidden file.
    if (e instanceof AccessDeniedException) return "access denied: change the permissions, or choose another folder";
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
