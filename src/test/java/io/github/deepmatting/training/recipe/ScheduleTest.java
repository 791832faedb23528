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
package io.github.deepmatting.training.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.training.loop.Position;
import io.github.deepmatting.training.recipe.TrainingPhase.Crops;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  /** By hand: half a cosine from 1 to 0.2 has 0.6 in its middle and 1 - 0.8 (1 - cos 60 deg) / 2 = 0.8 at a third. */
  @Test
  void warmsUpAndDecays() {
    LearningRate rate = new LearningRate(1, 0.2, 4);
    assertEquals(0.25, rate.at(0, 0), 1e-12);
    assertEquals(0.75, rate.at(2, 0), 1e-12);
    assertEquals(1, rate.at(4, 0), 1e-12);
    assertEquals(0.8, rate.at(10, 1 / 3.0), 1e-12);
    assertEquals(0.6, rate.at(10, 0.5), 1e-12);
    assertEquals(0.2, rate.at(10, 1), 1e-12);
    assertEquals(0.2, rate.at(10, 1.5), 1e-12);
  }

  @Test
  void aPhaseIsOverByStepsOrMinutes() {
    List<Crops> crops = List.of(new Crops(0, 64, 4), new Crops(0.6, 128, 1));
    TrainingLength length = new TrainingLength(2, 200);
    assertEquals(0.5, length.share(100, 0), 1e-12);
    assertEquals(0.75, length.share(100, 90), 1e-12);
    TrainingPhase phase = new TrainingPhase(TrainedLayers.ENCODER_DECODER, 1, 0, crops, new LearningRate(1, 0, 0));
    assertEquals(64, phase.cropsAt(0.59).size());
    assertEquals(128, phase.cropsAt(0.6).size());
  }

  @Test
  void nonsenseIsRefused() {
    LearningRate rate = new LearningRate(1, 0, 0);
    List<Crops> crops = List.of(new Crops(0, 64, 1));
    assertThrows(IllegalArgumentException.class, () -> new LearningRate(1, 2, 0));
    assertThrows(IllegalArgumentException.class,
        () -> new TrainingPhase(TrainedLayers.REFINEMENT, 0, 0, crops, rate));
    assertThrows(IllegalArgumentException.class,
        () -> new TrainingPhase(TrainedLayers.REFINEMENT, 1, 0, List.of(new Crops(0.5, 64, 1)), rate));
  }

  @Test
  void aPositionSurvivesBeingFloats() {
    Position position = new Position(2, 3_000_001, 12.5, 40_000_003L, 99.5, 4.25, 7);
    assertEquals(position, Position.of(position.toArray()));
    assertEquals(Position.START, Position.of(Position.START.toArray()));
  }
}
