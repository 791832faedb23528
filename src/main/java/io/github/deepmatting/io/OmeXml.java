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

import io.github.deepmatting.files.FileException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The fields of OME-XML that say how the pages of an OME-TIFF become channels, slices and frames, and how large their
 * pixels are (OME schema 2016-06, element Pixels). Documents with a DTD or external entities are refused.
 *
 * @param images how many images the document describes; the first is read
 * @param type e.g. uint16
 * @param order XY and the other three axes, the one that changes quickest first
 * @param channels those of all pages and all their samples
 * @param samples of each page
 * @param pixelSize of x, y, z in {@code units}; 0 where it is not known
 * @param frameInterval in seconds; 0 if it is not known
 * @param names of channels, empty where there is none
 * @param colours 0xRRGGBB of channels, -1 where there is none
 * @param pages for each plane in ImageJ's order (channel, slice, frame) the number of its page
 */
record OmeXml(
    int images, int width, int height, String type, String order, int channels, int slices, int frames, int samples,
    double[] pixelSize, String unit, double frameInterval, List<String> names, List<Integer> colours, int[] pages) {

  private static final List<String> ORDERS = List.of("XYZCT", "XYZTC", "XYCTZ", "XYCZT", "XYTCZ", "XYTZC");
  private static final List<String> TYPES =
      List.of("int8", "int16", "int32", "uint8", "uint16", "uint32", "float", "double", "bit");

  /** A run of planes: where it begins, by page and by axes, and how many there are. */
  private record Run(int page, int c, int z, int t, int count) {}

  /** True if a description is OME-XML. */
  static boolean isOme(String description) {
    return description.stripLeading().startsWith("<") && description.contains("<OME")
        || description.contains("openmicroscopy.org/Schemas/OME");
  }

  /**
   * Reads the first image of a document.
   *
   * @param file for messages, and to tell whether planes lie in other files
   * @param pageCount how many pages the file has
   * @throws FileException if the document is damaged, incomplete, or contradicts the number of pages
   */
  static OmeXml parse(String document, Path file, int pageCount) throws FileException {
    try {
      return new Parser(file, pageCount).parse(document);
    } catch (XMLStreamException | NumberFormatException e) {
      throw new FileException(file, "has OME-XML that cannot be read (" + e.getMessage() + "); save it again", e);
    }
  }

  private static final class Parser {
    private final Path file;
    private final int pageCount;
    private XMLStreamReader xml;
    private int[] sizes;
    private String type;
    private String order;
    private final double[] pixelSize = new double[3];
    private String unit = "µm";
    private double frameInterval;
    private int width;
    private int height;
    private int samples = 1;
    private int images;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> colours = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private String ownId;

    Parser(Path file, int pageCount) {
      this.file = file;
      this.pageCount = pageCount;
    }

    OmeXml parse(String document) throws XMLStreamException, FileException {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      xml = factory.createXMLStreamReader(new StringReader(document.strip()));
      while (xml.hasNext()) if (xml.next() == XMLStreamConstants.START_ELEMENT) element(xml.getLocalName());
      if (sizes == null) throw new FileException(file, "has OME-XML without the element Pixels; save it again");
      return new OmeXml(images, width, height, type, order, sizes[0], sizes[1], sizes[2], samples, pixelSize, unit,
          frameInterval, List.copyOf(names), List.copyOf(colours), pages());
    }

    private void element(String name) throws XMLStreamException, FileException {
      switch (name) {
        case "OME" -> ownId = attribute("UUID", "");
        case "BinaryOnly" -> throw elsewhere(attribute("MetadataFile", "another file"));
        case "Pixels" -> {
          if (++images == 1) pixels();
        }
        case "Channel" -> {
          if (images == 1) channel();
        }
        case "TiffData" -> {
          if (images == 1) tiffData();
        }
        case "UUID" -> {
          String other = attribute("FileName", file.getFileName().toString());
          if (images == 1 && !xml.getElementText().equals(ownId) && !other.equals(file.getFileName().toString()))
            throw elsewhere(other);
        }
        default -> { }
      }
    }

    private FileException elsewhere(String other) {
      return new FileException(file, "is one of several files of an OME-TIFF, of which others (" + other
          + ") hold some of its planes; that is not read here: save all as one file");
    }

    private void pixels() throws FileException {
      type = attribute("Type", "");
      order = attribute("DimensionOrder", "");
      width = number("SizeX", 0);
      height = number("SizeY", 0);
      sizes = new int[] {number("SizeC", 0), number("SizeZ", 0), number("SizeT", 0)};
      if (!ORDERS.contains(order))
        throw new FileException(file, "has OME-XML with the axes \"" + order + "\"; allowed are "
            + String.join(", ", ORDERS));
      if (!TYPES.contains(type))
        throw new FileException(file, "has OME-XML with pixels of the type \"" + type + "\"; allowed are "
            + String.join(", ", TYPES));
      if (Arrays.stream(sizes).min().orElse(0) < 1)
        throw new FileException(file, "has OME-XML with " + Arrays.toString(sizes)
            + " channels, slices and frames; each must be 1 or more");
      unit = attribute("PhysicalSizeXUnit", "µm");
      String[] axes = {"X", "Y", "Z"};
      for (int axis = 0; axis < 3; axis++)
        pixelSize[axis] = Math.max(0, Double.parseDouble(attribute("PhysicalSize" + axes[axis], "0")))
            * metres(attribute("PhysicalSize" + axes[axis] + "Unit", "µm")) / metres(unit);
      frameInterval = Double.parseDouble(attribute("TimeIncrement", "0")) * seconds(attribute("TimeIncrementUnit", "s"));
    }

    private void channel() throws FileException {
      int own = number("SamplesPerPixel", 1);
      if (!names.isEmpty() && own != samples)
        throw new FileException(file, "has OME-XML whose channels have " + samples + " and " + own
            + " samples a pixel; all must have as many");
      samples = own;
      int rgba = (int) Long.parseLong(attribute("Color", "-1"));
      for (int sample = 0; sample < samples && names.size() <= sizes[0]; sample++) {
        names.add(attribute("Name", ""));
        colours.add(xml.getAttributeValue(null, "Color") == null || samples > 1 ? -1 : rgba >>> 8);
      }
    }

    private void tiffData() {
      int page = number("IFD", 0);
      int one = xml.getAttributeValue(null, "IFD") == null ? Integer.MAX_VALUE : 1;
      runs.add(new Run(page, number("FirstC", 0), number("FirstZ", 0), number("FirstT", 0), number("PlaneCount", one)));
    }

    private int[] pages() throws FileException {
      int perPage = Math.max(1, samples);
      long planes = (long) sizes[0] / perPage * sizes[1] * sizes[2];
      if (sizes[0] % perPage != 0 || planes > pageCount)
        throw contradiction(sizes[0] + " channels (" + perPage + " a page), " + sizes[1] + " slices and " + sizes[2]
            + " frames", pageCount + " pages");
      int[] axes = {sizes[0] / perPage, sizes[1], sizes[2]};
      int[] pages = new int[(int) planes];
      Arrays.fill(pages, -1);
      if (runs.isEmpty()) runs.add(new Run(0, 0, 0, 0, pages.length));
      for (Run run : runs) {
        int first = ordinal(new int[] {run.c / perPage, run.z, run.t}, axes);
        for (int i = 0; i < run.count && first + i < pages.length; i++) {
          if (first < 0 || run.page < 0 || run.page + i >= pageCount)
            throw contradiction("a plane in page " + (run.page + i + 1L), pageCount + " pages");
          pages[imageJIndex(first + i, axes)] = run.page + i;
        }
      }
      for (int page : pages) if (page < 0) throw contradiction("no page for some planes", pageCount + " pages");
      return pages;
    }

    /** The place of a plane in the order of the document; axes are channel, slice, frame. */
    private int ordinal(int[] position, int[] axes) {
      int ordinal = 0;
      for (int i = 4; i >= 2; i--) {
        int axis = "CZT".indexOf(order.charAt(i));
        if (position[axis] < 0 || position[axis] >= axes[axis]) return -1;
        ordinal = ordinal * axes[axis] + position[axis];
      }
      return ordinal;
    }

    private int imageJIndex(int ordinal, int[] axes) {
      int[] position = new int[3];
      for (int i = 2, rest = ordinal; i <= 4; i++) {
        int axis = "CZT".indexOf(order.charAt(i));
        position[axis] = rest % axes[axis];
        rest /= axes[axis];
      }
      return position[0] + axes[0] * (position[1] + axes[1] * position[2]);
    }

    private FileException contradiction(String said, String found) {
      return new FileException(file, "has OME-XML that contradicts the file: it describes " + said + " but there are "
          + found + "; save it again");
    }

    private int number(String name, int otherwise) {
      String text = xml.getAttributeValue(null, name);
      return text == null ? otherwise : Integer.parseInt(text.strip());
    }

    private String attribute(String name, String otherwise) {
      String text = xml.getAttributeValue(null, name);
      return text == null ? otherwise : text.strip();
    }

    private static double metres(String unit) {
      return switch (unit) {
        case "nm" -> 1e-9;
        case "mm" -> 1e-3;
        case "cm" -> 1e-2;
        case "m" -> 1;
        case "Å" -> 1e-10;
        case "in", "inch" -> 0.0254;
        default -> 1e-6;
      };
    }

    private static double seconds(String unit) {
      return switch (unit) {
        case "ms" -> 1e-3;
        case "µs" -> 1e-6;
        case "min" -> 60;
        case "h" -> 3600;
        default -> 1;
      };
    }
  }

  /** @throws FileException if a page is not what the document says */
  void check(TiffDirectory page, Path file) throws FileException {
    int bits = type.equals("float") ? 32 : type.equals("double") ? 64 : type.equals("bit") ? 1
        : Integer.parseInt(type.replaceAll("\\D", ""));
    boolean real = type.equals("float") || type.equals("double");
    if (page.width() == width && page.height() == height && page.samples() >= samples && page.isFloat() == real
        && (page.bits() == bits || !real && page.bits() < bits && page.bits() > bits - 8))
      return;
    throw new FileException(file, "has OME-XML that contradicts the file: it describes " + width + "x" + height
        + " pixels of the type " + type + " with " + samples + " samples but a page has " + page.describe()
        + "; save it again");
  }
}
