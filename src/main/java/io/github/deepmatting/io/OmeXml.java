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
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The fields of OME-XML that say how the pages of an OME-TIFF become channels, slices and frames, and how large their
 * pixels are (OME schema 2016-06, element Pixels). Documents with a DTD, and so with entities, are refused.
 */
final class OmeXml {

  private static final List<String> ORDERS = List.of("XYZCT", "XYZTC", "XYCTZ", "XYCZT", "XYTCZ", "XYTZC");
  private static final List<String> TYPES =
      List.of("int8", "int16", "int32", "uint8", "uint16", "uint32", "float", "double", "bit");

  private static final Map<String, Double> METRES =
      Map.of("m", 1.0, "cm", 1e-2, "mm", 1e-3, "nm", 1e-9, "Å", 1e-10, "in", 0.0254);
  private static final Map<String, Double> SECONDS = Map.of("ms", 1e-3, "µs", 1e-6, "min", 60.0, "h", 3600.0);

  private final Path file;
  private final Document document;
  private final Element pixels;
  private final String order;
  private final int[] sizes;
  private final int samples;

  /** @param file for messages, and to tell whether planes lie in other files */
  private OmeXml(Path file, Document document, Element pixels) throws FileException {
    this.file = file;
    this.document = document;
    this.pixels = pixels;
    order = allowed("DimensionOrder", ORDERS);
    allowed("Type", TYPES);
    sizes = new int[] {number(pixels, "SizeC", 0), number(pixels, "SizeZ", 0), number(pixels, "SizeT", 0)};
    if (Arrays.stream(sizes).min().orElse(0) < 1)
      throw problem("with " + Arrays.toString(sizes) + " channels, slices and frames; each must be 1 or more");
    List<Integer> each = all("Channel").stream().map(channel -> number(channel, "SamplesPerPixel", 1)).distinct().toList();
    samples = each.isEmpty() ? 1 : each.get(0);
    if (each.size() > 1 || samples < 1 || sizes[0] % samples != 0)
      throw problem("whose " + sizes[0] + " channels have " + each + " samples a pixel; all must have as many");
  }

  /** True if a description is OME-XML. */
  static boolean isOme(String description) {
    return description.stripLeading().startsWith("<") && description.contains("<OME");
  }

  /** @throws FileException if the document can't be read, or lacks what is needed */
  static OmeXml parse(String text, Path file) throws FileException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      Document document = builder.parse(new InputSource(new StringReader(text.strip())));
      NodeList pixels = document.getElementsByTagNameNS("*", "Pixels");
      NodeList elsewhere = document.getElementsByTagNameNS("*", "BinaryOnly");
      if (elsewhere.getLength() > 0)
        throw new FileException(file, "is one of several files of an OME-TIFF, which "
            + ((Element) elsewhere.item(0)).getAttribute("MetadataFile")
            + " describes; that is not read here: save all as one file");
      if (pixels.getLength() == 0) throw new SAXException("there is no element Pixels");
      return new OmeXml(file, document, (Element) pixels.item(0));
    } catch (FileException e) {
      throw e;
    } catch (SAXException | IOException | ParserConfigurationException | NumberFormatException e) {
      throw new FileException(file, "has OME-XML that cannot be read (" + e.getMessage() + "); save it again", e);
    }
  }

  /** The number of images that the document describes; this is the first of them. */
  int images() {
    return document.getElementsByTagNameNS("*", "Pixels").getLength();
  }

  int slices() {
    return sizes[1];
  }

  int frames() {
    return sizes[2];
  }

  /** The size of pixels along x, y and z in the {@link #unit()}; 0 where it is not known. */
  double[] pixelSize() {
    double[] size = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      String name = "PhysicalSize" + "XYZ".charAt(axis);
      size[axis] = Math.max(0, Double.parseDouble(text(pixels, name, "0")))
          * METRES.getOrDefault(text(pixels, name + "Unit", "µm"), 1e-6) / METRES.getOrDefault(unit(), 1e-6);
    }
    return size;
  }

  /** The unit of length. */
  String unit() {
    return text(pixels, "PhysicalSizeXUnit", "µm");
  }

  /** Seconds from frame to frame; 0 if they are not known. */
  double frameInterval() {
    return Double.parseDouble(text(pixels, "TimeIncrement", "0"))
        * SECONDS.getOrDefault(text(pixels, "TimeIncrementUnit", "s"), 1.0);
  }

  /** The names of the channels, empty where there is none. */
  List<String> names() {
    return all("Channel").stream().map(channel -> text(channel, "Name", "")).toList();
  }

  /** The colours (0xRRGGBB) of the channels that have one. */
  List<Integer> colours() {
    return all("Channel").stream().filter(channel -> channel.hasAttribute("Color"))
        .map(channel -> (int) Long.parseLong(text(channel, "Color", "")) >>> 8).toList();
  }

  /**
   * The number of the page of each plane, in ImageJ's order: channel, slice, frame.
   *
   * @param count how many pages the file has
   * @throws FileException if planes have no page, or one that the file lacks, or lie in other files
   */
  int[] pages(int count) throws FileException {
    requireOneFile();
    int[] axes = {sizes[0] / samples, sizes[1], sizes[2]};
    long planes = (long) axes[0] * axes[1] * axes[2];
    if (planes > count)
      throw contradiction(sizes[0] + " channels (" + samples + " a page), " + sizes[1] + " slices and " + sizes[2]
          + " frames", count + " pages");
    int[] pages = new int[(int) planes];
    Arrays.fill(pages, -1);
    List<Element> places = all("TiffData");
    if (places.isEmpty()) place(0, new int[3], pages.length, axes, count, pages);
    for (Element place : places)
      place(number(place, "IFD", 0),
          new int[] {number(place, "FirstC", 0) / samples, number(place, "FirstZ", 0), number(place, "FirstT", 0)},
          number(place, "PlaneCount", place.hasAttribute("IFD") ? 1 : pages.length), axes, count, pages);
    for (int page : pages) if (page < 0) throw contradiction("no page for some planes", count + " pages");
    return pages;
  }

  /** Gives planes their pages, from a position (channel, slice, frame) on in the order of the document. */
  private void place(int page, int[] position, int run, int[] axes, int count, int[] pages) throws FileException {
    for (int i = 0; i < run && i < pages.length; i++) {
      for (int axis = 0; axis < 3; axis++) if (position[axis] < 0 || position[axis] >= axes[axis]) return;
      if (page < 0 || page + (long) i >= count)
        throw contradiction("a plane in page " + (page + i + 1L), count + " pages");
      pages[position[0] + axes[0] * (position[1] + axes[1] * position[2])] = page + i;
      // The axis that is named first changes quickest; the last is left beyond its end when all are done.
      for (int letter = 2; letter < 5; letter++) {
        int axis = "CZT".indexOf(order.charAt(letter));
        if (++position[axis] < axes[axis] || letter == 4) break;
        position[axis] = 0;
      }
    }
  }

  private void requireOneFile() throws FileException {
    String own = document.getDocumentElement().getAttribute("UUID");
    String name = file.getFileName().toString();
    for (Element id : all("UUID"))
      if (!id.getTextContent().equals(own) && !text(id, "FileName", name).equals(name))
        throw new FileException(file, "is one of several files of an OME-TIFF, of which others ("
            + id.getAttribute("FileName") + ") hold some of its planes; that is not read here: save all as one file");
  }

  /** @throws FileException if a page is not what the document says */
  void check(TiffDirectory page) throws FileException {
    String type = text(pixels, "Type", "");
    boolean real = type.equals("float") || type.equals("double");
    int bits = type.equals("float") ? 32 : type.equals("double") ? 64 : type.equals("bit") ? 1
        : Integer.parseInt(type.replaceAll("\\D", ""));
    if (page.width() != number(pixels, "SizeX", 0) || page.height() != number(pixels, "SizeY", 0)
        || page.samples() < samples || page.isFloat() != real || page.bits() > bits || page.bits() <= bits - 8)
      throw contradiction(text(pixels, "SizeX", "") + "x" + text(pixels, "SizeY", "") + " pixels of the type " + type
          + " with " + samples + " samples", "pages of " + page.describe());
  }

  private List<Element> all(String name) {
    NodeList nodes = pixels.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
    return elements;
  }

  private String allowed(String attribute, List<String> values) throws FileException {
    String value = text(pixels, attribute, "");
    if (!values.contains(value))
      throw problem("with the " + attribute + " \"" + value + "\"; allowed are " + String.join(", ", values));
    return value;
  }

  private FileException problem(String what) {
    return new FileException(file, "has OME-XML " + what);
  }

  private FileException contradiction(String said, String found) {
    return problem("that contradicts the file: it describes " + said + " but there are " + found + "; save it again");
  }

  private static int number(Element element, String name, int otherwise) {
    return Integer.parseInt(text(element, name, "" + otherwise));
  }

  private static String text(Element element, String name, String otherwise) {
    return element.hasAttribute(name) ? element.getAttribute(name).strip() : otherwise;
  }
}
