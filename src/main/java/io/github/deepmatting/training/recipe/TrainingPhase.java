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
 * A part of a training: which layers learn, on which crops, at which rate.
 *
 * @param layers which weights learn, from which losses
 * @param share of the whole training, above 0; the shares need not add up to 1
 * @param patience the phase ends after this many validations without improvement; 0 for never
 * @param crops sizes of the samples, by how much of the phase is done; the first from 0, in ascending order
 * @param rate the learning rate
 */
public record TrainingPhase(TrainedLayers layers, double share, int patience, List<Crops> crops, LearningRate rate) {

  /**
   * Size and number of the samples in a step.
   *
   * @param from share of the phase from which on these are used, in [0,1)
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
    if (!(share > 0) || patience < 0)
      throw new IllegalArgumentException("A phase's share must be above 0 and its patience not negative but they are "
          + share + " and " + patience);
    if (crops.isEmpty() || crops.get(0).from() != 0)
      throw new IllegalArgumentException("The first crops of a phase must be used from 0 on but are " + crops);
    for (int i = 1; i < crops.size(); i++)
      if (crops.get(i).from() <= crops.get(i - 1).from())
        throw new IllegalArgumentException("The crops of a phase must be in ascending order but are " + crops);
  }

  /** The crops to use when a share of the phase is done. */
  public Crops cropsAt(double share) {
    Crops current = crops.get(0);
    for (Crops next : crops) if (next.from() <= share) current = next;
    return current;
  }
}
