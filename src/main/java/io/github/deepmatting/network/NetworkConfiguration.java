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

import java.util.List;
import java.util.Optional;

/**
 * The description of a two-stage matting network after Xu et al., <i>Deep Image Matting</i> (CVPR 2017): an
 * encoder&ndash;decoder with unpooling by pooling indices, then a refinement at full resolution. The networks
 * {@code paper} and {@code compact} are two values of this record; so is any other.
 *
 * @param name the configuration's name
 * @param inputs the inputs of the first stage, in the order of the input tensor's channels; {@link InputFeature#IMAGE}
 *     is the first and {@link InputFeature#TRIMAP} the second
 * @param imageOffset three values in [0,1], subtracted from red, green and blue before anything else
 * @param inputScale factor on all input channels, after the offset; 255 for weights that expect 8-bit values
 * @param stem block size of a space-to-depth rearrangement before the encoder (and back after the decoder); 1 for none
 * @param encoder the levels from fine to coarse, each ending in a 2x2 max-pooling
 * @param bottleneck conv6 of the paper, at the coarsest resolution
 * @param decoder one level more than the encoder has: the first (deconv6) works before the first unpooling, every other
 *     after one, from coarse to fine
 * @param predictionKernel kernel size of the convolution that predicts alpha (logits)
 * @param skips true if the encoder's features before a pooling are concatenated to the unpooled ones
 * @param residual true if the prediction is added to the logit of {@link #prior()}
 * @param refinementContext true if the refinement gets all input channels beside alpha; if false, only the image, as in
 *     the paper
 * @param refinement widths of the refinement's 3x3 convolutions but the last, which has one channel; empty for none
 * @param halo the pixels of context that a tile needs on each side
 * @param coarsest with {@link InputFeature#COARSE_ALPHA}: an image is halved until its longer side has at most as many
 *     pixels, and the network runs at every size, from coarse to fine; otherwise 0
 * @param smoothing the smoothing of the last stage's alpha, outside the network; empty for none
 */
public record NetworkConfiguration(
    String name,
    List<InputFeature> inputs,
    List<Double> imageOffset,
    double inputScale,
    int stem,
    List<Level> encoder,
    Level bottleneck,
    List<Level> decoder,
    int predictionKernel,
    boolean skips,
    boolean residual,
    boolean refinementContext,
    List<Integer> refinement,
    int halo,
    int coarsest,
    Optional<Smoothing> smoothing) {

  // Descriptions are not trusted. These limits are far beyond any real network, and sizes can still be computed.
  private static final int MOST_LEVELS = 12;
  private static final int MOST_LAYERS = 64;
  private static final int MOST_CHANNELS = 1 << 16;
  private static final int LARGEST_HALO = 1 << 12;
  private static final int LEAST_COARSEST = 32;
  private static final int LARGEST_COARSEST = 1 << 16;

  /**
   * Convolutions at one resolution, each followed by a ReLU.
   *
   * @param convolutions the number of convolutions, at least 1
   * @param kernel odd kernel size
   * @param width channels of each
   */
  public record Level(int convolutions, int kernel, int width) {
    public Level {
      if (convolutions < 1 || convolutions > MOST_LAYERS || kernel < 1 || kernel > MOST_LAYERS || kernel % 2 == 0
          || width < 1 || width > MOST_CHANNELS)
        throw new IllegalArgumentException(
            "A level needs at least one convolution, an odd kernel and a positive width, at most " + MOST_LAYERS + ", "
                + MOST_LAYERS + " and " + MOST_CHANNELS + ", but has " + convolutions + ", " + kernel + ", " + width);
    }
  }

  /**
   * Smoothing of the predicted alpha p by the matting Laplacian L: the alpha that minimises alpha' L alpha + the sum of
   * w (alpha - p)^2 over the unknown pixels, where the weight w = least + certain |2 p - 1|^power is larger the surer
   * the network is.
   *
   * @param epsilon weight of the smoothness of L's linear colour model, for colours in [0,1]
   * @param least weight of a pixel that the network is undecided about (p = 0.5)
   * @param certain the additional weight where p is 0 or 1
   * @param power the exponent by which this falls as p moves away from 0 and 1
   */
  public record Smoothing(double epsilon, double least, double certain, double power) {
    public Smoothing {
      if (!(epsilon > 0 && epsilon <= 1 && least > 0 && least <= 1e6 && certain >= 0 && certain <= 1e6 && power > 0
          && power <= 100))
        throw new IllegalArgumentException("smoothing needs epsilon in (0,1], least in (0,1e6], certain in [0,1e6] and"
            + " power in (0,100] but has " + epsilon + ", " + least + ", " + certain + " and " + power);
    }

    /** The weight of a predicted alpha. */
    public double weight(double predicted) {
      return least + certain * Math.pow(Math.abs(2 * predicted - 1), power);
    }
  }

  public NetworkConfiguration {
    inputs = List.copyOf(inputs);
    imageOffset = List.copyOf(imageOffset);
    encoder = List.copyOf(encoder);
    decoder = List.copyOf(decoder);
    refinement = List.copyOf(refinement);
    require(inputs.size() >= 2 && inputs.get(0) == InputFeature.IMAGE && inputs.get(1) == InputFeature.TRIMAP,
        name, "inputs must begin with image, trimap but are " + inputs);
    require(inputs.stream().distinct().count() == inputs.size(), name, "inputs name a feature twice: " + inputs);
    require(imageOffset.size() == 3, name, "image-offset needs 3 values but has " + imageOffset.size());
    require(inputScale > 0, name, "input-scale must be positive but is " + inputScale);
    require(stem == 1 || stem == 2 || stem == 4, name, "stem must be 1, 2 or 4 but is " + stem);
    require(!encoder.isEmpty() && encoder.size() <= MOST_LEVELS, name,
        "the encoder needs 1 to " + MOST_LEVELS + " levels but has " + encoder.size());
    require(decoder.size() == encoder.size() + 1, name,
        "the decoder needs " + (encoder.size() + 1) + " levels but has " + decoder.size());
    for (int i = 0; i < encoder.size(); i++) {
      int pooled = encoder.get(encoder.size() - 1 - i).width();
      require(decoder.get(i).width() == pooled, name,
          "decoder level " + i + " must be as wide as the encoder level whose indices unpool it (" + pooled
              + ") but has " + decoder.get(i).width());
    }
    require(predictionKernel % 2 == 1 && predictionKernel > 0 && predictionKernel < MOST_LAYERS, name,
        "prediction-kernel must be odd and at most " + MOST_LAYERS + " but is " + predictionKernel);
    require(refinement.size() <= MOST_LAYERS && refinement.stream().allMatch(w -> w >= 1 && w <= MOST_CHANNELS), name,
        "refinement takes up to " + MOST_LAYERS + " widths of 1 to " + MOST_CHANNELS + " but is " + refinement);
    require(!inputs.contains(InputFeature.COARSE_ALPHA) || !inputs.contains(InputFeature.CLOSED_FORM_ALPHA), name,
        "inputs name both closed-form-alpha and coarse-alpha; there can be one of them");
    require(!residual || inputs.contains(InputFeature.CLOSED_FORM_ALPHA) || inputs.contains(InputFeature.COARSE_ALPHA),
        name, "residual needs closed-form-alpha or coarse-alpha among the inputs");
    if (inputs.contains(InputFeature.COARSE_ALPHA))
      require(coarsest >= LEAST_COARSEST && coarsest <= LARGEST_COARSEST, name,
          "coarse-alpha among the inputs needs coarsest to be " + LEAST_COARSEST + " to " + LARGEST_COARSEST
              + " but it is " + coarsest);
    else require(coarsest == 0, name, "coarsest is " + coarsest + " but coarse-alpha is not among the inputs");
    require(halo >= 0 && halo <= LARGEST_HALO, name, "halo must be 0 to " + LARGEST_HALO + " but is " + halo);
  }

  /** A configuration without coarser levels: {@link #coarsest()} is 0. */
  public NetworkConfiguration(String name, List<InputFeature> inputs, List<Double> imageOffset, double inputScale,
      int stem, List<Level> encoder, Level bottleneck, List<Level> decoder, int predictionKernel, boolean skips,
      boolean residual, boolean refinementContext, List<Integer> refinement, int halo, Optional<Smoothing> smoothing) {
    this(name, inputs, imageOffset, inputScale, stem, encoder, bottleneck, decoder, predictionKernel, skips, residual,
        refinementContext, refinement, halo, 0, smoothing);
  }

  private static void require(boolean condition, String name, String message) {
    if (!condition) throw new IllegalArgumentException("Network configuration '" + name + "': " + message);
  }

  /** The number of channels of the input tensor. */
  public int inputChannels() {
    return inputs.stream().mapToInt(InputFeature::channels).sum();
  }

  /** The first channel of a feature in the input tensor, or -1 if it is none of the inputs. */
  public int channelOf(InputFeature feature) {
    int channel = 0;
    for (InputFeature input : inputs) {
      if (input == feature) return channel;
      channel += input.channels();
    }
    return -1;
  }

  /** True if the network is given its own alpha of half the resolution. */
  public boolean cascades() {
    return coarsest > 0;
  }

  /**
   * True if an image of this size is matted at half the resolution first.
   *
   * @param width columns, at least 1
   * @param height rows, at least 1
   */
  public boolean hasCoarser(int width, int height) {
    return cascades() && Math.max(width, height) > coarsest;
  }

  /** The alpha among the inputs that the prediction is added to; empty if there is none. */
  public Optional<InputFeature> prior() {
    return inputs.stream()
        .filter(input -> input == InputFeature.CLOSED_FORM_ALPHA || input == InputFeature.COARSE_ALPHA).findFirst();
  }

  /** The number that height and width of an input tensor must be multiples of. */
  public int sizeMultiple() {
    return stem << encoder.size();
  }

  /**
   * Checks that the network can predict tiles of this shape up to this stage.
   *
   * @throws IllegalArgumentException if there is no such stage, or the height or width is no multiple of
   *     {@link #sizeMultiple()}
   */
  public void requirePredictable(TensorShape shape, int stage) {
    require(stage >= 1 && stage <= stages(), name,
        "the stage must be 1" + (stages() == 1 ? "" : " or 2") + " but is " + stage);
    require(shape.height() % sizeMultiple() == 0 && shape.width() % sizeMultiple() == 0, name,
        "height and width must be multiples of " + sizeMultiple() + " but are " + shape.height() + ", "
            + shape.width());
  }

  /** The number that height and width of training samples must be multiples of. */
  public int cropMultiple() {
    return cascades() ? 2 * sizeMultiple() : sizeMultiple();
  }

  /** The number of channels of the refinement's input, the last of them the first stage's alpha. */
  public int refinementInputs() {
    return 1 + (refinementContext ? inputChannels() : InputFeature.IMAGE.channels());
  }

  /** The number of stages: 2 with a refinement, otherwise 1. */
  public int stages() {
    return refinement.isEmpty() ? 1 : 2;
  }
}
