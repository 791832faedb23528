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
package io.github.deepmatting.commands;

/**
 * Descriptions of the parameters that all commands that run a network have in their dialogs. The fields stand in each command, since
 * SciJava puts those of a superclass before a command's own.
 */
final class NetworkWords {

  static final String MODEL = "A model's name; in scripts and macros also the path of a model folder.";
  static final String NORMALIZATION = "How intensities become 0 to 1: as the model says; auto (8 bits by type, floats in"
      + " [0,1] as they are, all others by percentile); by the range of the pixel type, by the display range, or by the 0.1 and"
      + " 99.9 percentiles.";
  static final String STAGE = "1 for the encoder-decoder's alpha, 2 for the refined one, both as the network gives them, or"
      + " the model's last, smoothed where the model says so.";
  static final String DEVICE = "Where the network runs; auto takes a GPU if there is one.";
  static final String TILE = "Side in pixels; 0 for what fits into memory.";
  static final String ALPHA_TYPE =
      "float for 32 bits from 0 to 1; 8-bit for 0 to 255, 16-bit for 0 to 65535, rounded.";

  private NetworkWords() {}
}
