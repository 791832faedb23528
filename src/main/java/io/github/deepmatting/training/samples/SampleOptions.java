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
package io.github.deepmatting.training.samples;

/**
 * The mixture of samples, as probabilities in [0,1].
 *
 * @param procedural the object is drawn by rules rather than taken from a file
 * @param second another object lies over the first
 * @param blurredBackground the background is out of focus
 * @param defocus the object is out of focus
 * @param lowContrast the object's colours are moved towards the background's
 * @param samePhotograph a drawn object has its texture from the photograph that is the background
 * @param plainBackground the background is one colour with a gradient, as in a studio or under a microscope
 * @param grey the sample has no colour
 * @param camera noise, sharpening or compression is added
 */
public record SampleOptions(
    double procedural,
    double second,
    double blurredBackground,
    double defocus,
    double lowContrast,
    double samePhotograph,
    double plainBackground,
    double grey,
    double camera) {

  public SampleOptions {
    for (double value : new double[] {procedural, second, blurredBackground, defocus, lowContrast, samePhotograph,
        plainBackground, grey, camera})
      if (!(value >= 0 && value <= 1))
        throw new IllegalArgumentException("Sample options are probabilities in [0,1] but one is " + value);
  }

  /** The same with all objects drawn by rules, where there are no files of foregrounds. */
  public SampleOptions drawnAlone() {
    return new SampleOptions(1, second, blurredBackground, defocus, lowContrast, samePhotograph, plainBackground, grey,
        camera);
  }
}
