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

import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import io.github.deepmatting.files.FileException;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The planes of a file, decoded when they are asked for; the page that was read last is kept. Changes are lost. Throws
 * {@link UncheckedIOException} with a {@link FileException} if a page turns out to be damaged.
 */
final class PageStack extends VirtualStack {

  /** Decodes pages. */
  @FunctionalInterface
  interface Pages {
    /** The page of a number, counted from 0. */
    Samples read(int page) throws IOException;
  }

  private final Path file;
  private final Pages pages;
  private final int[] order;
  private final Samples first;
  private final List<String> labels;
  private final ColorModel table;
  private int lastPage;
  private Samples last;

  /**
   * Reads the first page.
   *
   * @param order the pages in ImageJ's order; a page of several channels comes once
   */
  PageStack(Path file, Pages pages, int[] order) throws IOException {
    this(file, pages, order, pages.read(order[0]), List.of(), null);
  }

  private PageStack(Path file, Pages pages, int[] order, Samples first, List<String> labels, ColorModel table) {
    super(first.width(), first.height());
    this.file = file;
    this.pages = pages;
    this.order = order;
    this.first = first;
    this.labels = labels;
    this.table = table;
    last = first;
    lastPage = order[0];
    setBitDepth(first.planeBits());
  }

  /**
   * The same with labels and colours.
   *
   * @param labels one for each plane; otherwise they are left out
   * @param table look-up table of each plane; null for greys
   */
  PageStack with(List<String> labels, ColorModel table) {
    return new PageStack(file, pages, order, first, labels.size() == size() ? labels : List.of(), table);
  }

  /** The first page. */
  Samples first() {
    return first;
  }

  /** The page that holds a plane, which counts from 1. */
  synchronized Samples pageOf(int plane) {
    int page = order[(plane - 1) / first.planes()];
    if (page != lastPage) {
      last = read(page);
      lastPage = page;
    }
    return last;
  }

  private Samples read(int page) {
    try {
      Samples samples = pages.read(page);
      if (!samples.describe().equals(first.describe())) throw differ(file, page, samples.describe(), first.describe());
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  static FileException differ(Path file, int page, String found, String first) {
    return new FileException(file, "has pages that differ: page " + (page + 1) + " has " + found
        + " but the first " + first + "; save each in a file of its own");
  }

  /** This stack, or if it has a single page a stack in memory, which can be edited. */
  ImageStack editable() {
    if (order.length > 1) return this;
    ImageStack stack = new ImageStack(getWidth(), getHeight());
    for (int plane = 1; plane <= size(); plane++) stack.addSlice(getSliceLabel(plane), getProcessor(plane));
    return stack;
  }

  @Override
  public ImageProcessor getProcessor(int slice) {
    if (slice < 1 || slice > size())
      throw new IllegalArgumentException("There is no slice " + slice + "; there are " + size());
    int plane = translate(slice);
    ImageProcessor processor = pageOf(plane).plane((plane - 1) % first.planes(), table);
    processor.setSliceNumber(slice);
    return processor;
  }

  @Override
  public Object getPixels(int slice) {
    return getProcessor(slice).getPixels();
  }

  @Override
  public int size() {
    return order.length * first.planes();
  }

  @Override
  public int getSize() {
    return size();
  }

  @Override
  public String getSliceLabel(int slice) {
    return labels.isEmpty() ? null : labels.get(slice - 1);
  }

  @Override
  public String getFileName(int slice) {
    return null;
  }
}
