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

import io.github.deepmatting.network.TrainedLayers;
import java.util.List;

/**
 * One stage of a training plan. It ends with whatever comes first: its steps, its minutes, or when validation got no
 * better for a while.
 *
 * @param phase which weights learn, from which losses
 * @param steps how many steps; 0 for no limit
 * @param minutes how long, validation included; 0 for no limit
 * @param patience ends after as many validations without improvement; 0 for never
 * @param crops sizes of the samples, by how much of the stage is done; the first from 0, in ascending order
 * @param rate the learning rate
 */
public record TrainingPhase(
    TrainedLayers phase, long steps, double minutes, int patience, List<Crops> crops, LearningRate rate) {

  /**
   * Size and number of the samples in a step.
   *
   * @param from share of the stage from which on these are used, in [0,1)
   * @param size columns and rows, a multiple of what the network needs
   * @param batch samples a step
   */
  public record Crops(double from, int size, int batch) {
    public Crops {
      if (!(from >= 0 && from < 1) || size < 32 || batch < 1)
        throw new IllegalArgumentException("Crops need a share in [0,1), a size from 32 and a batch from 1 but have "
            + from + ", " + size + ", " + batch);
    }
  }

  public TrainingPhase {
    crops = List.copyOf(crops);
    if (steps < 0 || !(minutes >= 0) || patience < 0 || steps == 0 && minutes == 0)
      throw new IllegalArgumentException("A training stage needs a limit of steps or minutes, none negative, but has "
          + steps + " steps, " + minutes + " minutes, patience " + patience);
    if (crops.isEmpty() || crops.get(0).from() != 0)
      throw new IllegalArgumentException("The first crops of a stage must be used from 0 on but are " + crops);
    for (int i = 1; i < crops.size(); i++)
      if (crops.get(i).from() <= crops.get(i - 1).from())
        throw new IllegalArgumentException("The crops of a stage must be in ascending order but are " + crops);
  }

  /**
   * How much of the stage is done, from its steps and minutes.
   *
   * @return from 0; 1 or more when it is over
   */
  public double share(long stepsDone, double secondsDone) {
    double bySteps = steps == 0 ? 0 : (double) stepsDone / steps;
    double byTime = minutes == 0 ? 0 : secondsDone / (60 * minutes);
    return Math.max(bySteps, byTime);
  }

  /** The crops to use when a share of the stage is done. */
  public Crops cropsAt(double share) {
    Crops current = crops.get(0);
    for (Crops next : crops) if (next.from() <= share) current = next;
    return current;
  }
}
