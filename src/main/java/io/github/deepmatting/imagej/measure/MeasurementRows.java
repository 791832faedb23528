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
package io.github.deepmatting.imagej.measure;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.deepmatting.foreground.ForegroundEstimation;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.image.SameSize;
import io.github.deepmatting.imagej.AlphaImages;
import io.github.deepmatting.imagej.NamedErrors;
import io.github.deepmatting.imagej.ResultImages;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.io.PixelPlanes;
import io.github.deepmatting.measure.ChannelMeasurement;
import io.github.deepmatting.measure.Measurement;
import io.github.deepmatting.measure.Measurer;
import io.github.deepmatting.measure.PixelSize;
import io.github.deepmatting.progress.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Measures mattes in ImageJ's images: a row for each slice, each channel of alpha (as mattes of labels may have) and each
 * label. The columns:
 *
 * <ul>
 *   <li>{@code Label}: the alpha's title and slice label; {@code Channel}, {@code Slice}, {@code Frame} where there are
 *       several; {@code Object}: the label in the label image, if one was given;
 *   <li>{@code SoftArea}: the sum of alpha times the area of a pixel, in square units; {@code X}, {@code Y}: the
 *       alpha-weighted centroid as ImageJ counts, pixel centres at one half; {@code Perim.} and {@code EdgeWidth}: see
 *       {@link Measurement}, in units;
 *   <li>{@code Mean}: the alpha-weighted mean of the foreground's values, calibrated if the image is; {@code IntDen}: that
 *       times the soft area; {@code RawIntDen}: the sum of alpha times the value. With several channels {@code MeanC1}
 *       and so on. Only with a foreground;
 *   <li>{@code Unit}: the unit of lengths.
 * </ul>
 */
public final class MeasurementRows {

  private final ImagePlusPlanes alpha;
  private final ImagePlus alphaImage;
  private final Optional<ImagePlusPlanes> colours;
  /** The one with the most slices of alpha and colours. */
  private final ImagePlus counted;
  private final boolean estimate;
  private final Optional<ImagePlusPlanes> labels;
  private final double reach;
  private final Calibration scale;
  private final Calibration values;

  private MeasurementRows(
      ImagePlus alpha, Optional<ImagePlus> colours, boolean estimate, Optional<ImagePlus> labels, double reach) {
    this.alpha = new ImagePlusPlanes(alpha);
    this.alphaImage = alpha;
    this.colours = colours.map(ImagePlusPlanes::new);
    this.estimate = estimate;
    this.labels = labels.map(ImagePlusPlanes::new);
    this.reach = reach;
    values = colours.map(ImagePlus::getCalibration).orElse(alpha.getCalibration());
    // A matte that was made elsewhere often has lost its scale.
    scale = alpha.getCalibration().scaled() ? alpha.getCalibration() : values;
    this.colours.ifPresent(image -> check(estimate ? "image" : "foreground", image));
    this.labels.ifPresent(image -> check("label image", image));
    counted = this.alpha.positions() > 1 ? alpha : colours.orElse(alpha);
  }

  /**
   * Measures.
   *
   * @param alpha grey of any type, or with an alpha in each channel; any number of slices and frames
   * @param colours the foreground's colours, or the image itself; as large as alpha; with as many slices as alpha, or one
   *     of both has a single one
   * @param estimate whether the colours are the image's, of which the foreground's are estimated
   * @param labels whole numbers, 0 for background; as large as alpha, one for all slices or one for each
   * @param reach how far, in pixels, what is outside of all labels counts for the nearest one
   * @param progress receives progress, and is asked whether to go on
   * @throws IllegalArgumentException if an image is empty, they do not fit each other, the alpha or the labels are none,
   *     or intensities that count are not finite
   */
  public static MeasurementTable measure(
      ImagePlus alpha, Optional<ImagePlus> colours, boolean estimate, Optional<ImagePlus> labels, double reach,
      Progress progress) {
    return new MeasurementRows(ResultImages.holding(alpha), colours.map(ResultImages::holding), estimate,
        labels.map(ResultImages::holding), reach).table(progress);
  }

  private void check(String what, ImagePlusPlanes image) {
    SameSize.require("The " + what + " " + image.title(), image.width(), image.height(), "the alpha " + alpha.title(),
        alpha.width(), alpha.height());
    int positions = image.positions();
    boolean fits = positions == alpha.positions() || positions == 1 || alpha.positions() == 1;
    if (!fits || what.equals("label image") && positions != 1 && positions != positions())
      throw new IllegalArgumentException("The " + what + " " + image.title() + " has " + positions
          + " slices but the alpha " + alpha.title() + " has " + alpha.positions()
          + "; give one for all slices, or one for each");
  }

  private int positions() {
    return Math.max(alpha.positions(), colours.map(ImagePlusPlanes::positions).orElse(1));
  }

  private MeasurementTable table(Progress progress) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int position = 0; position < positions(); position++)
      addRows(position, rows, progress.slice(position, positions()));
    return new MeasurementTable(rows);
  }

  private void addRows(int position, List<Map<String, Object>> rows, Progress progress) {
    LabelImage regions = labels.isEmpty() ? null : regions(at(labels.get(), position), progress);
    int channels = alpha.isRgb() ? 1 : alpha.channels();
    for (int channel = 0; channel < channels; channel++) {
      RandomAccessibleInterval<FloatType> opacity = AlphaImages.read(alpha, at(alpha, position), channel, progress);
      Map<String, Object> place = place(position, channel, channels);
      Optional<? extends RandomAccessibleInterval<? extends RealType<?>>> foreground =
          colours.map(image -> foreground(image.at(at(image, position)), opacity, progress));
      if (regions == null) rows.add(row(place, Measurer.measure(opacity, foreground, size(), progress)));
      else
        Measurer.measureLabels(opacity, foreground, regions, size(), progress).forEach((label, measured) -> {
          Map<String, Object> object = new LinkedHashMap<>(place);
          object.put("Object", label);
          rows.add(row(object, measured));
        });
    }
  }

  private static int at(ImagePlusPlanes image, int position) {
    return image.positions() == 1 ? 0 : position;
  }

  private LabelImage regions(int position, Progress progress) {
    return NamedErrors.naming("labels", labels.get().title(),
        () -> LabelImage.of(labels.get().grey(position).pixels(), progress).grown(reach, progress));
  }

  private PixelSize size() {
    return new PixelSize(scale.pixelWidth, scale.pixelHeight);
  }

  private <T extends RealType<T> & NativeType<T>> RandomAccessibleInterval<? extends RealType<?>> foreground(
      PixelPlanes<T> planes, RandomAccessibleInterval<FloatType> opacity, Progress progress) {
    RandomAccessibleInterval<T> own = !estimate ? planes.pixels() : ForegroundEstimation.estimateForeground(
        planes.pixels(), opacity, ForegroundOptions.DEFAULT, progress);
    if (!values.calibrated()) return own;
    return Converters.convert(
        own, (value, calibrated) -> calibrated.set(values.getCValue(value.getRealDouble())), new DoubleType());
  }

  private Map<String, Object> place(int position, int channel, int channels) {
    int slices = counted.getNSlices();
    int slice = position % slices + 1;
    int frame = position / slices + 1;
    Map<String, Object> place = new LinkedHashMap<>();
    place.put(MeasurementTable.LABEL, label(channel, slice, frame));
    if (channels > 1) place.put("Channel", channel + 1);
    if (slices > 1) place.put("Slice", slice);
    if (counted.getNFrames() > 1) place.put("Frame", frame);
    return place;
  }

  /** As ImageJ labels its results: the title and, behind a colon, the slice label. */
  private String label(int channel, int slice, int frame) {
    String own = ResultImages.sliceLabel(counted, counted == alphaImage ? channel + 1 : 1, slice, frame);
    return alphaImage.getTitle() + (own == null ? "" : ":" + own.lines().findFirst().orElse(""));
  }

  private Map<String, Object> row(Map<String, Object> place, Measurement measured) {
    Map<String, Object> row = new LinkedHashMap<>(place);
    row.put("SoftArea", measured.softArea());
    row.put("X", scale.getX(measured.centroidX()));
    row.put("Y", scale.getY(measured.centroidY(), alpha.height()));
    row.put("Perim.", measured.perimeter());
    row.put("EdgeWidth", measured.edgeWidth());
    List<ChannelMeasurement> channels = measured.channels();
    for (int c = 0; c < channels.size(); c++) {
      String suffix = channels.size() == 1 ? "" : "C" + (c + 1);
      row.put("Mean" + suffix, channels.get(c).mean());
      row.put("IntDen" + suffix, channels.get(c).integratedDensity());
      row.put("RawIntDen" + suffix, channels.get(c).rawIntegratedDensity());
    }
    row.put("Unit", scale.getUnit());
    return row;
  }
}
