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
package io.github.deepmatting.tensorflow;

import io.github.deepmatting.engine.AlphaNetwork;
import io.github.deepmatting.engine.Device;
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.NetworkLayers;
import io.github.deepmatting.engine.NetworkTrainer;
import io.github.deepmatting.engine.TrainerOptions;
import io.github.deepmatting.engine.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tensorflow.TensorFlow;

/** TensorFlow Java as the project's engine. */
public final class TensorFlowEngine implements Engine {

  private final List<Device> devices = Devices.list();

  @Override
  public String version() {
    return "TensorFlow " + TensorFlow.version();
  }

  @Override
  public List<Device> devices() {
    return devices;
  }

  @Override
  public AlphaNetwork load(
      NetworkConfiguration configuration, Weights weights, DeviceChoice device, int threads) {
    NetworkLayers.check(configuration, weights);
    requireDevice(device);
    return TensorFlowAlphaNetwork.load(configuration, weights, device, threads);
  }

  @Override
  public NetworkTrainer train(
      NetworkConfiguration configuration, Weights weights, TrainerOptions options, DeviceChoice device) {
    NetworkLayers.check(configuration, weights);
    requireDevice(device);
    return new TensorFlowTrainer(configuration, weights, options, device);
  }

  @Override
  public void export(NetworkConfiguration configuration, Weights weights, Path folder) throws IOException {
    NetworkLayers.check(configuration, weights);
    SavedModelExport.write(configuration, weights, folder);
  }

  private void requireDevice(DeviceChoice choice) {
    if (choice == DeviceChoice.GPU && devices.stream().noneMatch(d -> d.type() == Device.Type.GPU))
      throw new IllegalStateException(
          "A GPU was asked for, but " + version() + " sees only "
              + devices.stream().map(d -> d.type() + " " + d.name()).collect(Collectors.joining(", "))
              + ". It needs an NVIDIA driver and the GPU build of the engine; choose 'auto' or 'cpu' to go on without");
  }
}
