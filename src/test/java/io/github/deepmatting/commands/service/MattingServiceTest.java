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
package io.github.deepmatting.commands.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.matting.Matte;
import java.lang.reflect.Method;
import java.lang.reflect.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.log.LogService;

class MattingServiceTest {

  @TempDir Path folder;
  private final Context context = new Context();
  private final MattingService matting = context.service(MattingService.class);
  private final ImagePlus trimap = new ImagePlus("trimap.png", Pictures.trimap());
  private Map<String, Object> red;

  @BeforeEach
  void write() throws Exception {
    Path model = RedModel.write(folder.resolve("red"), "type-range", 2);
    red = Map.of("model", model.toString(), "device", "cpu", "foreground", true);
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  /** SciJava looks at them before ImageJ2 has patched ImageJ's classes. */
  @Test
  void noMemberOfTheServiceNamesAClassOfImageJ() {
    for (Class<?> type : List.of(MattingService.class, DefaultMattingService.class)) {
      for (Method method : type.getDeclaredMethods())
        assertFalse(method.toGenericString().matches(".*\\bij\\..*"),
            method.toGenericString());
      for (Field field : type.getDeclaredFields()) assertFalse(field.toString().matches(".*\\bij\\..*"), field.toString());
    }
  }

  @Test
  void imagesOfImageJ() throws Exception {
    Engines.assumeThere();
    Map<String, ImagePlus> results = matting.matte(red, new ImagePlus("cell.tif", Pictures.grey16(1000)), trimap);
    assertEquals(Set.of("alpha", "foreground"), results.keySet());
    assertEquals("cell alpha", results.get("alpha").getTitle());
    assertEquals(RedModel.alpha(10_000 / 65535.0), results.get("alpha").getProcessor().getf(10, 3), 1e-5);
    assertEquals(16, results.get("foreground").getBitDepth());
    assertEquals(20_000, results.get("foreground").getProcessor().get(20, 3));
  }

  @Test
  void pixels() throws Exception {
    Engines.assumeThere();
    Matte<UnsignedShortType> matte = matting.matte(red,
        ArrayImgs.unsignedShorts((short[]) Pictures.grey16(1000).getPixels(), Pictures.WIDTH, Pictures.HEIGHT),
        ArrayImgs.unsignedBytes((byte[]) Pictures.trimap().getPixels(), Pictures.WIDTH, Pictures.HEIGHT));
    assertEquals(RedModel.alpha(10_000 / 65535.0), matte.alpha().getAt(10, 3).get(), 1e-5);
    assertEquals(20_000, matte.foreground().orElseThrow().getAt(20, 3).get());
  }

  @Test
  void theModelIsLoadedOnceAndFreedWithTheContext() throws Exception {
    Engines.assumeThere();
    ImagePlus image = new ImagePlus("bee.png", Pictures.rgb());
    float before = matting.matte(red, image, trimap).get("alpha").getProcessor().getf(10, 3);
    Files.delete(folder.resolve("red").resolve("rdf.yaml"));
    assertEquals(before, matting.matte(red, image, trimap).get("alpha").getProcessor().getf(10, 3));
    context.dispose();
    assertThrows(IOException.class, () -> matting.matte(red, image, trimap), "it has to be loaded again");
  }

  @Test
  void badSlicesAreInTheLog() throws Exception {
    Engines.assumeThere();
    List<String> logged = new ArrayList<>();
    context.service(LogService.class).addLogListener(message -> logged.add(String.valueOf(message.text())));
    ImagePlus coloured = Pictures.stack(Pictures.trimap().convertToRGB(), Pictures.rgb());
    ImagePlus image = Pictures.stack(Pictures.grey16(1000), Pictures.grey16(1000));
    ImagePlus alpha = matting.matte(red, image, coloured).get("alpha");
    assertEquals(RedModel.alpha(10_000 / 65535.0), alpha.getStack().getProcessor(1).getf(10, 3), 1e-5);
    assertEquals(0, alpha.getStack().getProcessor(2).getf(20, 3));
    assertTrue(logged.stream().anyMatch(line -> line.contains("1 of 2 slices failed and are empty in the results: slice 2")
        && line.contains("is coloured")), logged.toString());
  }

  @Test
  void optionsAreChecked() {
    String message = assertThrows(IllegalArgumentException.class, () -> matting.matte(Map.of("stge", 1),
        new ImagePlus("a", Pictures.rgb()), trimap)).getMessage();
    assertTrue(message.contains("'stge'; allowed are model, device"), message);
    assertThrows(IllegalArgumentException.class, () -> matting.matte(Map.of("alphatype", "half"),
        ArrayImgs.unsignedBytes(2, 2), ArrayImgs.unsignedBytes(2, 2)));
  }
}
