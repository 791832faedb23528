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
package io.github.deepmatting.trimap;

import java.util.List;
import java.util.Locale;

/**
 * A trimap that was read from an image, and the in-between values found there: those that are none of the encoding's
 * three.
 *
 * @param trimap the trimap
 * @param encoding how the image's values were understood
 * @param readAsBackground in-between values near background, read as such
 * @param readAsUnknown other in-between values, read as unknown
 * @param readAsForeground in-between values near foreground, read as such
 */
public record TrimapReading(
    Trimap trimap, TrimapEncoding encoding, long readAsBackground, long readAsUnknown, long readAsForeground) {

  /** The number of pixels with an in-between value. */
  public long greys() {
    return readAsBackground + readAsUnknown + readAsForeground;
  }

  /** A sentence on the in-between values and how they were read, for a log; empty if there are none. */
  public List<String> warnings() {
    if (greys() == 0) return List.of();
    return List.of(String.format(Locale.ROOT,
        "The trimap has %d pixels with other values than %s (an antialiased or JPEG trimap?): %d up to %s were read"
            + " as background, %d from %s on as foreground, the other %d as unknown. Save trimaps without smoothing,"
            + " as PNG or TIFF, to be sure",
        greys(), encoding.describe(), readAsBackground, number(TrimapReader.BACKGROUND_UP_TO), readAsForeground,
        number(TrimapReader.FOREGROUND_FROM), readAsUnknown));
  }

  private String number(double share) {
    return String.format(Locale.ROOT, "%.4g", share * encoding.foreground());
  }
}
