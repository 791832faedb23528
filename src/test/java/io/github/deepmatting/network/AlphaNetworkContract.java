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
package io.github.deepmatting.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link AlphaNetwork} keeps to, the stand-ins of other tests too. */
public abstract class AlphaNetworkContract {

  private AlphaNetwork network;

  /** A network that is used for one test. */
  protected abstract AlphaNetwork open() throws Exception;

  /** Closes what {@link #open()} opened. */
  protected void close(AlphaNetwork opened) {
    opened.close();
  }

  @BeforeEach
  void openIt() throws Exception {
    network = open();
  }

  @AfterEach
  void closeIt() {
    close(network);
  }

  private TensorShape shape(int batch, int rows, int columns) {
    int multiple = network.configuration().sizeMultiple();
    return new TensorShape(batch, rows * multiple, columns * multiple);
  }

  private float[] input(TensorShape shape, long seed) {
    Random random = new Random(seed);
    float[] input = new float[Math.toIntExact(shape.pixels() * network.configuration().inputChannels())];
    for (int i = 0; i < input.length; i++) input[i] = random.nextFloat();
    return input;
  }

  private float[] predict(TensorShape shape, int stage, float[] input) {
    float[][] alpha = new float[1][];
    network.predict(shape, stage, buffer -> {
      assertEquals(input.length, buffer.remaining());
      buffer.put(input);
    }, buffer -> {
      assertEquals(shape.pixels(), buffer.remaining());
      alpha[0] = new float[buffer.remaining()];
      buffer.get(alpha[0]);
    });
    assertNotNull(alpha[0], "the alpha was not read");
    return alpha[0];
  }

  private void refuse(TensorShape shape, int stage) {
    assertThrows(IllegalArgumentException.class, () -> network.predict(shape, stage, buffer -> {}, buffer -> {}));
  }

  private static void assertInRange(float[] alpha) {
    for (float value : alpha) assertTrue(value >= 0 && value <= 1, () -> "an alpha of " + value);
  }

  @Test
  void everyStageGivesAnAlphaInRangeForEveryPixel() {
    for (int stage = 1; stage <= network.configuration().stages(); stage++)
      for (TensorShape shape : new TensorShape[] {shape(1, 2, 2), shape(1, 3, 5), shape(3, 2, 1)}) {
        float[] input = input(shape, stage);
        assertInRange(predict(shape, stage, input));
        for (float extreme : new float[] {0, 1}) {
          Arrays.fill(input, extreme);
          assertInRange(predict(shape, stage, input));
        }
      }
  }

  @Test
  void theTilesOfABatchComeInTheirOrderAndDoNotMix() {
    TensorShape one = shape(1, 2, 3);
    float[][] inputs = {input(one, 1), input(one, 2), input(one, 3)};
    float[] together = new float[3 * inputs[0].length];
    for (int i = 0; i < 3; i++) System.arraycopy(inputs[i], 0, together, i * inputs[0].length, inputs[0].length);
    float[] alpha = predict(new TensorShape(3, one.height(), one.width()), 1, together);
    int pixels = Math.toIntExact(one.pixels());
    for (int i = 0; i < 3; i++)
      assertArrayEquals(
          predict(one, 1, inputs[i]), Arrays.copyOfRange(alpha, i * pixels, (i + 1) * pixels), 1e-5f, "tile " + i);
  }

  @Test
  void aStageThatThereIsNotIsRefused() {
    refuse(shape(1, 2, 2), 0);
    refuse(shape(1, 2, 2), network.configuration().stages() + 1);
  }

  @Test
  void aSizeThatIsNoMultipleIsRefused() {
    TensorShape fine = shape(1, 2, 2);
    refuse(new TensorShape(1, fine.height() + 1, fine.width()), 1);
    refuse(new TensorShape(1, fine.height(), fine.width() + 1), 1);
  }

  @Test
  void anErrorOfTheCallerComesThroughAndTheNetworkStaysUsable() {
    TensorShape shape = shape(1, 2, 2);
    IllegalStateException error = new IllegalStateException("the caller's");
    assertSame(error, assertThrows(IllegalStateException.class, () -> network.predict(shape, 1, buffer -> {
      throw error;
    }, FloatBuffer::remaining)));
    predict(shape, 1, input(shape, 1));
  }

  @Test
  void severalThreadsGetWhatOneGets() {
    TensorShape shape = shape(1, 2, 2);
    float[][] alone = IntStream.range(0, 8).mapToObj(i -> predict(shape, 1, input(shape, i))).toArray(float[][]::new);
    float[][] beside =
        IntStream.range(0, 8).parallel().mapToObj(i -> predict(shape, 1, input(shape, i))).toArray(float[][]::new);
    for (int i = 0; i < 8; i++) assertArrayEquals(alone[i], beside[i], 1e-5f);
  }

  @Test
  void onceClosedItPredictsNothing() {
    TensorShape shape = shape(1, 2, 2);
    close(network);
    assertThrows(IllegalStateException.class, () -> predict(shape, 1, input(shape, 1)));
    close(network); // does nothing
  }
}
