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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.matting.AlphaType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * New images for results, with what the source has: calibration, slices and frames, slice labels, the position that is
 * shown. They begin black and are filled through {@link ImagePlusPlanes}, without a copy in between. What is known of
 * the source's file is not taken over, nor are its selection and overlay.
 */
public final class ResultImages {

  private static final String LABEL = "Slice_Label";
  private static final Set<String> EXTENSIONS = Set.of(
      "tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "pgm", "ppm", "pnm", "dcm", "fits", "zip", "avi", "czi", "lif",
      "nd2", "lsm", "oib", "vsi");

  private ResultImages() {}

  /** An alpha matte, displayed over its whole range, one channel; titled "NAME alpha". */
  public static ImagePlus newAlpha(ImagePlus source, AlphaType type) {
    ImagePlus alpha = create(source, "alpha", type.bitDepth(), 1);
    // The source's calibration of values says nothing about alpha.
    alpha.getCalibration().disableDensityCalibration();
    alpha.setDisplayRange(0, type.opaque());
    return alpha;
  }

  /**
   * An alpha matte for each label, as slices (of a source with a single one) or as channels; "NAME label alphas". The
   * first line of a slice label is the label, the rest the source's slice label.
   */
  static ImagePlus newLabelAlphas(ImagePlus source, List<Integer> labels, boolean channels, AlphaType type) {
    ImagePlus alphas = create(source, "label alphas", type.bitDepth(), labels.size());
    alphas.getCalibration().disableDensityCalibration();
    for (int index = 1; index <= alphas.getStackSize(); index++) {
      int position = (index - 1) / labels.size();
      String own = sliceLabel(source, 1, position % source.getNSlices() + 1, position / source.getNSlices() + 1);
      String label = labels.get((index - 1) % labels.size()) + (own == null ? "" : "\n" + own);
      if (alphas.getStackSize() == 1) alphas.setProp(LABEL, label);
      else alphas.getStack().setSliceLabel(label, index);
    }
    if (!channels) alphas.setDimensions(1, labels.size(), 1);
    alphas.setDisplayRange(0, type.opaque());
    if (!channels || labels.size() == 1) return alphas;
    // More than these ImageJ can't lay over each other.
    boolean overlaid = labels.size() <= CompositeImage.MAX_CHANNELS;
    CompositeImage composite =
        new CompositeImage(alphas, overlaid ? CompositeImage.COMPOSITE : CompositeImage.GRAYSCALE);
    LUT[] luts = composite.getLuts();
    for (LUT lut : luts) {
      lut.min = 0;
      lut.max = type.opaque();
    }
    composite.setLuts(luts);
    showSamePosition(source, composite);
    return composite;
  }

  /** A trimap: 8 bits, one channel, all background as yet; titled "NAME trimap". */
  public static ImagePlus newTrimap(ImagePlus source) {
    ImagePlus trimap = create(source, "trimap", 8, 1);
    trimap.getCalibration().disableDensityCalibration();
    return trimap;
  }

  /** The source's type, channels, look-up tables and display ranges; titled by its name and what it is. */
  public static ImagePlus newLike(ImagePlus source, String what) {
    boolean rgb = source.getType() == ImagePlus.COLOR_RGB;
    return withColours(source, create(source, what, source.getBitDepth(), rgb ? 1 : source.getNChannels()));
  }

  /** RGB with the source's slices and frames; titled by its name and what it is. */
  public static ImagePlus newRgb(ImagePlus source, String what) {
    return create(source, what, 24, 1);
  }

  /**
   * The image as it is now, over the same pixel arrays: what work that takes long holds on to. If the user closes the
   * image meanwhile, ImageJ takes the pixels from the image, but not from this.
   *
   * @param image of any kind
   * @return with the image's title, calibration, channels, slices, frames, labels, position, colours and display ranges;
   *     without its selection, overlay and file
   * @throws IllegalArgumentException if it has no pixels
   */
  public static ImagePlus holding(ImagePlus image) {
    ImagePlusPlanes.requirePixels(image);
    ImageStack source = image.getStack();
    ImageStack stack = source;
    if (!source.isVirtual()) {
      stack = new ImageStack(source.getWidth(), source.getHeight());
      for (int slice = 1; slice <= source.size(); slice++)
        stack.addSlice(source.getSliceLabel(slice), source.getPixels(slice));
    }
    return withColours(image, like(image, image.getTitle(), stack, image.getNChannels()));
  }

  private static ImagePlus withColours(ImagePlus source, ImagePlus image) {
    if (source.getType() == ImagePlus.COLOR_RGB) return image;
    LUT[] luts = source.getLuts();
    if (source.isComposite()) {
      CompositeImage composite = new CompositeImage(image, ((CompositeImage) source).getMode());
      composite.setLuts(luts);
      composite.setOpenAsHyperStack(image.getOpenAsHyperStack());
      showSamePosition(source, composite);
      return composite;
    }
    if (luts.length > 0) image.setLut(luts[0]);
    image.setDisplayRange(source.getDisplayRangeMin(), source.getDisplayRangeMax());
    return image;
  }

  /** The title of a result: the source's without the extension of an image file, a space, and its kind. */
  public static String title(ImagePlus source, String what) {
    String title = source.getTitle();
    int dot = title.lastIndexOf('.');
    boolean hasExtension = dot > 0 && EXTENSIONS.contains(title.substring(dot + 1).toLowerCase(Locale.ROOT));
    return (hasExtension ? title.substring(0, dot) : title) + " " + what;
  }

  private static ImagePlus create(ImagePlus source, String what, int bitDepth, int channels) {
    int size = channels * source.getNSlices() * source.getNFrames();
    ImageStack stack = ImageStack.create(source.getWidth(), source.getHeight(), size, bitDepth);
    return like(source, title(source, what), stack, channels);
  }

  private static ImagePlus like(ImagePlus source, String title, ImageStack stack, int channels) {
    ImagePlus result = new ImagePlus(title, stack);
    result.setDimensions(channels, source.getNSlices(), source.getNFrames());
    result.setOpenAsHyperStack(source.getOpenAsHyperStack() || source.isHyperStack());
    // A calibration that is set for all images (ImageJ's "global") is the source's as well.
    Calibration calibration = source.getCalibration().copy();
    result.setCalibration(calibration);
    if (!stack.isVirtual()) copyLabels(source, result, channels);
    showSamePosition(source, result);
    return result;
  }

  /** The label of a slice, counted from 1 each, or null. */
  public static String sliceLabel(ImagePlus image, int channel, int slice, int frame) {
    // ImageJ makes up the label of a single image from what is known of its file.
    return image.getStackSize() == 1
        ? image.getProp(LABEL) : image.getStack().getSliceLabel(image.getStackIndex(channel, slice, frame));
  }

  private static void copyLabels(ImagePlus source, ImagePlus result, int channels) {
    for (int frame = 1; frame <= source.getNFrames(); frame++)
      for (int slice = 1; slice <= source.getNSlices(); slice++)
        for (int channel = 1; channel <= channels; channel++) {
          String label = sliceLabel(source, channel, slice, frame);
          if (label == null) continue;
          if (result.getStackSize() == 1) result.setProp(LABEL, label);
          else result.getStack().setSliceLabel(label, result.getStackIndex(channel, slice, frame));
        }
  }

  private static void showSamePosition(ImagePlus source, ImagePlus result) {
    int channel = Math.min(source.getC(), result.getNChannels());
    if (result.getStackSize() > 1) result.setPosition(channel, source.getZ(), source.getT());
  }
}
