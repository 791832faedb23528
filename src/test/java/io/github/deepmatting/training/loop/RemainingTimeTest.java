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
package io.github.deepmatting.training.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.training.recipe.LearningRate;
import io.github.deepmatting.training.recipe.TrainingLength;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.recipe.TrainingPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {

  private static TrainingPhase phase(double share) {
    return new TrainingPhase(TrainedLayers.ENCODER_DECODER, share, 0, List.of(new TrainingPhase.Crops(0, 32, 1)),
        new LearningRate(1, 0, 0));
  }

  /** Minutes are exact: 60 s of 120 are left in this phase, and 300 s in the next, whatever a step takes. */
  @Test
  void minutesAreCountedDown() {
    TrainingPlan plan = new TrainingPlan(SmallRecipe.plan(10, phase(1)).recipe(), List.of(phase(1), phase(1)),
        List.of(TrainingLength.ofMinutes(2), TrainingLength.ofMinutes(5)), 1);
    assertEquals(360, new RemainingTime(plan).after(
        new Position(0, 7, 60, 7, 60, 1, 0), TrainingLength.ofMinutes(2), 33), 1e-9);
  }

  /**
   * 1000 steps of 0.2 to 0.8 s, every fifth 2 s, and a validation of 30 s after each hundred: what is told falls, but for
   * hundredths, and is about right in the middle (500 steps of 0.8 s on average).
   */
  @Test
  void stepsOfUnevenLengthDoNotMakeItJump() {
    TrainingPlan plan = SmallRecipe.plan(10, phase(1000));
    RemainingTime time = new RemainingTime(plan);
    Position position = Position.START;
    double before = Double.NaN;
    for (int i = 1; i <= 1000; i++) {
      double seconds = i % 5 == 0 ? 2 : 0.35 + 0.1 * (i % 4);
      position = position.stepped(seconds);
      double left = time.after(position, plan.lengths().get(0), seconds);
      if (i > 20) assertTrue(left < 1.01 * before + 1, "from " + before + " to " + left + " at step " + i);
      if (i == 500) assertEquals(400, left, 80);
      before = left;
      if (i % 100 == 0) position = position.waited(30);
    }
    assertEquals(0, before, 5);
  }
}
