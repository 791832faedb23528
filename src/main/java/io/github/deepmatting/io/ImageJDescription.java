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

import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.RoiDecoder;
import ij.io.TiffDecoder;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

/**
 * The metadata that ImageJ writes into TIFF files beside the pixels: axes, calibration, display ranges, look-up tables, slice labels,
 * selection and overlay. Of other files it has the resolution.
 */
final class ImageJDescription {

  private static final int METADATA_COUNTS = 50838;

  private final FileInfo info;
  private final Properties properties;

  private ImageJDescription(FileInfo info, Properties properties) {
    this.info = info;
    this.properties = properties;
  }

  /** The description in the first directory of a file that has been checked. */
  static ImageJDescription of(Path file, TiffDirectory directory) throws IOException {
    FileInfo info = new FileInfo();
    String text = directory.description();
    double x = directory.real(TIFF.TAG_X_RESOLUTION, 0);
    double y = directory.real(TIFF.TAG_Y_RESOLUTION, 0);
    int unit = (int) directory.real(TIFF.TAG_RESOLUTION_UNIT, 2);
    // 72 dots per inch mean that nobody measured.
    if (x > 0 && y > 0 && unit > 1 && !(unit == 2 && x == 72)) {
      info.pixelWidth = 1 / x;
      info.pixelHeight = 1 / y;
      info.unit = unit == 2 ? "inch" : "cm";
    }
    if (text.startsWith("ImageJ=") && directory.sum(METADATA_COUNTS) <= Files.size(file))
      try {
        String folder = file.toAbsolutePath().getParent() + File.separator;
        info = new TiffDecoder(folder, file.getFileName().toString()).getTiffInfo()[0];
      } catch (IOException | RuntimeException e) {
        // A kind of TIFF that ImageJ does not read: then its description is all that there is.
      }
    info.description = text;
    return new ImageJDescription(info, new FileOpener(info).decodeDescriptionString(info));
  }

  boolean isImageJ() {
    return properties != null;
  }

  /** The number of planes described; 0 if there is none. */
  long images() {
    return number("images", 0);
  }

  private long number(String key, long otherwise) {
    try {
      return properties == null ? otherwise : (long) Double.parseDouble(properties.getProperty(key, "" + otherwise));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** An image of the planes of a file, with all that is described. */
  ImageFile image(Path file, PageStack pages) {
    int planes = pages.size();
    int channels = (int) number("channels", pages.first().planes());
    int slices = (int) number("slices", 1);
    int frames = (int) number("frames", 1);
    if (Math.min(channels, Math.min(slices, frames)) < 1 || (double) channels * slices * frames != planes) {
      channels = pages.first().planes();
      slices = planes / channels;
      frames = 1;
    }
    String[] labels = info.sliceLabels == null ? new String[0] : info.sliceLabels;
    boolean coloured = isImageJ() && (info.lutSize > 0 || info.whiteIsZero);
    PageStack stack = pages.with(Arrays.asList(labels), coloured ? new FileOpener(info).createColorModel(info) : null);
    ImageFile opened = ImageFile.of(file, stack, channels, slices, frames, info);
    describe(opened.image());
    return opened;
  }

  private void describe(ImagePlus image) {
    // ImageJ applies a description only to an image that it reads itself: one pixel will do.
    FileInfo pixel = (FileInfo) info.clone();
    pixel.width = 1;
    pixel.height = 1;
    pixel.nImages = 1;
    pixel.fileType = switch (image.getBitDepth()) {
      case 8 -> FileInfo.GRAY8;
      case 16 -> FileInfo.GRAY16_UNSIGNED;
      case 24 -> FileInfo.RGB;
      default -> FileInfo.GRAY32_FLOAT;
    };
    pixel.compression = FileInfo.COMPRESSION_NONE;
    pixel.stripOffsets = null;
    pixel.offset = 0;
    pixel.longOffset = 0;
    pixel.plot = null;
    pixel.roi = null;
    pixel.fileName = "";
    pixel.inputStream = new ByteArrayInputStream(new byte[4]);
    ImagePlus described = new FileOpener(pixel).openImage();
    image.setCalibration(described.getCalibration());
    image.setOverlay(described.getOverlay());
    if (info.info != null) image.setProperty("Info", info.info);
    if (info.properties != null) image.setProperties(info.properties);
    if (info.roi != null) image.setRoi(RoiDecoder.openFromByteArray(info.roi));
    if (isImageJ() && properties.containsKey("max") && !image.isComposite() && image.getBitDepth() != 24)
      image.setDisplayRange(described.getDisplayRangeMin(), described.getDisplayRangeMax());
  }
}
