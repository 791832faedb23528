package io.github.deepmatting.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.AlphaNetwork;
import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.engine.TensorShape;
import io.github.deepmatting.engine.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both stages agree with PyTorch; weights, input and output were made by src/test/python/paper_network.py. */
class ParityTest {

  @ParameterizedTest
  @CsvSource({"paper-tiny, 1", "paper-tiny, 2", "compact-tiny, 1", "compact-tiny, 2"})
  void agreesWithPyTorch(String name, int stage) throws Exception {
    Networks networks = Networks.read(name);
    Weights.Array input = networks.weights().get("input");
    Weights.Array expected = networks.weights().get("alpha" + stage);
    TensorShape shape =
        new TensorShape((int) input.shape()[0], (int) input.shape()[1], (int) input.shape()[2]);
    float[] actual = new float[expected.values().length];
    try (AlphaNetwork network =
        new TensorFlowEngine().load(networks.configuration(), networks.weights(), DeviceChoice.CPU, 0)) {
      network.predict(shape, stage, buffer -> buffer.put(input.values()), buffer -> buffer.get(actual));
    }
    float least = 1;
    float largest = 0;
    for (int i = 0; i < actual.length; i++) {
      assertEquals(expected.values()[i], actual[i], 1e-5f, "value " + i);
      least = Math.min(least, actual[i]);
      largest = Math.max(largest, actual[i]);
    }
    assertTrue(largest - least > 0.5, "the fixture must not be flat but spans " + least + " to " + largest);
  }
}
