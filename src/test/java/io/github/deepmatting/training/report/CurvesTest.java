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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.NetworkTrainer.StepReport;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.training.loop.Batch;
import io.github.deepmatting.training.loop.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {

  @TempDir private Path folder;

  private static TrainingListener.Step step(long number, double loss) {
    return new TrainingListener.Step(0, TrainedLayers.ENCODER_DECODER, number, 0.5, 0.25, 2, 0, 0,
        new Batch(number, new TensorShape(1, 32, 32), List.of()),
        new StepReport(loss, loss, 0, 0, 1));
  }

  @Test
  void pointsAreMeansAndRepeatedStepsReplaceOldOnes() {
    Curves curves = new Curves(2);
    for (int i = 1; i <= 6; i++) curves.stepped(step(i, i));
    // Resumed from the checkpoint at step 2.
    curves.stepped(step(3, 10));
    curves.stepped(step(4, 20));
    assertEquals(List.of(new Curves.Point("encoder-decoder", 2, 1.5, 0.25, 2), new Curves.Point("encoder-decoder", 4, 15, 0.25, 2)), curves.points());
  }

  @Test
  void curvesGoOnFromTheFile() throws IOException {
    CurveFile file = new CurveFile(folder.resolve(CurveFile.NAME), 2);
    for (int i = 1; i <= 3; i++) file.stepped(step(i, i));
    file.validated(3, Map.of("sad", 4.5), true);
    file.finished();
    Files.writeString(folder.resolve(CurveFile.NAME), "train,0,9", StandardOpenOption.APPEND);
    Curves curves = Curves.continued(folder, 2);
    assertEquals(
        List.of(new Curves.Point("encoder-decoder", 2, 1.5, 0.25, 2), new Curves.Point("encoder-decoder", 3, 3, 0.25, 2)), curves.points());
    assertEquals(List.of(new Curves.Score(3, Map.of("sad", 4.5), true)), curves.scores());
    assertTrue(Curves.continued(folder.resolve("none"), 2).points().isEmpty());
  }
}
