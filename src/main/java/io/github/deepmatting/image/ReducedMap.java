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
package io.github.deepmatting.image;

/**
 * Channels computed at a reduced resolution. The cell in column {@code c}, row {@code r} stands for the pixels from
 * (c * reduction, r * reduction) on, as far as the image reaches. Reading is safe for several threads.
 */
public interface ReducedMap {

  /**
   * The cells of an image.
   *
   * @param reduction how many pixels a cell is wide and high
   * @param columns of cells
   * @param rows of cells
   */
  record Cells(int reduction, int columns, int rows) {

    /** The cells of an image of so many pixels; the last ones may reach beyond it. */
    public static Cells of(int reduction, int width, int height) {
      return new Cells(reduction, (width - 1) / reduction + 1, (height - 1) / reduction + 1);
    }
  }

  /** The cells of the image. */
  Cells cells();

  /** Copies {@code count} cells of one channel, from {@code column} of {@code row} on, to the beginning of out. */
  void read(int channel, int column, int row, int count, float[] out);
}
