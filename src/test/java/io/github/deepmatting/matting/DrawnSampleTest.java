package io.github.deepmatting.matting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.model.ModelSample;
import io.github.deepmatting.progress.Progress;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DrawnSampleTest {

  @Test
  void imageTrimapAndAlphaFitTheNetwork() {
    LocalNetwork network = new LocalNetwork();
    ModelSample sample = DrawnSample.of(network, Progress.NONE);
    assertEquals(4, sample.channels());
    assertEquals(128, sample.shape().height());
    assertEquals(128, sample.shape().width());
    Set<Float> trimap = new TreeSet<>();
    for (int i = 0; i < sample.alpha().length; i++) {
      trimap.add(sample.input()[4 * i + 3]);
      for (int channel = 0; channel < 3; channel++) {
        float value = sample.input()[4 * i + channel];
        assertTrue(value >= 0 && value <= 1, "pixel " + i + ": " + value);
      }
    }
    assertEquals(Set.of(0f, 0.5f, 1f), trimap);
    assertArrayEquals(sample.alpha(), DrawnSample.of(network, Progress.NONE).alpha());
    float[] sorted = sample.alpha().clone();
    java.util.Arrays.sort(sorted);
    assertTrue(sorted[0] < sorted[sorted.length - 1], "a flat alpha tests nothing");
  }
}
