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
package io.github.deepmatting.training.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.deepmatting.network.NetworkTrainer.StepReport;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.loop.Batch;
import io.github.deepmatting.training.loop.SmallRecipe;
import io.github.deepmatting.training.loop.TrainingListener;
import io.github.deepmatting.training.recipe.LearningRate;
import io.github.deepmatting.training.recipe.TrainingPhase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrainingLogTest {

  private final List<String> told = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();
  private final TrainingLog log = new TrainingLog(new Progress() {
    @Override
    public void info(String message) {
      told.add(message);
    }
  }, clock::get);

  /** By hand: 100 steps of 4 samples in 0.5 s each, 0.05 s of it waiting. */
  @Test
  void onceAMinuteSpeedAndTimeLeftAreTold() {
    for (int step = 1; step <= 100; step++) {
      if (step == 100) clock.set(61_000_000_000L);
      log.stepped(new TrainingListener.Step(0, TrainedLayers.ENCODER_DECODER, step, step / 400.0, 0.00125, 0.5, 0.05, 150,
          new Batch(step, new TensorShape(4, 32, 32), List.of()), new StepReport(step % 2, 0, 0, 0, 1)));
    }
    assertEquals(List.of("step 100: loss 0.5000, learning rate 0.0013, 8.0 samples/s, 10 % waiting for samples, about 3"
        + " min left"), told);
  }

  @Test
  void aValidationIsToldWithoutItsSingleImages() {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("sad", 1.5);
    scores.put("mse", 0.25);
    scores.put("sad cat", 9.0);
    log.validated(0, scores, true);
    log.validated(7, scores, true);
    log.validated(8, scores, false);
    assertEquals(List.of("the start: sad 1.5000, mse 0.2500",
        "validation at step 7: sad 1.5000, mse 0.2500 (best so far)",
        "validation at step 8: sad 1.5000, mse 0.2500"), told);
  }

  @Test
  void timesAreForPeople() {
    assertEquals("119 s", TrainingLog.duration(119));
    assertEquals("2 min", TrainingLog.duration(125));
    assertEquals("2 h 5 min", TrainingLog.duration(7500));
  }
}
