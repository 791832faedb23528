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

import ij.CompositeImage;
import ij.measure.Calibration;
import ij.process.LUT;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.progress.Progress;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * TIFF and BigTIFF files as images: axes, pixel sizes and colours by OME-XML or ImageJ's description, whichever a file
 * has; without either its pages are slices. Pages are decoded when they are asked for.
 */
final class TiffReader {

  private final Path file;
  private final List<TiffDirectory> all;
  private final int[] pages;
  private final TiffDirectory first;
  private final Set<Integer> checked = ConcurrentHashMap.newKeySet();

  private TiffReader(Path file) throws IOException {
    this.file = file;
    all = TiffDirectory.read(file);
    pages = IntStream.range(0, all.size()).filter(page -> !all.get(page).secondary()).toArray();
    first = all.get(pages[0]);
  }

  /** @throws FileException if it is damaged, has differing pages, or its description contradicts its pages */
  static ImageFile read(Path file, Progress progress) throws IOException {
    TiffReader reader = new TiffReader(file);
    TiffDirectory begin = reader.all.get(0);
    String text = begin.description();
    ImageFile opened;
    try {
      opened = OmeXml.isOme(text)
          ? reader.ome(OmeXml.parse(text, file), progress) : reader.described(ImageJDescription.of(file, begin));
    } catch (NumberFormatException e) {
      throw new FileException(file, "has a description with a number that cannot be read (" + e.getMessage() + ")", e);
    }
    Calibration calibration = opened.image().getCalibration();
    if (begin.isSigned() && begin.bits() == 16) calibration.setSigned16BitCalibration();
    else if (begin.isSigned() && begin.bits() == 8)
      calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] {-128, 1}, "Gray Value");
    opened.image().setCalibration(calibration);
    return opened;
  }

  private void requireAlike(int[] order) throws FileException {
    for (int page : order)
      if (!all.get(page).describe().equals(all.get(order[0]).describe()))
        throw PageStack.differ(file, page, all.get(page).describe(), all.get(order[0]).describe());
  }

  private PageStack stack(int[] order, boolean asStored) throws IOException {
    requireAlike(order);
    return new PageStack(file, page -> {
      Samples samples = PageReader.page(file, all.get(page), !checked.contains(page), asStored);
      checked.add(page);
      return samples;
    }, order);
  }

  private ImageFile ome(OmeXml ome, Progress progress) throws IOException {
    if (ome.images() > 1)
      progress.warn(file + " holds " + ome.images() + " images by its OME-XML; only the first is read");
    int[] order = ome.pages(all.size());
    ome.check(all.get(order[0]));
    PageStack stack = stack(order, false);
    int channels = stack.size() / ome.slices() / ome.frames();
    List<String> names = ome.names().stream().anyMatch(name -> !name.isEmpty()) ? ome.names() : List.of();
    stack = stack.with(
        Collections.nCopies(ome.slices() * ome.frames(), names).stream().flatMap(List::stream).toList(), null);
    ImageFile opened = ImageFile.of(file, stack, channels, ome.slices(), ome.frames(), null);
    Calibration calibration = opened.image().getCalibration();
    double[] size = ome.pixelSize();
    if (size[0] > 0 && size[1] > 0) {
      calibration.pixelWidth = size[0];
      calibration.pixelHeight = size[1];
      if (size[2] > 0) calibration.pixelDepth = size[2];
      calibration.setUnit(ome.unit());
    }
    calibration.frameInterval = ome.frameInterval();
    if (opened.image() instanceof CompositeImage composite && ome.colours().size() == channels) {
      LUT[] tables = composite.getLuts();
      for (int channel = 0; channel < channels; channel++) {
        LUT table = LUT.createLutFromColor(new Color(ome.colours().get(channel)));
        table.min = tables[channel].min;
        table.max = tables[channel].max;
        tables[channel] = table;
      }
      composite.setLuts(tables);
    }
    return opened;
  }

  private ImageFile described(ImageJDescription description) throws IOException {
    long images = description.images();
    PageStack stack;
    if (images > 1 && pages.length == 1 && first.isPlain()) {
      // One directory for all: the planes lie one after the other.
      long needed = first.offsets()[0] + images * first.bytes();
      if (images > Integer.MAX_VALUE || needed > Files.size(file)) throw contradiction(images, 1);
      stack = new PageStack(file, page -> PageReader.plane(file, first.offsets()[0] + page * first.bytes(), first),
          IntStream.range(0, (int) images).toArray());
    } else stack = stack(pages, description.isImageJ());
    if (images > 1 && images != stack.size() && images != pages.length) throw contradiction(images, pages.length);
    return description.image(file, stack);
  }

  private FileException contradiction(long images, int found) throws IOException {
    return new FileException(file, "has a description of " + images + " images but its " + Files.size(file)
        + " bytes hold only " + found + "; it is truncated, or was written wrongly");
  }
}
