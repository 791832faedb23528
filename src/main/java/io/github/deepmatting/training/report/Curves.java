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

import io.github.deepmatting.training.loop.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the curves of a training to draw them. Where steps come again after a resume, they replace what was known of
 * them. Safe for several threads.
 */
public final class Curves implements TrainingListener {

  /**
   * Mean of some steps.
   *
   * @param phase the layers that the last of them trained
   * @param step the last of them
   * @param loss what was minimised
   * @param rate learning rate of the last
   * @param secondsAStep time of a step
   */
  public record Point(String phase, long step, double loss, double rate, double secondsAStep) {}

  /**
   * A validation.
   *
   * @param scores as the validator gave them
   */
  public record Score(long step, Map<String, Double> scores, boolean best) {}

  private final int every;
  private final List<Point> points = new ArrayList<>();
  private final List<Score> scores = new ArrayList<>();
  private double loss;
  private double seconds;
  private int count;

  /** @param every how many steps make a point */
  public Curves(int every) {
    if (every < 1) throw new IllegalArgumentException("A point needs at least 1 step but is given " + every);
    this.every = every;
  }

  /**
   * Curves that go on from those of the same training, if there are any.
   *
   * @param workFolder of a training
   * @throws IOException if the curves there can't be read
   */
  public static Curves continued(Path workFolder, int every) throws IOException {
    Curves curves = new Curves(every);
    Path file = workFolder.resolve(CurveFile.NAME);
    if (!Files.exists(file)) return curves;
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(",", -1);
      try {
        if (fields[0].equals("train"))
          curves.add(new Point(fields[1], Long.parseLong(fields[2]), Double.parseDouble(fields[3]),
              Double.parseDouble(fields[8]), Double.parseDouble(fields[9])));
        if (fields[0].equals("validation")) curves.add(score(Long.parseLong(fields[2]), fields[11]));
      } catch (RuntimeException e) {
        // A kill may have cut a line short; it is one point of many.
        continue;
      }
    }
    return curves;
  }

  private static Score score(long step, String text) {
    Map<String, Double> scores = new LinkedHashMap<>();
    boolean best = text.startsWith(CurveFile.BEST);
    for (String part : (best ? text.substring(CurveFile.BEST.length()) : text).split("; ")) {
      int space = part.lastIndexOf(' ');
      scores.put(part.substring(0, space), Double.parseDouble(part.substring(space + 1)));
    }
    return new Score(step, scores, best);
  }

  private synchronized void add(Point point) {
    points.removeIf(other -> other.step() >= point.step());
    points.add(point);
  }

  private synchronized void add(Score score) {
    scores.removeIf(other -> other.step() >= score.step());
    scores.add(score);
  }

  @Override
  public void stepped(Step step) {
    loss += step.report().loss();
    seconds += step.seconds();
    if (++count < every) return;
    add(new Point(step.layers().key(), step.step(), loss / count, step.rate(), seconds / count));
    loss = 0;
    seconds = 0;
    count = 0;
  }

  @Override
  public void validated(long step, Map<String, Double> values, boolean best) {
    add(new Score(step, values, best));
  }

  /** The points so far. */
  public synchronized List<Point> points() {
    return List.copyOf(points);
  }

  /** The validations so far. */
  public synchronized List<Score> scores() {
    return List.copyOf(scores);
  }
}
