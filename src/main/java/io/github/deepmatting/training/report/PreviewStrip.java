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

import io.github.deepmatting.files.WholeFile;
import io.github.deepmatting.matting.AlphaPredictor;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.loop.TrainingListener;
import io.github.deepmatting.training.samples.TrainingSample;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;

/**
 * At every validation, draws what the network makes of the same few samples: a row for each with image, trimap, alpha
 * of now (known pixels put in, as in a matte) and true alpha. Writes it as PNG and hands it to other listeners.
 */
public final class PreviewStrip implements TrainingListener {

  /** Pixels between the tiles. */
  private static final int GAP = 4;

  private final List<TrainingSample> samples;
  private final Path folder;
  private final List<TrainingListener> others;

  /** @param folder made when the first strip is written */
  public PreviewStrip(List<TrainingSample> samples, Path folder, List<TrainingListener> others) {
    this.samples = List.copyOf(samples);
    this.folder = folder;
    this.others = List.copyOf(others);
  }

  @Override
  public void inspected(long step, AlphaNetwork averaged) throws IOException {
    BufferedImage strip = draw(averaged);
    Files.createDirectories(folder);
    WholeFile.write(folder.resolve(String.format(Locale.ROOT, "step-%08d.png", step)), true,
        stream -> ImageIO.write(strip, "png", stream));
    for (TrainingListener other : others) other.previewed(step, strip);
  }

  private BufferedImage draw(AlphaNetwork network) {
    int size = samples.get(0).size();
    BufferedImage strip = new BufferedImage(
        4 * size + 3 * GAP, samples.size() * (size + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < samples.size(); row++) {
      TrainingSample sample = samples.get(row);
      float[] alpha = predict(network, sample);
      int top = row * (size + GAP);
      for (int y = 0, i = 0; y < size; y++)
        for (int x = 0; x < size; x++, i++) {
          strip.setRGB(x, top + y, colour(sample.rgb(), i));
          strip.setRGB(size + GAP + x, top + y, grey(sample.trimap().get(x, y) / 255f));
          strip.setRGB(2 * (size + GAP) + x, top + y, grey(alpha[i]));
          strip.setRGB(3 * (size + GAP) + x, top + y, grey(sample.alpha()[i]));
        }
    }
    return strip;
  }

  private static float[] predict(AlphaNetwork network, TrainingSample sample) {
    int size = sample.size();
    // Not closed: that would close the network, which is the caller's.
    return new AlphaPredictor(network).predict(ArrayImgs.floats(sample.rgb(), size, size, 3), sample.trimap(),
        MatteOptions.DEFAULT.withStage(network.configuration().stages()), Progress.NONE).alpha().update(null)
        .getCurrentStorageArray();
  }

  private static int colour(float[] rgb, int i) {
    int plane = rgb.length / 3;
    return level(rgb[i]) << 16 | level(rgb[i + plane]) << 8 | level(rgb[i + 2 * plane]);
  }

  private static int grey(float value) {
    return level(value) * 0x010101;
  }

  private static int level(float value) {
    return Math.round(255 * Math.max(0, Math.min(1, value)));
  }
}
