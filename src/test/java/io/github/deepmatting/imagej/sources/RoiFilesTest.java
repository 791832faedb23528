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
package io.github.deepmatting.imagej.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as ImageJ's own encoder writes them, and damaged ones. */
class RoiFilesTest {

  @TempDir Path folder;

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("rois.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return file;
  }

  private static byte[] oval() {
    Roi roi = new OvalRoi(3, 4, 10, 8);
    roi.setPosition(2);
    roi.setGroup(5);
    return RoiEncoder.saveAsByteArray(roi);
  }

  @Test
  void oneRoi() throws IOException {
    Path file = Files.write(folder.resolve("cell 1.roi"), oval());
    Roi roi = RoiFiles.read(file).get(0);
    assertEquals("cell 1", roi.getName());
    assertEquals(new OvalRoi(3, 4, 10, 8).getBounds(), roi.getBounds());
    assertEquals(Roi.OVAL, roi.getType());
    assertEquals(2, roi.getPosition());
    assertEquals(5, roi.getGroup());
  }

  @Test
  void anArchiveKeepsItsOrderAndOtherEntriesDoNotCount() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("b.roi", oval());
    entries.put("readme.txt", new byte[] {1});
    entries.put("folder/A.ROI", RoiEncoder.saveAsByteArray(new Roi(1, 2, 3, 4)));
    List<Roi> rois = RoiFiles.read(zip(entries));
    assertEquals(List.of("b", "A"), rois.stream().map(Roi::getName).toList());
    assertEquals(new Roi(1, 2, 3, 4).getBounds(), rois.get(1).getBounds());
  }

  private void assertRefused(Path file, String... parts) {
    String message = assertThrows(IOException.class, () -> RoiFiles.read(file)).getMessage();
    for (String part : parts) assertTrue(message.contains(part), message);
  }

  @Test
  void badFilesAndEntriesAreNamed() throws IOException {
    assertRefused(folder.resolve("none.roi"), "none.roi: there is no such file");
    assertRefused(folder, "is a folder");
    assertRefused(Files.write(folder.resolve("empty.roi"), new byte[0]), "empty.roi: it is not an ImageJ ROI");
    byte[] text = "this is a text about regions of interest, no more than that, and no outline at all"
        .getBytes(StandardCharsets.US_ASCII);
    assertRefused(Files.write(folder.resolve("text.roi"), text), "text.roi: it is not an ImageJ ROI");
    assertRefused(zip(Map.of("readme.txt", text)), "rois.zip: holds no entry that ends in .roi");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("good.roi", oval());
    entries.put("bad.roi", text);
    assertRefused(zip(entries), "rois.zip: its entry bad.roi is not an ImageJ ROI");
  }

  @Test
  void everyTruncationIsReadOrRefusedWithAMessage() throws IOException {
    byte[] whole = RoiEncoder.saveAsByteArray(
        new PolygonRoi(new int[] {1, 9, 5, 2}, new int[] {1, 2, 9, 7}, 4, Roi.POLYGON));
    int refused = 0;
    for (int length = 0; length < whole.length; length++) {
      Path file = Files.write(folder.resolve("cut.roi"), Arrays.copyOf(whole, length));
      try {
        RoiFiles.read(file);
      } catch (IOException e) {
        assertTrue(e.getMessage().startsWith(file + ": it is "), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 60, "refused: " + refused);
  }

  @Test
  void aTruncatedArchiveIsNamed() throws IOException {
    Path file = zip(Map.of("a.roi", oval()));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, 60));
    assertRefused(file, "rois.zip: cannot be read");
  }
}
