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
package io.github.deepmatting.imagej.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.deepmatting.files.ExistingFiles;
import io.github.deepmatting.imagej.MatteResults;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.matting.MatteOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatteOutputsTest {

  @TempDir Path folder;

  private List<String> files(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private MatteResults results(ImagePlus foreground) {
    ImagePlus alpha = new ImagePlus("alpha", new FloatProcessor(Pictures.WIDTH, Pictures.HEIGHT));
    return new MatteResults(Optional.of(alpha), Optional.of(foreground), Optional.empty(), 1, List.of());
  }

  @Test
  void allResultsOfAnImageOrNone() throws Exception {
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("a.png"));
    ImagePlus source = Pictures.open(image);
    MattePair pair = new MattePair("a", image, image);
    Path out = folder.resolve("out");
    MatteOutputs outputs = new MatteOutputs(out, ExistingFiles.REFUSE, EnumSet.allOf(MatteOutput.class));
    // A PNG holds no stack, so the second file fails when the first is written.
    ImagePlus unfit = Pictures.stack(Pictures.rgb(), Pictures.rgb());
    assertThrows(IOException.class, () -> outputs.write(pair, source, results(unfit)));
    assertEquals(List.of(), files(out));
    outputs.write(pair, source, results(source));
    assertEquals(List.of("a-alpha.tif", "a-foreground.png"), files(out));
  }

  @Test
  void aNameIsNoPattern() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.createFile(out.resolve("a1-alpha.tif"));
    MatteOutputs outputs = new MatteOutputs(out, ExistingFiles.REFUSE, Set.of(MatteOutput.ALPHA));
    outputs.check(new MattePair("a.", Path.of("a..png"), Path.of("t.png")), Set.of());
    assertThrows(IOException.class,
        () -> outputs.check(new MattePair("a1", Path.of("a1.png"), Path.of("t.png")), Set.of()));
  }
}
