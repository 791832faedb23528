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
package io.github.deepmatting.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kinds of files, told apart by their first bytes, not by their names. */
public enum ImageFormat {
  TIFF("a TIFF"),
  PNG("a PNG"),
  JPEG("a JPEG"),
  GIF("a GIF"),
  BMP("a BMP"),
  PGM("a binary PGM or PPM"),
  WEBP("a WebP"),
  ZIP("a ZIP archive"),
  PDF("a PDF"),
  HDF5("an HDF5"),
  TEXT("text"),
  EMPTY("empty"),
  UNKNOWN("of an unknown kind");

  /** The formats that can be opened. */
  static final String ALLOWED = "allowed are TIFF, PNG, JPEG, GIF, BMP and PGM/PPM";

  private static final int HEAD = 512;

  private final String description;

  ImageFormat(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }

  /** The format of a file. */
  public static ImageFormat of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) return EMPTY;
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.matches("(?s)(II[*+]\0|MM\0[*+]).*")) return TIFF;
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) return PNG;
    if (start.startsWith("\u00ff\u00d8\u00ff")) return JPEG;
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) return GIF;
    if (start.startsWith("BM")) return BMP;
    if (start.matches("(?s)P[56]\\s.*")) return PGM;
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) return WEBP;
    if (start.startsWith("PK\u0003\u0004")) return ZIP;
    if (start.startsWith("%PDF")) return PDF;
    if (start.startsWith("\u0089HDF\r\n")) return HDF5;
    return isText(head) ? TEXT : UNKNOWN;
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') return false;
    return true;
  }
}
