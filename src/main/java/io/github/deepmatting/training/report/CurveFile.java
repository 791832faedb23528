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

import io.github.deepmatting.files.Table;
import io.github.deepmatting.network.NetworkTrainer.StepReport;
import io.github.deepmatting.training.loop.TrainingListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the curves of a training as comma-separated values: means of the steps since the row before, and validation
 * scores in rows of their own. A resumed training goes on in the same file.
 */
public final class CurveFile implements TrainingListener {

  /** Name of the file in a training's work folder. */
  public static final String NAME = "curves.csv";

  /** Before the scores of a validation that is the best so far. */
  static final String BEST = "best; ";

  private static final String HEADER = Table.line(List.of("kind", "phase", "step", "loss", "alpha loss",
      "compositional loss", "laplacian loss", "gradient norm", "learning rate", "seconds a step", "seconds waited",
      "validation"));

  private final Path file;
  private final int every;
  private final double[] sums = new double[7];
  private int count;
  private Step last;

  /** @param every how many steps a row sums up */
  public CurveFile(Path file, int every) throws IOException {
    this.file = file;
    this.every = every;
    if (!Files.exists(file)) append(HEADER);
  }

  @Override
  public void stepped(Step step) throws IOException {
    StepReport report = step.report();
    double[] values = {report.loss(), report.alphaLoss(), report.compositionalLoss(), report.laplacianLoss(),
        report.gradientNorm(), step.seconds(), step.waited()};
    for (int i = 0; i < values.length; i++) sums[i] += values[i];
    last = step;
    if (++count == every) flush();
  }

  private String phase() {
    return last == null ? "" : last.layers().key();
  }

  private void flush() throws IOException {
    Step step = last;
    append(String.format(Locale.ROOT, "train,%s,%d,%.5f,%.5f,%.5f,%.5f,%.4f,%.3g,%.4f,%.4f,", phase(), step.step(),
        sums[0] / count, sums[1] / count, sums[2] / count, sums[3] / count, sums[4] / count, step.rate(),
        sums[5] / count, sums[6] / count));
    Arrays.fill(sums, 0);
    count = 0;
  }

  @Override
  public void validated(long step, Map<String, Double> scores, boolean best) throws IOException {
    StringBuilder text = new StringBuilder();
    scores.forEach((name, value) -> text.append(text.length() == 0 ? "" : "; ").append(name).append(' ')
        .append(String.format(Locale.ROOT, "%.5f", value)));
    append(Table.line(
        List.of("validation", phase(), step, "", "", "", "", "", "", "", "", (best ? BEST : "") + text)));
  }

  @Override
  public void finished() throws IOException {
    if (count > 0) flush();
  }

  private void append(String line) throws IOException {
    try (BufferedWriter writer =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      writer.write(line);
      writer.newLine();
    }
  }
}
