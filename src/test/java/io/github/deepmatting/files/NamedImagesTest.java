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
package io.github.deepmatting.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedImagesTest {

  @TempDir Path folder;

  private NamedImages with(String... names) throws IOException {
    for (String name : names) Files.createFile(folder.resolve(name));
    return NamedImages.at(folder);
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  @Test
  void imagesAreToldByTheirExtension() throws Exception {
    NamedImages images = with("b.TIF", "a.png", "notes.txt", ".hidden.png", "c.jpeg", "noextension");
    Files.createDirectory(folder.resolve("folder.png"));
    assertEquals(List.of("a.png", "b.TIF", "c.jpeg"), names(images.files()));
  }

  @Test
  void whatBelongsToAnotherIsNoOriginal() throws Exception {
    NamedImages images = with("a.png", "a-trimap.png", "a_alpha.tif", "a-cutout-0002.png", "a-foreground.tif",
        "a-trimaps.png", "b-alpha.tif", "ab.png");
    // There is no b, so b-alpha is an image of its own.
    assertEquals(List.of("a-trimaps.png", "a.png", "ab.png", "b-alpha.tif"), names(images.originals()));
  }

  @Test
  void aPartnerIsFoundByItsName() throws Exception {
    NamedImages images = with("a.b.png", "c-trimap.tif", "d_trimap.tif", "e.png", "e-trimap.png");
    Path elsewhere = Path.of("elsewhere", "x.png");
    assertEquals(folder.resolve("a.b.png"), images.find("a.b", "trimap", elsewhere));
    assertEquals(folder.resolve("c-trimap.tif"), images.find("c", "trimap", elsewhere));
    assertEquals(folder.resolve("d_trimap.tif"), images.find("d", "trimap", elsewhere));
    assertEquals(folder.resolve("e-trimap.png"), images.find("e", "trimap", folder.resolve("e.png")));
    IOException two = assertThrows(IOException.class, () -> images.find("e", "trimap", elsewhere));
    assertTrue(two.getMessage().contains("e-trimap.png, e.png"), two.getMessage());
    IOException none = assertThrows(IOException.class, () -> images.find("c", "alpha", elsewhere));
    assertTrue(none.getMessage().startsWith(elsewhere + ": there is no alpha"), none.getMessage());
  }

  @Test
  void aSingleFileBelongsToAll() throws Exception {
    Path file = Files.createFile(folder.resolve("any.dat"));
    assertEquals(file, NamedImages.at(file).find("x", "trimap", Path.of("x.png")));
  }
}
