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

import io.github.deepmatting.engine.Device;
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TrainerOptions;
import io.github.deepmatting.network.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** An engine whose networks are {@link FakeTrainer}s. */
public final class FakeEngine implements Engine {

  /** What a training was begun with. */
  public Weights initial;

  public TrainerOptions options;
  public FakeTrainer trainer;

  /** The constant that networks predict. */
  public Function<Weights, Float> alpha = weights -> 0.5f;

  @Override
  public String version() {
    return "fake";
  }

  @Override
  public List<Device> devices() {
    return List.of();
  }

  @Override
  public AlphaNetwork load(NetworkConfiguration configuration, Weights weights, DeviceChoice device, int threads) {
    FakeTrainer loaded = new FakeTrainer();
    loaded.constant = alpha.apply(weights);
    return loaded.averaged();
  }

  @Override
  public NetworkTrainer train(
      NetworkConfiguration configuration, Weights weights, TrainerOptions chosen, DeviceChoice device) {
    initial = weights;
    options = chosen;
    trainer = new FakeTrainer();
    trainer.initial = weights;
    trainer.alpha = alpha;
    return trainer;
  }

  @Override
  public void export(NetworkConfiguration configuration, Weights weights, Path folder) {
    throw new UnsupportedOperationException("The fake engine exports nothing");
  }
}
