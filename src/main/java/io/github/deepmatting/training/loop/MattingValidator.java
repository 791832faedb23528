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

import io.github.deepmatting.matting.AlphaPredictor;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.metrics.AlphaErrors;
import io.github.deepmatting.metrics.AlphaMetrics;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.data.MattingCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;

/**
 * Mattes whole images as users do and measures all four errors over the unknown region, means over the images; the SAD
 * is what to minimise. Each image's SAD is among the scores too.
 */
public final class MattingValidator implements Validator {

  public static final String SAD = "sad";
  public static final String MSE = "mse";
  public static final String GRAD = "grad";
  public static final String CONN = "conn";

  private final List<MattingCase> cases;
  private final Progress progress;

  public MattingValidator(List<MattingCase> cases, Progress progress) {
    this.cases = List.copyOf(cases);
    // Its activities would hide those of the training.
    this.progress = new Progress() {
      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }
    };
  }

  @Override
  public Map<String, Double> validate(AlphaNetwork network) {
    List<AlphaErrors> errors = new ArrayList<>();
    // Not closed: that would close the network, which is the caller's.
    AlphaPredictor predictor = new AlphaPredictor(network);
    for (MattingCase one : cases) errors.add(errors(predictor, one));
    AlphaErrors mean = AlphaErrors.mean(errors);
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put(SAD, mean.sad());
    scores.put(MSE, mean.mse());
    scores.put(GRAD, mean.grad());
    scores.put(CONN, mean.conn());
    for (int i = 0; i < errors.size(); i++) scores.put(SAD + " " + cases.get(i).name(), errors.get(i).sad());
    return scores;
  }

  private AlphaErrors errors(AlphaPredictor predictor, MattingCase one) {
    int width = one.trimap().width();
    int height = one.trimap().height();
    return AlphaMetrics.measure(
        predictor.predict(ArrayImgs.floats(one.rgb(), width, height, 3), one.trimap(), MatteOptions.DEFAULT, progress)
            .alpha(),
        ArrayImgs.floats(one.alpha(), width, height), one.trimap(), progress);
  }
}
