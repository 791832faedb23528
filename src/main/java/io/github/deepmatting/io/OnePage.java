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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The place of a directory in a TIFF file. A reader goes through the whole chain of directories before it decodes a page;
 * of the files that this makes, the chain is that page alone.
 *
 * @param at the directory's first byte
 * @param end the byte after its last entry, where the place of the next directory is
 * @param order of bytes in the file
 * @param offsetBytes of such a place: 4, or 8 in BigTIFF, which is also where the place of the first directory is
 */
record OnePage(long at, long end, ByteOrder order, int offsetBytes) {

  /** The file as if it had no other page. Does not close the one that it reads from. */
  ImageInputStream of(ImageInputStream whole) {
    ByteBuffer place = ByteBuffer.allocate(offsetBytes).order(order);
    byte[] first = (offsetBytes == 8 ? place.putLong(at) : place.putInt((int) at)).array();
    return new ImageInputStreamImpl() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        bitOffset = 0;
        whole.seek(streamPos);
        int count = whole.read(bytes, offset, length);
        for (int i = 0; i < offsetBytes; i++) {
          put(bytes, offset, count, offsetBytes + i, first[i]);
          put(bytes, offset, count, end + i, (byte) 0);
        }
        streamPos += Math.max(0, count);
        return count;
      }

      private void put(byte[] bytes, int offset, int count, long place, byte value) {
        if (place >= streamPos && place < streamPos + count) bytes[offset + (int) (place - streamPos)] = value;
      }

      @Override
      public long length() {
        try {
          return whole.length();
        } catch (IOException e) {
          return -1;
        }
      }
    };
  }
}
