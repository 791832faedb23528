package io.github.deepmatting.model;

import io.github.deepmatting.engine.AlphaNetwork;
import io.github.deepmatting.engine.Device;
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.NetworkTrainer;
import io.github.deepmatting.engine.TrainerOptions;
import io.github.deepmatting.engine.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes files where a SavedModel's would be. */
final class FakeEngine implements Engine {

  private final boolean fails;

  FakeEngine(boolean fails) {
    this.fails = fails;
  }

  @Override
  public String version() {
    return "TensorFlow 2.18.0";
  }

  @Override
  public List<Device> devices() {
    return List.of();
  }

  @Override
  public AlphaNetwork load(NetworkConfiguration configuration, Weights weights, DeviceChoice device, int threads) {
    throw new UnsupportedOperationException();
  }

  @Override
  public NetworkTrainer train(
      NetworkConfiguration configuration, Weights weights, TrainerOptions options, DeviceChoice device) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void export(NetworkConfiguration configuration, Weights weights, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("variables"));
    Files.writeString(folder.resolve("saved_model.pb"), "graph");
    if (fails) throw new IOException("No space left on device");
    Files.writeString(folder.resolve("variables/variables.index"), "index");
  }
}
