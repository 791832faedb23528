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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import io.github.deepmatting.training.data.Foregrounds;
import io.github.deepmatting.training.data.Photographs;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import io.github.deepmatting.training.samples.SampleComposer;
import io.github.deepmatting.training.samples.SampleSource;
import io.github.deepmatting.training.samples.TestImages;
import io.github.deepmatting.training.samples.TrainingSample;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
public class SampleQueueTest {

  @TempDir private Path folder;

  /** Image and trimap only. */
  public static final SampleEncoder PLAIN = new SampleEncoder() {
    @Override
    public int channels() {
      return 4;
    }

    @Override
    public void write(TrainingSample sample, FloatBuffer input) {
      int plane = sample.size() * sample.size();
      for (int i = 0; i < plane; i++) {
        for (int c = 0; c < 3; c++) input.put(sample.rgb()[c * plane + i]);
        input.put(sample.trimap().get(i % sample.size(), i / sample.size()) / 255f);
      }
    }
  };

  public static float[] input(Batch batch) {
    FloatBuffer buffer = FloatBuffer.allocate((int) batch.shape().pixels() * PLAIN.channels());
    batch.writeInput(buffer);
    return buffer.array();
  }

  static float[] truth(Batch batch) {
    FloatBuffer buffer = FloatBuffer.allocate((int) batch.shape().pixels() * NetworkTrainer.TRUTH_CHANNELS);
    batch.writeTruth(buffer);
    return buffer.array();
  }

  @Test
  void oneAndThreeWorkersGiveTheSameBatches() throws Exception {
    SampleSource source = new SampleComposer(
        Foregrounds.read(TestImages.foregrounds(folder), Progress.NONE),
        Photographs.read(TestImages.backgrounds(folder), Progress.NONE), TrainingRecipes.named("compact").samples());
    try (SampleQueue one = queue(source, 1); SampleQueue three = queue(source, 3)) {
      for (long number = 5; number < 13; number++) {
        Batch expected = one.take();
        Batch actual = three.take();
        assertEquals(number, expected.number());
        assertEquals(number, actual.number());
        assertArrayEquals(input(expected), input(actual));
        assertArrayEquals(truth(expected), truth(actual));
      }
    }
  }

  private static SampleQueue queue(SampleSource source, int workers) {
    SampleStore store = new SampleStore(source, PLAIN, 7, new TrainingPhase.Crops(0, 32, 2), 3);
    return new SampleQueue(store::batch, 5, workers, 4);
  }

  @Test
  void aFailureReachesTheConsumer() {
    RuntimeException failure = new RuntimeException("broken image");
    try (SampleQueue queue = new SampleQueue(number -> {
      if (number == 2) throw failure;
      return new Batch(number, new TensorShape(1, 1, 1), List.of());
    }, 0, 2, 2)) {
      IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> {
        for (int i = 0; i < 3; i++) queue.take();
      });
      assertSame(failure, thrown.getCause());
      assertTrue(thrown.getMessage().contains("broken image"));
    }
  }

  @Test
  void composesNoMoreAheadThanItsCapacity() throws InterruptedException {
    AtomicLong composed = new AtomicLong();
    try (SampleQueue queue = new SampleQueue(number -> {
      composed.incrementAndGet();
      return new Batch(number, new TensorShape(1, 1, 1), List.of());
    }, 0, 3, 4)) {
      for (int i = 0; i < 10; i++) queue.take();
      // Workers that did not wait would compose thousands by then.
      Thread.sleep(200);
      assertTrue(composed.get() <= 14, composed + " batches were composed for 10 taken");
    }
  }

  @Test
  void aSingleThreadComposesWhatItTakes() {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    long last = Workers.run(1, () -> {
      seen.add(Thread.currentThread());
      try (SampleQueue queue = new SampleQueue(number -> {
        seen.add(Thread.currentThread());
        return new Batch(number, new TensorShape(1, 1, 1), List.of());
      }, 7, 2, 3)) {
        for (int i = 0; i < 9; i++) queue.take();
        return queue.take().number();
      }
    });
    assertEquals(16, last);
    assertEquals(1, seen.size(), seen.toString());
  }

  @Test
  void aClosedQueueGivesNothing() {
    SampleQueue queue = new SampleQueue(
        number -> new Batch(number, new TensorShape(1, 1, 1), List.of()), 0, 1, 1);
    queue.close();
    assertThrows(IllegalStateException.class, queue::take);
  }
}
