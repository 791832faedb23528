package io.github.deepmatting.training;

import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.features.InputFeatures;
import io.github.deepmatting.progress.Progress;
import java.nio.FloatBuffer;
import net.imglib2.img.array.ArrayImgs;

/** The input features that a network configuration names, computed as for a matte. */
public final class FeatureEncoder implements SampleEncoder {

  private final NetworkConfiguration configuration;

  public FeatureEncoder(NetworkConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public int channels() {
    return configuration.inputChannels();
  }

  @Override
  public void write(TrainingSample sample, FloatBuffer input) {
    int size = sample.size();
    InputFeatures.of(ArrayImgs.floats(sample.rgb(), size, size, 3), sample.trimap(), configuration.inputs(),
        Progress.NONE).write(0, 0, size, size, input);
  }
}
