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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.data.Foregrounds;
import io.github.deepmatting.training.data.MattingCase;
import io.github.deepmatting.training.data.Photographs;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import io.github.deepmatting.training.samples.TestImages;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldBackTest {

  @TempDir private Path folder;

  /** By hand: of 10, 3 at even distances. */
  @Test
  void theyAreSpreadEvenly() {
    assertArrayEquals(new int[] {3, 6, 9}, IntStream.range(0, 10).filter(HeldBack.of(10, 3)).toArray());
    assertArrayEquals(new int[] {0, 1, 2}, IntStream.range(0, 3).filter(HeldBack.of(3, 3)).toArray());
    assertEquals(0, IntStream.range(0, 7).filter(HeldBack.of(7, 0)).count());
    assertArrayEquals(new int[] {0, 1, 1, 5, 12},
        new int[] {HeldBack.backgrounds(1, 5), HeldBack.backgrounds(2, 5), HeldBack.backgrounds(9, 5),
            HeldBack.backgrounds(60, 5), HeldBack.backgrounds(60, 40)});
  }

  @Test
  void eachForegroundMakesOneImageThatIsAlwaysTheSame() throws IOException {
    Foregrounds foregrounds = Foregrounds.read(TestImages.foregrounds(folder), Progress.NONE);
    Photographs photographs = Photographs.read(TestImages.backgrounds(folder), Progress.NONE);
    List<MattingCase> cases = HeldBack.cases(foregrounds, photographs, TrainingRecipes.named("compact").samples());
    assertEquals(foregrounds.count(), cases.size());
    List<MattingCase> again = HeldBack.cases(foregrounds, photographs, TrainingRecipes.named("compact").samples());
    for (int i = 0; i < cases.size(); i++) {
      assertTrue(cases.get(i).trimap().count(Trimap.UNKNOWN) > 0);
      assertArrayEquals(cases.get(i).alpha(), again.get(i).alpha());
      assertArrayEquals(cases.get(i).rgb(), again.get(i).rgb());
    }
  }
}
