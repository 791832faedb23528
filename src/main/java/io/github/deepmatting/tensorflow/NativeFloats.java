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

import io.github.deepmatting.network.TensorShape;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataStorageVisitor;
import org.tensorflow.types.TFloat32;

/** Views of the native memory of 32-bit float tensors, so that pixels are written and read without a copy. */
final class NativeFloats {

  /** A buffer of Java has at most 2^31 - 1 bytes. */
  private static final int MOST = Integer.MAX_VALUE / Float.BYTES;

  private NativeFloats() {}

  /**
   * A new tensor of the shape [batch, height, width, channels] with undefined values; the caller closes it.
   *
   * @throws IllegalArgumentException if it would have more values than {@link #of} can show
   */
  static TFloat32 tensor(TensorShape shape, int channels) {
    long count = Math.multiplyExact(shape.pixels(), (long) channels);
    if (count > MOST)
      throw new IllegalArgumentException("A tensor of " + shape + " with " + channels + " channels would have " + count
          + " values; at most " + MOST + " fit: use smaller tiles or batches");
    return TFloat32.tensorOf(Shape.of(shape.batch(), shape.height(), shape.width(), channels));
  }

  /** The tensor's memory; valid while the tensor is open. At most 2^29-1 values. */
  static FloatBuffer of(Tensor tensor) {
    long count = tensor.shape().size();
    return tensor.asRawTensor().data().accept(new DataStorageVisitor<FloatBuffer>() {
      @Override
      public FloatBuffer visit(long start, long length, long scale) {
        Pointer pointer = new Pointer() {
          {
            address = start;
          }
        };
        try (FloatPointer floats = new FloatPointer(pointer)) {
          return floats.capacity(count).asBuffer();
        }
      }

      @Override
      public FloatBuffer visit(java.nio.ByteBuffer buffer) {
        return buffer.duplicate().order(java.nio.ByteOrder.nativeOrder()).asFloatBuffer();
      }

      @Override
      public FloatBuffer fallback() {
        throw new IllegalStateException("This tensor's memory can't be accessed directly");
      }
    });
  }

  /** A new tensor with these values; the caller closes it. */
  static TFloat32 tensor(long[] shape, float[] values) {
    TFloat32 tensor = TFloat32.tensorOf(Shape.of(shape));
    of(tensor).put(values);
    return tensor;
  }

  /** A copy of a tensor's values. */
  static float[] copy(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.shape().size())];
    of(tensor).get(values);
    return values;
  }
}
