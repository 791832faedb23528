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
package io.github.deepmatting.commands.service;

import io.github.deepmatting.matting.Matte;
import io.github.deepmatting.matting.MatteOptions;
import java.io.IOException;
import java.util.Map;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.scijava.service.SciJavaService;

/**
 * Mattes for scripts. In Groovy, where options are named arguments:
 *
 * <pre>{@code
 * #@ MattingService matting
 * alpha = matting.matte(image, trimap)
 * results = matting.matte(image, trimap, foreground: true, device: "cpu")
 * results.foreground.show()
 * }</pre>
 *
 * <p>Options are words by their {@link MatteOptions#KEYS}, as in macros. The model is loaded when it is first needed, kept
 * for as long as no other model, device or number of threads is asked for, and freed with the context. Safe for several
 * threads, which wait for each other.
 *
 * <p>{@code I} stands for {@code ij.ImagePlus}. SciJava looks at the methods of all services before ImageJ2 has patched that
 * class, which it can't once the class is loaded; so no method of a service may name it.
 *
 * <p>A slice of a stack that fails is named in the log as an error, and is empty in the results; where all fail, and for a
 * single image, the reason is thrown.
 */
public interface MattingService extends SciJavaService {

  /**
   * The alpha of an image, every slice of every frame: 32 bits, 0 to 1.
   *
   * @param image 8, 16 or 32 bits, RGB, or up to 7 channels
   * @param trimap as large as the image; one for all slices, or one for each
   * @throws IllegalArgumentException if they do not fit each other, or the values are no trimap's
   * @throws IOException if the model can't be used
   */
  default <I> I matte(I image, I trimap) throws IOException {
    return matte(Map.of(), image, trimap).get("alpha");
  }

  /**
   * The results that are asked for.
   *
   * @param options words by their keys
   * @return images by their names: alpha, foreground, cutout
   * @throws IllegalArgumentException also if there is no such option, or a value is not allowed
   */
  <I> Map<String, I> matte(Map<String, ?> options, I image, I trimap) throws IOException;

  /**
   * The alpha of pixels.
   *
   * @param image axes x, y, channel, or x, y
   * @param trimap axes x, y; as large as the image
   * @throws IllegalArgumentException if they do not fit each other, or the values are no trimap's
   * @throws IOException if the model can't be used
   */
  default <T extends RealType<T>> Matte<T> matte(RandomAccessibleInterval<T> image,
      RandomAccessibleInterval<? extends RealType<?>> trimap) throws IOException {
    return matte(Map.of(), image, trimap);
  }

  /**
   * The results of pixels that are asked for.
   *
   * @param options words by their keys
   * @throws IllegalArgumentException also if there is no such option, or a value is not allowed
   */
  <T extends RealType<T>> Matte<T> matte(Map<String, ?> options, RandomAccessibleInterval<T> image,
      RandomAccessibleInterval<? extends RealType<?>> trimap) throws IOException;
}
