package io.github.deepmatting.tensorflow;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/** Sessions with the settings that this project wants. */
final class Sessions {

  private Sessions() {}

  /**
   * Opens a session.
   *
   * @param threads threads of one operation; 0 lets TensorFlow choose. With 1 operations do not run side by side
   *     either, which makes results repeatable
   */
  static Session open(Graph graph, DeviceChoice device, int threads) {
    return new Session(graph, configuration(device, threads));
  }

  static ConfigProto configuration(DeviceChoice device, int threads) {
    // Memory growth, or TensorFlow takes a whole GPU at once.
    ConfigProto.Builder builder =
        ConfigProto.newBuilder()
            .setAllowSoftPlacement(true)
            .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
    if (device == DeviceChoice.CPU) builder.putDeviceCount("GPU", 0);
    if (threads > 0) builder.setIntraOpParallelismThreads(threads).setInterOpParallelismThreads(1);
    return builder.build();
  }
}
