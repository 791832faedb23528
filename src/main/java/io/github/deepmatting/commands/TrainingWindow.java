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
package io.github.deepmatting.commands;

import io.github.deepmatting.imagej.training.TrainingPlot;
import io.github.deepmatting.training.loop.TrainingListener;
import io.github.deepmatting.training.recipe.TrainingPlan;
import io.github.deepmatting.training.report.Curves;
import io.github.deepmatting.training.report.TrainingLog;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Shows how a training goes, in a {@link TrainingFrame}, and lets it be ended there. Made and told of in the thread that
 * trains, where all is drawn; the event thread only paints.
 */
final class TrainingWindow implements TrainingListener, AutoCloseable {

  private static final long STATUS_INTERVAL = 500_000_000L;
  private static final long PLOT_INTERVAL = 3_000_000_000L;

  private final TrainingPlan plan;
  private final Curves curves;
  private final LongSupplier nanoseconds;
  private final AtomicReference<TrainingFrame> frame = new AtomicReference<>();

  // Used by the training's thread alone.
  private long shownStatus;
  private long shownPlot;
  private double seconds;
  private int steps;
  private Optional<String> outcome = Optional.empty();

  /**
   * Opens the window.
   *
   * @param curves a listener of the same training that comes before this
   * @param cancel stops the training with a checkpoint and without a model; returns at once
   * @param finish ends it with a model; returns at once
   * @param nanoseconds a clock
   */
  TrainingWindow(
      String title, TrainingPlan plan, Curves curves, Runnable cancel, Runnable finish, LongSupplier nanoseconds) {
    this.plan = plan;
    this.curves = curves;
    this.nanoseconds = nanoseconds;
    BufferedImage empty = TrainingPlot.draw(curves).getBufferedImage();
    EventQueue.invokeLater(() -> frame.set(new TrainingFrame(title, empty, finish, cancel)));
  }

  private void show(Consumer<TrainingFrame> what) {
    // Behind what makes the frame.
    EventQueue.invokeLater(() -> {
      if (frame.get() != null) what.accept(frame.get());
    });
  }

  @Override
  public void stepped(Step step) {
    seconds += step.seconds();
    steps++;
    long now = nanoseconds.getAsLong();
    if (now - shownStatus >= STATUS_INTERVAL) {
      shownStatus = now;
      String text = String.format(Locale.ROOT,
          "Phase %d of %d (%s), step %d: loss %.4f, learning rate %.2g",
          step.phase() + 1, plan.phases().size(),
          step.layers().key(), step.step(), step.report().loss(),
          step.rate());
      String pace = String.format(Locale.ROOT, "%.1f samples/s, about %s left",
          step.batch().shape().batch() * steps / seconds, TrainingLog.duration(step.secondsLeft()));
      int units = (int) (TrainingFrame.UNITS * step.share());
      seconds = 0;
      steps = 0;
      show(it -> it.showStatus(text, pace, units));
    }
    if (now - shownPlot >= PLOT_INTERVAL) plot(now);
  }

  private void plot(long now) {
    shownPlot = now;
    BufferedImage drawn = TrainingPlot.draw(curves).getBufferedImage();
    show(it -> it.showCurves(drawn));
  }

  @Override
  public void validated(long step, Map<String, Double> values, boolean best) {
    String text = TrainingLog.validation(step, values, best);
    show(it -> it.showScores(text));
    plot(nanoseconds.getAsLong());
  }

  @Override
  public void previewed(long step, BufferedImage strip) {
    BufferedImage picture = half(strip);
    // The caption names the columns, which the strip itself does not.
    show(it -> it.showPreview(picture, "image, trimap, alpha at step " + step + ", true alpha"));
  }

  /** At half its size, so that all fits on a screen. */
  private static BufferedImage half(BufferedImage strip) {
    int width = strip.getWidth() / 2;
    int height = strip.getHeight() / 2;
    BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = half.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(strip, 0, 0, width, height, null);
    graphics.dispose();
    return half;
  }

  /** Lets the window stay with the curves after the training, until the user closes it. */
  void stayWith(String told) {
    outcome = Optional.of(told);
    plot(nanoseconds.getAsLong());
  }

  /** Ends it: the training is over, and all is written. */
  @Override
  public void close() {
    Optional<String> told = outcome;
    TrainingFrame shown = frame.get();
    if (shown != null) shown.trainingEnded(told);
    else show(it -> it.trainingEnded(told));
  }
}
