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

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.loop.TrainingListener;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Reports a training in words: once a minute, and at every validation. */
public final class TrainingLog implements TrainingListener {

  private static final long INTERVAL = 60_000_000_000L;

  private final Progress progress;
  private final LongSupplier nanoseconds;
  private long told;
  private int steps;
  private double loss;
  private double seconds;
  private double waited;
  private long samples;

  public TrainingLog(Progress progress, LongSupplier nanoseconds) {
    this.progress = progress;
    this.nanoseconds = nanoseconds;
    told = nanoseconds.getAsLong();
  }

  @Override
  public void stepped(Step step) {
    steps++;
    loss += step.report().loss();
    seconds += step.seconds();
    waited += step.waited();
    samples += step.batch().shape().batch();
    if (nanoseconds.getAsLong() - told < INTERVAL) return;
    told = nanoseconds.getAsLong();
    progress.info(String.format(Locale.ROOT,
        "step %d: loss %.4f, learning rate %.2g, %.1f samples/s, %.0f %% waiting for samples, about %s left",
        step.step(), loss / steps, step.rate(), samples / seconds, 100 * waited / seconds,
        duration(step.secondsLeft())));
    steps = 0;
    loss = 0;
    seconds = 0;
    waited = 0;
    samples = 0;
  }

  /** A time for people. */
  public static String duration(double seconds) {
    if (seconds < 120) return Math.round(seconds) + " s";
    long minutes = Math.round(seconds / 60);
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  @Override
  public void validated(long step, Map<String, Double> scores, boolean best) {
    progress.info(validation(step, scores, best));
  }

  /** A validation in words: the means of all images, not the scores of single ones. */
  public static String validation(long step, Map<String, Double> scores, boolean best) {
    String means = scores.entrySet().stream().filter(score -> !score.getKey().contains(" "))
        .map(score -> String.format(Locale.ROOT, "%s %.4f", score.getKey(), score.getValue()))
        .collect(Collectors.joining(", "));
    String place = step == 0 ? "the start" : "validation at step " + step;
    return place + ": " + means + (best && step > 0 ? " (best so far)" : "");
  }
}
