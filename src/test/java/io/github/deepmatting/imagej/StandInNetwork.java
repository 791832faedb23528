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
package io.github.deepmatting.imagej;

import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Stands in for a network where no engine is needed: its alpha is red, and something happens before it is there. */
public final class StandInNetwork implements AlphaNetwork {

  private final Runnable before;
  /** Open until {@link #close()}. */
  public final CountDownLatch closed = new CountDownLatch(1);

  public StandInNetwork(Runnable before) {
    this.before = before;
  }

  public Matting matting() {
    return new Matting(this, Normalization.TYPE_RANGE, 0);
  }

  @Override
  public NetworkConfiguration configuration() {
    return RedModel.configuration(1);
  }

  @Override
  public void predict(
      TensorShape shape, int stage, Consumer<FloatBuffer> writeInput, Consumer<FloatBuffer> readAlpha) {
    configuration().requirePredictable(shape, stage);
    if (closed.getCount() == 0) throw new IllegalStateException("closed");
    before.run();
    int pixels = Math.toIntExact(shape.pixels());
    FloatBuffer input = FloatBuffer.allocate(4 * pixels);
    writeInput.accept(input);
    FloatBuffer alpha = FloatBuffer.allocate(pixels);
    for (int i = 0; i < pixels; i++) alpha.put(i, input.get(4 * i));
    readAlpha.accept(alpha);
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
