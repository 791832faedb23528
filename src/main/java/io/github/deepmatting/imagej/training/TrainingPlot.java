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
package io.github.deepmatting.imagej.training;

import ij.gui.Plot;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.deepmatting.training.report.Curves;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The curves of a training as one picture: the loss above, the validation's score below. */
public final class TrainingPlot {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 220;

  /** The number of points that the smoothed loss is a mean of. */
  private static final int MEMORY = 10;

  private static final int FLAGS = Plot.X_GRID | Plot.Y_GRID | Plot.X_NUMBERS | Plot.Y_NUMBERS | Plot.X_TICKS
      | Plot.Y_TICKS;

  private static final Color PHASE_COLOUR = new Color(0x8a8a8a);

  private TrainingPlot() {}

  /** Draws the curves; with no point yet, empty axes. */
  public static ColorProcessor draw(Curves curves) {
    List<Curves.Point> points = curves.points();
    List<Curves.Score> scores = curves.scores();
    long last = Math.max(points.isEmpty() ? 1 : points.get(points.size() - 1).step(),
        scores.isEmpty() ? 1 : scores.get(scores.size() - 1).step());
    Map<Long, String> phases = phases(points);
    ImageProcessor loss = loss(points, phases, last);
    ImageProcessor validation = scores.isEmpty() ? null : validation(scores, phases, last);
    int height = loss.getHeight() + (validation == null ? 0 : validation.getHeight());
    ColorProcessor picture = new ColorProcessor(loss.getWidth(), height);
    picture.setColor(Color.WHITE);
    picture.fill();
    picture.insert(loss.convertToRGB(), 0, 0);
    if (validation != null) picture.insert(validation.convertToRGB(), 0, loss.getHeight());
    return picture;
  }

  /** The steps after which phases begin, with their names; none if there is only one phase. */
  static Map<Long, String> phases(List<Curves.Point> points) {
    Map<Long, String> phases = new LinkedHashMap<>();
    for (int i = 0; i < points.size(); i++)
      if (i == 0 || !points.get(i).phase().equals(points.get(i - 1).phase()))
        phases.put(i == 0 ? 0 : points.get(i - 1).step(), points.get(i).phase());
    return phases.size() > 1 ? phases : Map.of();
  }

  private static ImageProcessor loss(List<Curves.Point> points, Map<Long, String> phases, long last) {
    Plot plot = new Plot("Training", "step", "loss", FLAGS);
    plot.setSize(WIDTH, HEIGHT);
    if (points.isEmpty()) {
      plot.setLimits(0, 1, 0, 1);
      return plot.getProcessor();
    }
    double[] steps = new double[points.size()];
    double[] values = new double[steps.length];
    double[] smooth = new double[steps.length];
    double mean = points.get(0).loss();
    for (int i = 0; i < steps.length; i++) {
      Curves.Point point = points.get(i);
      steps[i] = point.step();
      values[i] = point.loss();
      mean += (point.loss() - mean) / Math.min(i + 1, MEMORY);
      smooth[i] = mean;
    }
    plot.setColor(new Color(0xb0c4de));
    plot.addPoints(steps, values, Plot.LINE);
    plot.setColor(new Color(0x1f4e9c));
    plot.setLineWidth(2);
    plot.addPoints(steps, smooth, steps.length == 1 ? Plot.CIRCLE : Plot.LINE);
    plot.setLineWidth(1);
    plot.setXYLabels(String.format(Locale.ROOT, "step (loss now %.4f)", mean), "loss");
    return finished(plot, phases, last);
  }

  private static ImageProcessor validation(List<Curves.Score> scores, Map<Long, String> phases, long last) {
    String name = scores.get(0).scores().keySet().iterator().next();
    double[] steps = new double[scores.size()];
    double[] values = new double[steps.length];
    double best = Double.POSITIVE_INFINITY;
    double bestStep = 0;
    for (int i = 0; i < steps.length; i++) {
      steps[i] = scores.get(i).step();
      values[i] = scores.get(i).scores().getOrDefault(name, Double.NaN);
      if (values[i] < best) {
        best = values[i];
        bestStep = steps[i];
      }
    }
    Plot plot = new Plot("Validation", "step", "validation " + name, FLAGS);
    plot.setSize(WIDTH, HEIGHT);
    plot.setColor(new Color(0xa33b20));
    plot.setLineWidth(2);
    plot.addPoints(steps, values, Plot.LINE);
    plot.addPoints(steps, values, Plot.CIRCLE);
    plot.addPoints(new double[] {bestStep}, new double[] {best}, Plot.BOX);
    plot.setLineWidth(1);
    plot.setXYLabels(String.format(Locale.ROOT, "step (best %.3f at %.0f)", best, bestStep), "validation " + name);
    return finished(plot, phases, last);
  }

  /** Both pictures begin at 0 and end at the same step. */
  private static ImageProcessor finished(Plot plot, Map<Long, String> phases, double lastStep) {
    plot.setLimitsToFit(false);
    double[] fitting = plot.getLimits();
    double[] limits = limits(fitting[2], fitting[3]);
    // Room to the right, so that the last point is seen whole.
    double end = 1.02 * lastStep;
    plot.setLimits(0, end, limits[0], limits[1]);
    plot.setJustification(ImageProcessor.LEFT_JUSTIFY);
    int[] rows = {0};
    phases.forEach((step, name) -> {
      plot.setColor(PHASE_COLOUR);
      plot.drawLine(step, limits[0], step, limits[1]);
      plot.setColor(Color.DARK_GRAY);
      // One below the other, since a short phase has little room.
      plot.addLabel(step / end + 0.005, 0.1 + 0.1 * rows[0]++, name);
    });
    return plot.getProcessor();
  }

  /**
   * The ends of an axis: multiples of a step of 1, 2 or 5 times a power of ten that divides it into three to eight,
   * with room above for labels. Values that hardly differ are shown as such.
   */
  static double[] limits(double low, double high) {
    double range = Math.max(high - low, Math.max(0.05 * Math.abs(high), 1e-6));
    double power = Math.pow(10, Math.floor(Math.log10(range / 4)));
    double parts = range / 4 / power;
    double step = power * (parts < 2 ? 1 : parts < 5 ? 2 : 5);
    return new double[] {step * Math.floor(low / step + 1e-9), step * Math.ceil((high + 0.3 * range) / step - 1e-9)};
  }
}
