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

import io.github.deepmatting.engine.Device;
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.EngineBuild;
import io.github.deepmatting.engine.GpuAdvice;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TrainerOptions;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  @Override
  public Optional<String> gpuProblem() {
    if (build() == EngineBuild.CPU || seesGpu()) return Optional.empty();
    return Optional.of("The CPU is used: " + GpuAdvice.whyNone(EngineBuild.GPU, version()));
  }

  private boolean seesGpu() {
    return devices.stream().anyMatch(device -> device.type() == Device.Type.GPU);
  }

  @Override
  public EngineBuild build() {
    // Each build's native library lies in a folder of its own name.
    return TensorFlow.class.getResource("internal/c_api/linux-x86_64-gpu/libtensorflow_cc.so.2") == null
        ? EngineBuild.CPU : EngineBuild.GPU;
  }

  private void requireDevice(DeviceChoice choice) {
    if (choice != DeviceChoice.GPU || seesGpu()) return;
    throw new IllegalStateException("A GPU was asked for, but there is only "
        + devices.stream().map(device -> device.type() + " " + device.name()).collect(Collectors.joining(", ")) + ". "
        + GpuAdvice.whyNone(build(), version()) + " Choose the device 'auto' or 'cpu' to go on without");
  }
}
