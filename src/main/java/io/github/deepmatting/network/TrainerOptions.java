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
package io.github.deepmatting.network;

/**
 * Options of a training step. All are finite; weights and factors are not negative.
 *
 * @param alphaLoss weight of the alpha-prediction loss in the first phase (the paper: 0.5)
 * @param compositionalLoss weight of the compositional loss in the first phase (the paper: 0.5)
 * @param laplacianLoss weight of the Laplacian-pyramid loss in all phases; 0 for none (the paper)
 * @param squaredLoss weight of the mean squared error of alpha over the unknown region in all phases; 0 for none (the
 *     paper). For an ambiguous pixel absolute errors are least at 0 or 1, squared ones at the expected alpha
 * @param beta1 Adam's decay of the first moment, in [0,1)
 * @param beta2 Adam's decay of the second moment, in [0,1)
 * @param epsilon Adam's epsilon, above 0
 * @param clipNorm largest global norm of the gradient, longer ones are scaled down; 0 for no clipping
 * @param weightDecay decoupled weight decay of the kernels (Loshchilov and Hutter 2019, arXiv:1711.05101); 0 for none
 * @param averageDecay decay of the exponential moving average of the weights, in [0,1)
 * @param threads threads of the runtime; 0 lets it choose. With one thread a training is repeatable exactly
 */
public record TrainerOptions(
    double alphaLoss,
    double compositionalLoss,
    double laplacianLoss,
    double squaredLoss,
    double beta1,
    double beta2,
    double epsilon,
    double clipNorm,
    double weightDecay,
    double averageDecay,
    int threads) {

  /** @throws IllegalArgumentException if a value is outside of what its description allows; the message names it */
  public TrainerOptions {
    requireNotNegative("alphaLoss", alphaLoss);
    requireNotNegative("compositionalLoss", compositionalLoss);
    requireNotNegative("laplacianLoss", laplacianLoss);
    requireNotNegative("squaredLoss", squaredLoss);
    requireDecay("beta1", beta1);
    requireDecay("beta2", beta2);
    requireNotNegative("epsilon", epsilon);
    if (epsilon == 0) throw new IllegalArgumentException("epsilon is 0; it must be above 0");
    requireNotNegative("clipNorm", clipNorm);
    requireNotNegative("weightDecay", weightDecay);
    requireDecay("averageDecay", averageDecay);
    requireNotNegative("threads", threads);
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value)))
      throw new IllegalArgumentException(name + " is " + value + "; it must be finite and not negative");
  }

  private static void requireDecay(String name, double value) {
    if (!(value >= 0 && value < 1))
      throw new IllegalArgumentException(name + " is " + value + "; it must be at least 0 and below 1");
  }

  /** The paper's losses, Adam's usual parameters, no clipping, no decay, average over about 1000 steps. */
  public static TrainerOptions defaults() {
    return new TrainerOptions(0.5, 0.5, 0, 0, 0.9, 0.999, 1e-8, 0, 0, 0.999, 0);
  }
}
