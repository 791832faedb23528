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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was found when an image was read as a trimap.
 *
 * @param encoding how its values were understood
 * @param greys pixels with in-between values: none of the encoding's three
 * @param readAsBackground in-between values near background, read as such
 * @param readAsUnknown other in-between values, read as unknown
 * @param readAsForeground in-between values near foreground, read as such
 * @param thresholds where near ends
 */
public record TrimapReport(
    TrimapEncoding encoding,
    long greys,
    long readAsBackground,
    long readAsUnknown,
    long readAsForeground,
    TrimapThresholds thresholds) {

  /** Whether every pixel had one of the encoding's three values. */
  public boolean isClean() {
    return greys == 0;
  }

  /** A sentence that tells what was found and how it was read, for a log; empty if all is clean. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!isClean()) {
      double scale = encoding.foreground();
      warnings.add(String.format(Locale.ROOT,
          "The trimap has %d pixels with other values than %s (an antialiased or JPEG trimap?): %d up to %s were read"
              + " as background, %d from %s on as foreground, the other %d as unknown. Save trimaps without smoothing,"
              + " as PNG or TIFF, to be sure",
          greys, encoding.describe(), readAsBackground, number(thresholds.background() * scale), readAsForeground,
          number(thresholds.foreground() * scale), readAsUnknown));
    }
    return warnings;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
