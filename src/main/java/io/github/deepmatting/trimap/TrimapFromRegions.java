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

import io.github.deepmatting.progress.Progress;
import java.util.BitSet;

/**
 * Makes a trimap from regions drawn by hand. Later ones win: first what nothing is drawn on, then the object with the
 * unknown band along its rim, then what is drawn as unknown, then what is drawn as background.
 *
 * @param band along the rim of the object
 * @param restIsUnknown whether pixels beyond all regions are unknown, as is usual where foreground and background are
 *     only dabbed; otherwise they are background
 */
public record TrimapFromRegions(UnknownBand band, boolean restIsUnknown) {

  /**
   * Makes the trimap.
   *
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param object the indices {@code y * width + x} of the object's pixels
   * @param unknown those of pixels drawn as unknown
   * @param background those of pixels drawn as background
   * @param progress checked for cancellation
   */
  public Trimap make(int width, int height, BitSet object, BitSet unknown, BitSet background, Progress progress) {
    byte[] values = band.values(width, height, object::get, progress);
    if (restIsUnknown)
      for (int i = 0; i < values.length; i++) if (values[i] == Trimap.BACKGROUND) values[i] = (byte) Trimap.UNKNOWN;
    unknown.stream().forEach(i -> values[i] = (byte) Trimap.UNKNOWN);
    background.stream().forEach(i -> values[i] = Trimap.BACKGROUND);
    return new Trimap(width, height, values);
  }
}
