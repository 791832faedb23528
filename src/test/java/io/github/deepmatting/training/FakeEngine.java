package io.github.deepmatting.training;

import io.github.deepmatting.engine.AlphaNetwork;
import io.github.deepmatting.engine.Device;
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.NetworkTrainer;
import io.github.deepmatting.engine.TrainerOptions;
import io.github.deepmatting.engine.Weights;
import java.nio.file.Path;
import java.util.List;

/** An engine whose networks are {@link FakeTrainer}s. */
final class FakeEngine implements Engine {

  /** What a training was begun with. */
  Weights initial;

  TrainerOptions options;
  FakeTrainer trainer;

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
    return new FakeTrainer().averaged();
  }

  @Override
  public NetworkTrainer train(
      NetworkConfiguration configuration, Weights weights, TrainerOptions chosen, DeviceChoice device) {
    initial = weights;
    options = chosen;
    trainer = new FakeTrainer();
    return trainer;
  }

  @Override
  public void export(NetworkConfiguration configuration, Weights weights, Path folder) {
    throw new UnsupportedOperationException("The fake engine exports nothing");
  }
}
