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
package io.github.deepmatting.metrics;

import java.util.Collection;

/**
 * The four errors of an alpha matte as papers print them; the smaller, the better.
 *
 * @param sad sum of absolute differences, in thousands
 * @param mse mean squared error
 * @param grad gradient error, in thousands
 * @param conn connectivity error, in thousands
 */
public record AlphaErrors(double sad, double mse, double grad, double conn) {

  /**
   * The mean of each error, every image counting alike, as benchmarks take it.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static AlphaErrors mean(Collection<AlphaErrors> errors) {
    if (errors.isEmpty()) throw new IllegalArgumentException("There are no errors to take the mean of");
    double sad = 0;
    double mse = 0;
    double grad = 0;
    double conn = 0;
    for (AlphaErrors error : errors) {
      sad += error.sad;
      mse += error.mse;
      grad += error.grad;
      conn += error.conn;
    }
    int count = errors.size();
    return new AlphaErrors(sad / count, mse / count, grad / count, conn / count);
  }
}
