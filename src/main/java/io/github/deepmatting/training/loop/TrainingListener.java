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

import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.NetworkTrainer.StepReport;
import io.github.deepmatting.network.TrainedLayers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;

/** Receives the events of a training, in the thread that trains. */
public interface TrainingListener {

  /**
   * A finished step.
   *
   * @param phase index of the phase
   * @param layers that the phase trains
   * @param step steps over all phases
   * @param share how much of the phase is done, in [0,1]
   * @param rate learning rate of the step
   * @param seconds time from taking the batch to the end of the step
   * @param waited the part of it spent waiting for samples
   * @param secondsLeft about how long the training will still take
   */
  record Step(
      int phase, TrainedLayers layers, long step, double share, double rate, double seconds, double waited,
      double secondsLeft, Batch batch, StepReport report) {}

  /** A step is done. */
  default void stepped(Step step) throws IOException {}

  /**
   * A validation is done.
   *
   * @param step steps over all phases
   * @param scores as the validator gave them
   * @param best whether the first of them is the lowest so far; before the first step it is that of the start
   */
  default void validated(long step, Map<String, Double> scores, boolean best) throws IOException {}

  /**
   * A validation was due, with or without a validator: the network may be looked at.
   *
   * @param step steps over all phases
   * @param averaged predicts with the averaged weights of now; must not be kept
   */
  default void inspected(long step, AlphaNetwork averaged) throws IOException {}

  /**
   * There is a new preview.
   *
   * @param step steps over all phases
   * @param strip a row for each sample: image, trimap, alpha of now, true alpha
   */
  default void previewed(long step, BufferedImage strip) throws IOException {}

  /** The training is over, for whatever reason; called once. */
  default void finished() throws IOException {}
}
