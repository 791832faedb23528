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

import io.github.deepmatting.files.FileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads binary PGM (grey) and PPM (RGB) files of 8 or 16 bits; ImageJ's own reader fills what a file lacks with black.
 * Samples are those stored, whatever the largest value is that the file declares.
 */
final class PgmReader {

  private PgmReader() {}

  static Samples read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.read(); // P
      int channels = in.read() == '6' ? 3 : 1;
      int width = number(in, file);
      int height = number(in, file);
      int largest = number(in, file);
      long pixels = (long) width * height;
      if (width < 1 || height < 1 || pixels > Integer.MAX_VALUE - 8 || largest < 1 || largest > 0xffff)
        throw new FileException(file, "is a damaged PGM or PPM file: it declares " + width + "x" + height
            + " pixels of values up to " + largest);
      int bytes = largest > 0xff ? 2 : 1;
      long available = Files.size(file);
      if (available < pixels * channels * bytes)
        throw new FileException(file, "is a truncated PGM or PPM file: it has " + available
            + " bytes but needs at least " + pixels * channels * bytes + "; copy it again");
      Object[] samples = new Object[channels];
      for (int c = 0; c < channels; c++)
        samples[c] = bytes == 1 ? (Object) new byte[(int) pixels] : new short[(int) pixels];
      byte[] row = new byte[Math.multiplyExact(width, channels * bytes)];
      for (int y = 0; y < height; y++) {
        if (in.readNBytes(row, 0, row.length) < row.length)
          throw new FileException(file, "is a truncated PGM or PPM file: it ends in row " + y + "; copy it again");
        for (int i = 0; i < width * channels; i++) {
          int at = y * width + i / channels;
          if (bytes == 1) ((byte[]) samples[i % channels])[at] = row[i];
          else ((short[]) samples[i % channels])[at] = (short) (row[2 * i] << 8 | row[2 * i + 1] & 0xff);
        }
      }
      return new Samples(width, height, List.of(samples), null, channels == 3);
    }
  }

  /** The next number of the header; consumes the one white space after it. A line may have a comment after '#'. */
  private static int number(InputStream in, Path file) throws IOException {
    int c = in.read();
    while (c == '#' || Character.isWhitespace(c)) {
      if (c == '#') while (c != '\n' && c >= 0) c = in.read();
      c = in.read();
    }
    long number = 0;
    boolean digits = false;
    for (; c >= '0' && c <= '9' && number <= Integer.MAX_VALUE; c = in.read(), digits = true)
      number = 10 * number + c - '0';
    if (!digits || number > Integer.MAX_VALUE || !Character.isWhitespace(c))
      throw new FileException(file, "is a truncated or damaged PGM or PPM file: its header cannot be read");
    return (int) number;
  }
}
