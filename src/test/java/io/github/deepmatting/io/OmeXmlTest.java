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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OME-TIFF in all orders of its axes. */
class OmeXmlTest extends ReaderContract {

  private static final String PIXELS = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      + "<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\" UUID=\"urn:uuid:1\"><Image ID=\"Image:0\">"
      + "<Pixels ID=\"Pixels:0\" DimensionOrder=\"%s\" Type=\"%s\" SizeX=\"5\" SizeY=\"4\" SizeC=\"%d\" SizeZ=\"%d\""
      + " SizeT=\"%d\" PhysicalSizeX=\"0.5\" PhysicalSizeY=\"500\" PhysicalSizeYUnit=\"nm\" PhysicalSizeZ=\"2\""
      + " TimeIncrement=\"250\" TimeIncrementUnit=\"ms\">%s</Pixels></Image></OME>";

  private static String xml(String order, String type, int c, int z, int t, String inner) {
    return PIXELS.formatted(order, type, c, z, t, inner);
  }

  @Override
  List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String order : List.of("XYZCT", "XYZTC", "XYCTZ", "XYCZT", "XYTCZ", "XYTZC"))
      for (boolean big : new boolean[] {false, true}) {
        Written written = Written.of(5, 4, 2, 3, 4, 16, false);
        TiffBytes file = new TiffBytes(ByteOrder.BIG_ENDIAN, big, TiffBytes.Compression.DEFLATE, 0);
        // By the letter of the schema: the axis named first changes quickest.
        int[] sizes = {2, 3, 4};
        for (int i = 0; i < 24; i++) {
          int[] at = new int[3];
          for (int axis = 2, rest = i; axis < 5; axis++) {
            int which = "CZT".indexOf(order.charAt(axis));
            at[which] = rest % sizes[which];
            rest /= sizes[which];
          }
          file.page(new double[][][] {written.values()[at[2]][at[1]][at[0]]}, 16, 1, 1);
          if (i == 0) file.tag(270, xml(order, "uint16", 2, 3, 4,
              "<Channel ID=\"0\" Name=\"DAPI\" Color=\"65535\"/><Channel ID=\"1\" Name=\"GFP\"/><TiffData/>"));
        }
        cases.add(Case.of(order + big + ".ome.tif", file.bytes(), written)
            .with(calibration(0.5, 0.5, 2, "µm", 0.25), List.of("DAPI", "GFP", "DAPI")));
      }
    // Pages in reverse, each with its place; the file was renamed.
    Written reversed = Written.of(5, 4, 3, 1, 1, 8, false);
    StringBuilder places = new StringBuilder();
    for (int c = 0; c < 3; c++)
      places.append("<TiffData IFD=\"%d\" FirstC=\"%d\"><UUID FileName=\"older.tif\">urn:uuid:1</UUID></TiffData>"
          .formatted(2 - c, c));
    cases.add(Case.of("reversed.ome.tif", reversed(reversed, places.toString()), reversed)
        .with(calibration(0.5, 0.5, 2, "µm", 0.25), List.of()));
    Written rgb = Written.of(5, 4, 3, 2, 1, 8, true);
    TiffBytes colours = TiffBytes.plain().page(rgb.values()[0][0], 8, 1, 2).tag(270, xml("XYCZT", "uint8", 3, 2, 1,
        "<Channel ID=\"0\" SamplesPerPixel=\"3\"/>")).page(rgb.values()[0][1], 8, 1, 2);
    cases.add(Case.of("rgb.ome.tif", colours.bytes(), rgb).with(calibration(0.5, 0.5, 2, "µm", 0.25), List.of()));
    return cases;
  }

  /** Channels in pages, the last first. */
  private static byte[] reversed(Written written, String inner) throws IOException {
    TiffBytes file = TiffBytes.plain();
    for (int c = 2; c >= 0; c--) {
      file.page(new double[][][] {written.values()[0][0][c]}, 8, 1, 1);
      if (c == 2) file.tag(270, xml("XYCZT", "uint8", 3, 1, 1, inner));
    }
    return file.bytes();
  }

  @Test
  void threeChannelsAreOneImageWithItsPixelSize() throws IOException {
    Path file = Files.write(folder.resolve("one.tif"), reversed(Written.of(5, 4, 3, 1, 1, 8, false),
        "<Channel ID=\"a\" Color=\"-16776961\"/><Channel ID=\"b\" Color=\"16711935\"/>"
            + "<Channel ID=\"c\" Color=\"65535\"/>"));
    ImagePlus image = ImageFiles.open(file, Progress.NONE);
    assertEquals(3, image.getNChannels());
    assertEquals(1, image.getNSlices());
    assertEquals(0.5, image.getCalibration().pixelWidth);
    // RGBA as signed 32 bits: ff0000ff, 00ff00ff, 0000ffff.
    assertEquals(List.of(0xff0000, 0x00ff00, 0x0000ff), new ImagePlusPlanes(image).colours());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "XYCZT|uint16|3|1|1||contradicts the file",
    "XYCZT|uint8|4|1|1||4 channels (1 a page), 1 slices and 1 frames but there are 3 pages",
    "XYCZTM|uint8|3|1|1||DimensionOrder \"XYCZTM\"; allowed are XYZCT",
    "XYCZT|complex|3|1|1||Type \"complex\"; allowed are int8",
    "XYCZT|uint8|0|1|1||each must be 1 or more",
    "XYCZT|uint8|3|1|1|<TiffData IFD=\"7\"/>|page 8 but there are 3 pages",
    "XYCZT|uint8|3|1|1|<TiffData IFD=\"0\"/>|no page for some planes",
    "XYCZT|uint8|3|1|1|<TiffData><UUID FileName=\"b.ome.tif\">urn:2</UUID></TiffData>|(b.ome.tif)",
    "XYCZT|uint8|3|1|1|<TiffData IFD=\"one\"/>|a number that cannot be read",
    "XYCZT|uint8|3|1|1|<Channel></Pixels>|cannot be read"})
  void whatContradictsTheFileIsTold(String order, String type, int c, int z, int t, String inner, String expected)
      throws IOException {
    TiffBytes bytes = TiffBytes.plain();
    for (int page = 0; page < 3; page++) {
      bytes.page(new double[1][4][5], 8, 1, 1);
      if (page == 0) bytes.tag(270, xml(order, type, c, z, t, inner == null ? "" : inner));
    }
    Path file = Files.write(folder.resolve("a.ome.tif"), bytes.bytes());
    String message = assertThrows(FileException.class, () -> ImageFiles.open(file, Progress.NONE)).getMessage();
    assertTrue(message.startsWith(file.toString()) && message.contains(expected), message);
  }

  @Test
  void aDescriptionInACompanionFileIsTold() throws IOException {
    Path file = Files.write(folder.resolve("part.ome.tif"), TiffBytes.plain().page(new double[][][] {{{7}}}, 8, 1, 1)
        .tag(270, "<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"><BinaryOnly"
            + " MetadataFile=\"set.companion.ome\" UUID=\"urn:uuid:2\"/></OME>").bytes());
    String message = assertThrows(FileException.class, () -> ImageFiles.open(file, Progress.NONE)).getMessage();
    assertTrue(message.startsWith(file + ": is one of several files") && message.contains("set.companion.ome")
        && message.contains("save all as one file"), message);
  }

  /** The second series is larger than the first, in a page of its own. */
  @Test
  void ofSeveralSeriesTheFirstIsRead() throws IOException {
    String second = "</Pixels></Image><Image ID=\"Image:1\"><Pixels ID=\"Pixels:1\" DimensionOrder=\"XYZCT\" Type=\"uint8\""
        + " SizeX=\"9\" SizeY=\"1\" SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\"><TiffData IFD=\"1\"/>";
    double[][] plane = {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}, {11, 12, 13, 14, 15}, {16, 17, 18, 19, 20}};
    Path file = Files.write(folder.resolve("series.ome.tif"), TiffBytes.plain().page(new double[][][] {plane}, 8, 1, 1)
        .tag(270, xml("XYZCT", "uint8", 1, 1, 1, "<TiffData IFD=\"0\"/>" + second))
        .page(new double[][][] {{{9, 9, 9, 9, 9, 9, 9, 9, 9}}}, 8, 1, 1).bytes());
    List<String> warnings = new ArrayList<>();
    ImagePlus image = ImageFiles.open(file, new Progress() {
      @Override
      public void warn(String message) {
        warnings.add(message);
      }
    });
    assertEquals(List.of(5, 4, 1), List.of(image.getWidth(), image.getHeight(), image.getStackSize()));
    assertEquals(20, image.getProcessor().get(4, 3));
    assertEquals(List.of(file + " holds 2 images by its OME-XML; only the first is read"), warnings);
  }

  @Test
  void entitiesAreNotFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "5");
    String document = "<?xml version=\"1.0\"?><!DOCTYPE OME [<!ENTITY size SYSTEM \"" + secret.toUri() + "\">]>"
        + "<OME><Image><Pixels DimensionOrder=\"XYCZT\" Type=\"uint8\" SizeX=\"&size;\" SizeY=\"4\" SizeC=\"1\""
        + " SizeZ=\"1\" SizeT=\"1\"/></Image></OME>";
    Path file = Files.write(
        folder.resolve("a.tif"), TiffBytes.plain().page(new double[1][4][5], 8, 1, 1).tag(270, document).bytes());
    String message = assertThrows(FileException.class, () -> ImageFiles.open(file, Progress.NONE)).getMessage();
    assertTrue(message.contains("OME-XML that cannot be read"), message);
  }
}
