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
package io.github.deepmatting.training.loop;

import io.github.deepmatting.model.Npz;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Saved states of a training in a folder: {@value #CURRENT}, the one before it as {@value #PREVIOUS}, and the averaged
 * weights of the best validation as {@value #BEST}, all in NumPy's format. Files appear whole or not at all.
 */
public final class Checkpoints {

  public static final String CURRENT = "checkpoint.npz";
  public static final String PREVIOUS = "checkpoint.previous.npz";
  public static final String BEST = "best.npz";
  public static final String LAST = "last.npz";

  private static final String POSITION = "training/position";

  /** A state read back. */
  record Saved(Weights state, Position position) {}

  private final Path folder;

  /** Creates the folder if it is missing. */
  public Checkpoints(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    if (!Files.isWritable(folder)) throw new IOException("No permission to write to " + folder + "; choose another");
  }

  public Path folder() {
    return folder;
  }

  /** Writes a state; the current checkpoint becomes the previous one only after the new one is on disk. */
  void write(Weights state, Position position) throws IOException {
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    for (String name : state.names()) arrays.put(name, state.get(name));
    arrays.put(POSITION, position.toArray());
    writeWeights("checkpoint.new.npz", new Weights(arrays));
    Path fresh = folder.resolve("checkpoint.new.npz");
    Path current = folder.resolve(CURRENT);
    if (Files.exists(current)) move(current, folder.resolve(PREVIOUS));
    move(fresh, current);
  }

  /** Why writing failed: Java's own message may be a hidden file's name alone. */
  String reason(IOException e) {
    if (!Files.isDirectory(folder)) return "the folder is gone";
    if (e instanceof AccessDeniedException) return "access denied";
    return e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.getMessage();
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes averaged weights, e.g. as the best or the last of this training. */
  void writeWeights(String name, Weights weights) throws IOException {
    try {
      Npz.write(folder.resolve(name), weights, false);
    } catch (IOException e) {
      throw new IOException("The checkpoint could not be written to " + folder + " (" + reason(e)
          + "); the one before is still whole if the folder is. Make room there, or bring it back, then resume", e);
    }
  }

  /**
   * The newest state that is whole: a kill may have come between two renames, or damage may have come later.
   *
   * @throws IOException if there are checkpoints but none can be read
   */
  Optional<Saved> read() throws IOException {
    IOException first = null;
    for (String name : new String[] {CURRENT, PREVIOUS}) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) continue;
      try {
        return Optional.of(read(file));
      } catch (IOException | IllegalArgumentException e) {
        IOException problem = new IOException(file + " can't be resumed from: " + e.getMessage(), e);
        if (first == null) first = problem;
        else first.addSuppressed(problem);
      }
    }
    if (first != null) throw first;
    return Optional.empty();
  }

  private static Saved read(Path file) throws IOException {
    Weights all = Npz.read(file);
    Map<String, Weights.Array> state = new LinkedHashMap<>();
    for (String name : all.names()) if (!name.equals(POSITION)) state.put(name, all.get(name));
    return new Saved(new Weights(state), Position.of(all.get(POSITION)));
  }
}
