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
package io.github.deepmatting.imagej.sources;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import io.github.deepmatting.files.FileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads files of ROIs as ImageJ saves them, without a ROI Manager: {@code .roi} for one, {@code .zip} for several. */
public final class RoiFiles {

  private static final String EXTENSION = ".roi";

  /** Far more than any outline has; a bound for damaged and hostile files. */
  private static final int MAX_BYTES = 1 << 26;

  private static final int MAX_ROIS = 100_000;

  private RoiFiles() {}

  /**
   * Reads all ROIs of a file, whose kind is recognised by its content. In an archive only entries that end in .roi
   * count.
   *
   * @param file a .roi or .zip file
   * @return at least one, named after the entry or the file
   * @throws FileException if there is no such file, it is neither, holds no ROI, or one that is damaged; the message
   *     names the file and the entry
   */
  public static List<Roi> read(Path file) throws IOException {
    if (!Files.exists(file)) throw new FileException(file, "there is no such file; give a .roi or .zip file");
    if (Files.isDirectory(file)) throw new FileException(file, "is a folder; give a .roi or .zip file");
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(2);
      boolean archive = in.read() == 'P' && in.read() == 'K';
      in.reset();
      if (!archive) return List.of(decode(in, file, String.valueOf(file.getFileName()), "it"));
      List<Roi> rois = readArchive(new ZipInputStream(in), file);
      if (rois.isEmpty())
        throw new FileException(file, "holds no entry that ends in .roi; save it with the ROI Manager (More > Save)");
      return rois;
    } catch (FileException e) {
      throw e;
    } catch (IOException e) {
      throw new FileException(file, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static List<Roi> readArchive(ZipInputStream archive, Path file) throws IOException {
    List<Roi> rois = new ArrayList<>();
    for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
      if (entry.isDirectory() || !entry.getName().toLowerCase(Locale.ROOT).endsWith(EXTENSION)) continue;
      if (rois.size() == MAX_ROIS)
        throw new FileException(file, "holds more than " + MAX_ROIS + " ROIs, which is the most that is read");
      String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
      rois.add(decode(archive, file, name, "its entry " + entry.getName()));
    }
    return rois;
  }

  private static Roi decode(InputStream in, Path file, String name, String what) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES);
    if (bytes.length == MAX_BYTES)
      throw new FileException(file, what + " is larger than any ROI (" + (MAX_BYTES >> 20) + " MB)");
    String bare = name.toLowerCase(Locale.ROOT).endsWith(EXTENSION)
        ? name.substring(0, name.length() - EXTENSION.length()) : name;
    Roi roi;
    try {
      roi = new RoiDecoder(bytes, bare).getRoi();
    } catch (IOException | RuntimeException e) {
      // The decoder trusts offsets and counts, so that damage shows in any way.
      throw new FileException(file, what + " is not an ImageJ ROI, or is damaged; save it again, or remove it", e);
    }
    if (roi == null)
      throw new FileException(file, what + " is a kind of ROI that cannot be read; save it again, or remove it");
    roi.setName(bare);
    return roi;
  }
}
