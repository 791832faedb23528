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

/**
 * The learning rate over a phase of training: linear warm-up, then half a cosine down (Loshchilov and Hutter 2017,
 * arXiv:1608.03983, one cycle).
 *
 * @param peak rate after the warm-up
 * @param last rate at the end of the phase
 * @param warmUp steps of the warm-up; 0 for none
 */
public record LearningRate(double peak, double last, long warmUp) {

  public LearningRate {
    if (!(peak > 0) || !(last >= 0) || last > peak || warmUp < 0)
      throw new IllegalArgumentException("A learning rate needs a positive peak, a last rate between 0 and the peak and"
          + " no negative warm-up but has " + peak + ", " + last + ", " + warmUp);
  }

  /**
   * The rate of a step.
   *
   * @param step steps done in the phase
   * @param share how much of the phase is done, in [0,1]
   */
  public double at(long step, double share) {
    double cosine = last + (peak - last) * 0.5 * (1 + Math.cos(Math.PI * Math.max(0, Math.min(1, share))));
    return step < warmUp ? cosine * (step + 1) / warmUp : cosine;
  }
}
