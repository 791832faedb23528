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

import io.github.deepmatting.files.WholeFile;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.loop.TrainingListener;
import io.github.deepmatting.training.report.Curves;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws the curves of a training to {@code curves.png} at every validation and at the end. */
public final class TrainingPlotFile implements TrainingListener {

  /** Name of the file. */
  public static final String NAME = "curves.png";

  private final Curves curves;
  private final Path folder;
  private final Progress progress;
  private boolean failed;

  /**
   * @param curves a listener of the same training that comes before this
   * @param folder where to
   * @param progress warned if there can't be a plot
   */
  public TrainingPlotFile(Curves curves, Path folder, Progress progress) {
    this.curves = curves;
    this.folder = folder;
    this.progress = progress;
  }

  @Override
  public void inspected(long step, AlphaNetwork averaged) {
    draw();
  }

  @Override
  public void finished() {
    if (!curves.points().isEmpty()) draw();
  }

  private void draw() {
    if (failed) return;
    try {
      WholeFile.write(folder.resolve(NAME), true,
          stream -> ImageIO.write(TrainingPlot.draw(curves).getBufferedImage(), "png", stream));
    } catch (IllegalStateException e) {
      // The process is being ended, which image writers do not take part in.
      failed = true;
    } catch (IOException | RuntimeException | LinkageError | InternalError e) {
      // A Java without fonts can't draw; a training is worth more than its picture.
      failed = true;
      progress.warn("The curves can't be drawn (" + e + "); they are in curves.csv");
    }
  }
}
