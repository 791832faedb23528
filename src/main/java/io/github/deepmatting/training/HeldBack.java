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
package io.github.deepmatting.training;

import io.github.deepmatting.training.data.Foregrounds;
import io.github.deepmatting.training.data.MattingCase;
import io.github.deepmatting.training.data.Photographs;
import io.github.deepmatting.training.pixels.StoredImage;
import io.github.deepmatting.training.samples.SampleComposer;
import io.github.deepmatting.training.samples.SampleOptions;
import io.github.deepmatting.training.samples.TrainingSample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Foregrounds and backgrounds that are kept out of a training, to validate it on composites of them. */
final class HeldBack {

  /** Columns and rows of the composites. */
  private static final int SIZE = 448;

  /** Not the training's, so that trainings are compared on the same composites. */
  private static final long SEED = 20_170_721;

  private HeldBack() {}

  /** True for as many indices as are to be held back, spread evenly. */
  static IntPredicate of(int count, int heldBack) {
    return index -> (long) (index + 1) * heldBack / count > (long) index * heldBack / count;
  }

  /** The number of backgrounds to hold back: a fifth at most; none of a single one, which then serves for both. */
  static int backgrounds(int count, int foregrounds) {
    return count < 2 ? 0 : Math.max(1, Math.min(foregrounds, count / 5));
  }

  /** A composite of each foreground, as an image to validate with. */
  static List<MattingCase> cases(Foregrounds foregrounds, Photographs photographs, SampleOptions options) {
    List<MattingCase> cases = new ArrayList<>();
    for (int i = 0; i < foregrounds.count(); i++) {
      int one = i;
      TrainingSample sample =
          new SampleComposer(foregrounds.only(index -> index == one), photographs, options).plain(SEED + i, SIZE);
      short[] words = new short[sample.rgb().length];
      int plane = SIZE * SIZE;
      for (int k = 0; k < words.length; k++) words[k] = StoredImage.word(sample.rgb()[k % 3 * plane + k / 3]);
      cases.add(new MattingCase("held back " + (i + 1), new StoredImage(SIZE, SIZE, 3, words), sample.trimap(),
          sample.alpha()));
    }
    return cases;
  }
}
