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
package io.github.deepmatting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.matting.Matte;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.trimap.Trimap;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** The Java code in the README: what stands there stands here, is compiled and is run. */
class ReadmeSnippetTest {

  private static RandomAccessibleInterval<FloatType> alpha(
      RandomAccessibleInterval<UnsignedByteType> image, RandomAccessibleInterval<UnsignedByteType> marks)
      throws IOException {
    // README begins
    try (Matting matting = Matting.open("compact")) {
      Matte<UnsignedByteType> matte = matting.matte(image, Trimap.of(marks));
      return matte.alpha();
    }
    // README ends
  }

  @Test
  void theReadmeHasTheseLines() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/java", ReadmeSnippetTest.class.getName().replace('.', '/') + ".java"));
    int begin = lines.indexOf("    // README begins");
    String code = String.join("\n", lines.subList(begin + 1, lines.indexOf("    // README ends"))).stripIndent();
    assertTrue(Files.readString(Path.of("README.md")).replace("\r", "").contains("```java\n" + code + "\n```\n"), code);
  }

  @Test
  void theyMakeAMatte() throws IOException {
    Engines.assumeThere();
    RandomAccessibleInterval<UnsignedByteType> image = pixels(new File("test-images/cat.png"), 3);
    RandomAccessibleInterval<UnsignedByteType> marks = pixels(new File("test-images/trimaps/cat.png"), 1);
    RandomAccessibleInterval<FloatType> alpha = alpha(image, marks);
    Trimap trimap = Trimap.of(marks);
    long soft = 0;
    for (int y = 0; y < trimap.height(); y++)
      for (int x = 0; x < trimap.width(); x++) {
        float value = alpha.getAt(x, y).get();
        if (trimap.get(x, y) != Trimap.UNKNOWN) assertEquals(trimap.get(x, y) / 255f, value);
        else if (value > 0.1 && value < 0.9) soft++;
      }
    // Fur is neither all there nor all gone.
    assertTrue(soft > 0.1 * trimap.count(Trimap.UNKNOWN) && soft < 0.9 * trimap.count(Trimap.UNKNOWN), soft + " pixels");
  }

  /** Axes x, y, channel. */
  private static RandomAccessibleInterval<UnsignedByteType> pixels(File file, int channels) throws IOException {
    var raster = ImageIO.read(file).getRaster();
    int width = raster.getWidth();
    int height = raster.getHeight();
    RandomAccessibleInterval<UnsignedByteType> pixels = ArrayImgs.unsignedBytes(width, height, channels);
    for (int c = 0; c < channels; c++)
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) pixels.getAt(x, y, c).set(raster.getSample(x, y, c));
    return pixels;
  }
}
