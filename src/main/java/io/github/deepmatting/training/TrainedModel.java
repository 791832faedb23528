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

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a training.
 *
 * @param folder the model folder
 * @param steps steps over all phases and resumes
 * @param source the weights that became the model
 * @param scores of the model as written; empty without validation
 * @param improvement over the start; empty without validation or start
 * @param written false if the model folder was complete before
 */
public record TrainedModel(Path folder, long steps, Source source, Map<String, Double> scores,
    Optional<Improvement> improvement, boolean written) {

  /** The candidates for a model, in words for its card. */
  public enum Source {
    START("The weights are those that the training started from: it found none that validate better."),
    BEST("The weights are those of the best validation (lowest SAD), averaged over steps."),
    LAST("The weights are the last ones, averaged over steps."),
    LATEST("The weights are the last ones, not averaged, which validate best (lowest SAD)."),
    // Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", CVPR, section 3.
    MEAN("The weights are the mean of those at the start and those at the end, which validates best (lowest"
        + " SAD).");

    private final String text;

    Source(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** The result in a line, for people. */
  public String summary() {
    if (!written) return "The model " + folder + " is left as it is, after " + steps + " steps";
    return "Wrote the model " + folder + " after " + steps + " steps"
        + improvement.map(change -> ". " + change).orElse("");
  }
}
