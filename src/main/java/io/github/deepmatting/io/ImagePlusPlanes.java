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
package io.github.deepmatting.io;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;
import io.github.deepmatting.image.ArgbChannels;
import io.github.deepmatting.image.ColourMix;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.NormalizationOptions;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.Localizable;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An ImageJ image (8, 16, 32 bits or RGB; single, composite, hyperstack, virtual) as ImgLib2 views over its own arrays.
 * Nothing is copied: writing to a view changes the image, save that of a virtual stack, whose slices are read anew each
 * time they are asked for. A position is one slice of one frame, with all its channels; positions count from 0, slices
 * first: {@code slice + slices * frame}.
 *
 * <p>An RGB image has three channels. An 8-bit image with a look-up table has one: its values, whatever their colours.
 */
public final class ImagePlusPlanes {

  private final ImagePlus image;

  /**
   * @param image as ImageJ has it; must not change in size while this is in use
   * @throws IllegalArgumentException if it is null or holds no pixels (which is what an image with an unknown title is)
   */
  public ImagePlusPlanes(ImagePlus image) {
    requirePixels(image);
    this.image = image;
  }

  /** @throws IllegalArgumentException if it is null or holds no pixels */
  public static void requirePixels(ImagePlus image) {
    if (image == null || image.getWidth() < 1 || image.getProcessor() == null)
      throw new IllegalArgumentException((image == null ? "The image" : "The image \"" + image.getTitle() + "\"")
          + " holds no pixels; choose one that is open");
  }

  /** The image's title. */
  public String title() {
    return image.getTitle();
  }

  public int width() {
    return image.getWidth();
  }

  public int height() {
    return image.getHeight();
  }

  /** Channels of a position; 3 for RGB images. */
  public int channels() {
    return isRgb() ? 3 : image.getNChannels();
  }

  /** Slices times frames. */
  public int positions() {
    return image.getNSlices() * image.getNFrames();
  }

  /** Bits of a channel: 8, 16 or 32. */
  public int bitDepth() {
    return isRgb() ? 8 : image.getBitDepth();
  }

  /** True if pixels are packed red, green and blue. */
  public boolean isRgb() {
    return image.getType() == ImagePlus.COLOR_RGB;
  }

  /**
   * The pixels of one position: unsigned bytes, unsigned shorts or floats, axes (x, y, channel).
   *
   * @param position from 0 to {@link #positions()} - 1
   * @throws IllegalArgumentException if there is no such position, or a virtual stack could not read it
   */
  public PixelPlanes<?> at(int position) {
    if (position < 0 || position >= positions())
      throw new IllegalArgumentException(describe() + " has no position " + position + "; it has " + positions()
          + ", counted from 0");
    ImageStack stack = image.getStack();
    if (isRgb()) return new PixelPlanes<>(ArgbChannels.of(packed(position), width(), height()));
    Object[] arrays = new Object[channels()];
    for (int channel = 0; channel < arrays.length; channel++) arrays[channel] = pixels(stack, position, channel);
    int width = width();
    int height = height();
    if (arrays[0] instanceof byte[])
      return planes(arrays, array -> ArrayImgs.unsignedBytes((byte[]) array, width, height));
    if (arrays[0] instanceof short[])
      return planes(arrays, array -> ArrayImgs.unsignedShorts((short[]) array, width, height));
    if (arrays[0] instanceof float[]) return planes(arrays, array -> ArrayImgs.floats((float[]) array, width, height));
    throw new IllegalArgumentException(describe() + " has pixels of a kind that is not known here ("
        + arrays[0].getClass().getSimpleName() + "); allowed are 8, 16 and 32 bits and RGB");
  }

  /** The colours of one position of an RGB image, packed as ImageJ packs them, row by row; its own array. */
  public int[] packed(int position) {
    return (int[]) pixels(image.getStack(), position, 0);
  }

  private Object pixels(ImageStack stack, int position, int channel) {
    int slices = image.getNSlices();
    int index = image.getStackIndex(channel + 1, position % slices + 1, position / slices + 1);
    Object pixels = stack.getPixels(index);
    if (pixels == null) throw new IllegalArgumentException(describe() + ": slice " + index + " could not be read");
    return pixels;
  }

  private static <T extends RealType<T> & NativeType<T>> PixelPlanes<T> planes(
      Object[] arrays, Function<Object, RandomAccessibleInterval<T>> wrap) {
    List<RandomAccessibleInterval<T>> channels = Arrays.stream(arrays).map(wrap).toList();
    return new PixelPlanes<>(
        channels.size() == 1 ? Views.addDimension(channels.get(0), 0, 0) : Views.stack(channels));
  }

  /**
   * All pixels, axes (x, y, channel, position), to be read only. Each access to it holds one position at a time, so that a
   * virtual stack is never in memory as a whole; it is quick only if positions are visited one after the other.
   */
  public PixelPlanes<?> all() {
    return all(at(0));
  }

  private <T extends RealType<T> & NativeType<T>> PixelPlanes<T> all(PixelPlanes<T> first) {
    RandomAccessibleInterval<T> pixels = first.pixels();
    Interval size = new FinalInterval(pixels.dimension(0), pixels.dimension(1), pixels.dimension(2), positions());
    return new PixelPlanes<>(Views.interval(new FunctionRandomAccessible<>(4, () -> new BiConsumer<Localizable, T>() {
      private RandomAccess<T> loaded;
      private int position = -1;

      @Override
      public void accept(Localizable place, T value) {
        if (place.getIntPosition(3) != position) {
          loaded = sameType(at(place.getIntPosition(3)), first).randomAccess();
          position = place.getIntPosition(3);
        }
        for (int axis = 0; axis < 3; axis++) loaded.setPosition(place.getLongPosition(axis), axis);
        value.set(loaded.get());
      }
    }, pixels.getType()::createVariable), size));
  }

  @SuppressWarnings("unchecked") // all slices of an image have one type; it is checked all the same
  private <T extends RealType<T> & NativeType<T>> RandomAccessibleInterval<T> sameType(
      PixelPlanes<?> planes, PixelPlanes<T> first) {
    if (planes.pixels().getType().getClass() != first.pixels().getType().getClass())
      throw new IllegalArgumentException(describe() + " has slices of different types; convert them to one");
    return (RandomAccessibleInterval<T>) planes.pixels();
  }

  /** The range of intensities that each channel is displayed with; 0 to 255 for all three of an RGB image. */
  public List<IntensityRange> displayRanges() {
    if (isRgb()) return Collections.nCopies(3, new IntensityRange(0, 255));
    LUT[] luts = image.getLuts();
    List<IntensityRange> ranges = new ArrayList<>();
    for (int channel = 0; channel < channels(); channel++) {
      boolean own = image.isComposite() && channel < luts.length;
      double from = own ? luts[channel].min : image.getDisplayRangeMin();
      double to = own ? luts[channel].max : image.getDisplayRangeMax();
      ranges.add(new IntensityRange(Math.min(from, to), Math.max(from, to)));
    }
    return ranges;
  }

  /**
   * The colour (0xRRGGBB) of each channel's brightest pixels. Empty where there is none to speak of: for a single
   * channel, for RGB, and where all channels have the same colour.
   */
  public List<Integer> colours() {
    LUT[] luts = image.getLuts();
    if (isRgb() || !image.isComposite() || luts.length != channels() || luts.length < 2) return List.of();
    List<Integer> colours = Arrays.stream(luts).map(lut -> lut.getRGB(255) & 0xffffff).toList();
    return colours.stream().distinct().count() == 1 ? List.of() : colours;
  }

  /** The options that turn this image into red, green and blue by its own display ranges and colours. */
  public NormalizationOptions normalizationOptions(Normalization normalization) {
    boolean displayed = normalization == Normalization.DISPLAY_RANGE;
    return new NormalizationOptions(normalization, displayed ? displayRanges() : List.of(), colours());
  }

  /**
   * Each position as red, green and blue in [0,1], by ranges of intensity that are measured once over all of them.
   *
   * @param progress asked for cancelling
   * @throws IllegalArgumentException if there are too many channels, or pixels are not a number or infinite
   */
  public IntFunction<NormalizedImage> normalized(Normalization normalization, Progress progress) {
    NormalizationOptions options = normalizationOptions(normalization);
    ColourMix mix = options.mix(channels());
    List<IntensityRange> ranges = options.ranges(all().pixels(), progress);
    return position -> NormalizedImage.of(at(position).pixels(), ranges, mix);
  }

  /**
   * The single plane of a grey image, axes (x, y), such as a trimap or an alpha. An RGB image whose three channels are
   * equal everywhere counts as grey, for many programs write greys as RGB.
   *
   * @throws IllegalArgumentException if there are more channels, or colours
   */
  public PixelPlanes<?> grey(int position) {
    PixelPlanes<?> planes = at(position);
    if (isRgb()) requireNoColour(packed(position));
    else if (channels() != 1)
      throw new IllegalArgumentException(describe() + " has " + channels()
          + " channels but must be grey, with one; split the channels and choose one");
    return firstChannel(planes);
  }

  private static <T extends RealType<T> & NativeType<T>> PixelPlanes<T> firstChannel(PixelPlanes<T> planes) {
    return new PixelPlanes<>(Views.hyperSlice(planes.pixels(), 2, 0));
  }

  private void requireNoColour(int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      int green = pixels[i] >> 8 & 0xff;
      if ((pixels[i] >> 16 & 0xff) != green || (pixels[i] & 0xff) != green)
        throw new IllegalArgumentException(describe() + " must be grey but has colours, the first at x=" + i % width()
            + ", y=" + i / width() + "; convert it to 8-bit grey");
    }
  }

  private String describe() {
    return "The image \"" + image.getTitle() + "\"";
  }
}
