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

import io.github.deepmatting.features.InputFeatures;
import io.github.deepmatting.image.HalfImage;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.samples.TrainingSample;
import java.nio.FloatBuffer;
import java.util.Arrays;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The input features that a network configuration names, computed as for a matte. Of a network that cascades most
 * samples are without the coarse alpha, which the trainer makes of what the network says at half the resolution.
 */
public final class FeatureEncoder implements SampleEncoder {

  /**
   * The share of samples that, in a cascade, have a closed-form alpha in place of the network's own at half the
   * resolution: its own is better for composites than for photographs, and must not be trusted blindly.
   */
  private static final double CLOSED_FORM_SHARE = 0.4;

  private final NetworkConfiguration configuration;

  public FeatureEncoder(NetworkConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public int channels() {
    return configuration.inputChannels();
  }

  @Override
  public boolean cascades() {
    return configuration.cascades();
  }

  @Override
  public void write(TrainingSample sample, FloatBuffer input) {
    Img<FloatType> rgb = rgb(sample);
    InputFeatures features = configuration.cascades() && !withClosedForm(sample)
        ? InputFeatures.withoutCoarse(rgb, sample.trimap(), configuration.inputs(), Progress.NONE)
        : InputFeatures.of(rgb, sample.trimap(), configuration.inputs(), Progress.NONE);
    features.write(0, 0, features.width(), features.height(), input);
  }

  @Override
  public void writeHalf(TrainingSample sample, FloatBuffer input) {
    InputFeatures features = InputFeatures.of(
        HalfImage.of(rgb(sample)), sample.trimap().half(), configuration.inputs(), Progress.NONE);
    features.write(0, 0, features.width(), features.height(), input);
  }

  /** As if by chance, but the same for the same sample. */
  private static boolean withClosedForm(TrainingSample sample) {
    return Math.floorMod(Arrays.hashCode(sample.alpha()) * 0x9E3779B97F4A7C15L >>> 32, 1000) < 1000 * CLOSED_FORM_SHARE;
  }

  private static Img<FloatType> rgb(TrainingSample sample) {
    return ArrayImgs.floats(sample.rgb(), sample.size(), sample.size(), 3);
  }
}
