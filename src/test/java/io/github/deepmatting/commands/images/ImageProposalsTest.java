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
package io.github.deepmatting.commands.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.deepmatting.imagej.sources.SourceKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageProposalsTest {

  private static final int SIDE = 20;

  /** A photograph of 16 bits: no two neighbours alike. */
  private final ImagePlus cell = filled("cell.tif", new ShortProcessor(SIDE, SIDE), i -> 500 + 37 * i % 1009);
  private final ImagePlus rgb = new ImagePlus("cat.png", new ColorProcessor(SIDE, SIDE));
  private final ImagePlus trimap = filled("three.png", bytes(), i -> i < 100 ? 0 : i < 200 ? 128 : 255);
  private final ImagePlus mask = filled("two.png", bytes(), i -> i < 200 ? 0 : 255);
  private final ImagePlus labels = filled("objects.tif", new ShortProcessor(SIDE, SIDE), i -> i / 80);
  private final ImagePlus alpha =
      filled("soft.tif", new FloatProcessor(SIDE, SIDE), i -> i < 150 ? 0 : i < 250 ? (i - 150) / 100.0 : 1);
  private final ImagePlus probability = filled("maps.tif", new FloatProcessor(SIDE, SIDE), i -> 0.1 + i / 500.0);

  private static ByteProcessor bytes() {
    return new ByteProcessor(SIDE, SIDE);
  }

  private static ImagePlus filled(String title, ImageProcessor pixels, java.util.function.IntToDoubleFunction value) {
    for (int i = 0; i < pixels.getPixelCount(); i++) pixels.setf(i, (float) value.applyAsDouble(i));
    return new ImagePlus(title, pixels);
  }

  private static ImagePlus named(String title, ImagePlus like) {
    return new ImagePlus(title, like.getProcessor());
  }

  private static Optional<ImagePlus> partner(ImagePlus image, ImageRole role, ImagePlus... open) {
    return new ImageProposals(List.of(open)).partner(image, role);
  }

  @Test
  void valuesTellWhatAnImageIs() {
    ImagePlus[] open = {rgb, cell, trimap, mask, labels, alpha, probability};
    assertSame(trimap, partner(rgb, ImageRole.TRIMAP, open).orElseThrow());
    assertSame(mask, partner(rgb, ImageRole.MASK, open).orElseThrow());
    assertSame(labels, partner(rgb, ImageRole.LABELS, rgb, cell, trimap, labels, alpha, probability).orElseThrow());
    assertSame(alpha, partner(rgb, ImageRole.ALPHA, open).orElseThrow());
    assertSame(probability, partner(rgb, ImageRole.PROBABILITY, rgb, cell, trimap, mask, labels, probability).orElseThrow());
  }

  @Test
  void aPhotographIsNeitherAlphaNorLabels() {
    for (ImageRole role : List.of(ImageRole.ALPHA, ImageRole.LABELS, ImageRole.MASK, ImageRole.PROBABILITY, ImageRole.FOREGROUND))
      assertEquals(Optional.empty(), partner(alpha, role, alpha, named("other.tif", cell)), role.toString());
    assertEquals(Optional.empty(), partner(cell, ImageRole.ALPHA, cell, rgb), "RGB is no alpha");
  }

  @Test
  void namesCountMoreThanValues() {
    ImagePlus own = named("cat-trimap.png", mask);
    assertSame(own, partner(rgb, ImageRole.TRIMAP, rgb, trimap, own, named("dog trimap", trimap)).orElseThrow());
    for (String title : List.of("cat alpha", "cat_alpha.tif", "cat alpha-2", "cat matte"))
      assertEquals(title, partner(rgb, ImageRole.ALPHA, rgb, alpha, named(title, mask)).orElseThrow().getTitle());
    assertEquals("cat labels", partner(rgb, ImageRole.LABELS, rgb, labels, named("cat labels", labels)).orElseThrow().getTitle());
  }

  @Test
  void theNewestOfSeveralIsMeant() {
    ImagePlus newer = named("cat alpha-1", alpha);
    assertSame(newer, partner(rgb, ImageRole.ALPHA, rgb, named("cat alpha", alpha), newer).orElseThrow());
  }

  @Test
  void anotherSizeIsNeverMeant() {
    ImagePlus small = new ImagePlus("cat-trimap.png", new ByteProcessor(9, SIDE));
    assertEquals(Optional.empty(), partner(rgb, ImageRole.TRIMAP, rgb, small));
    assertEquals(List.of(), new ImageProposals(List.of(rgb, small)).partners(rgb));
  }

  @Test
  void theOnlyOtherImageIsTheTrimapIfItIsGrey() {
    assertSame(cell, partner(alpha, ImageRole.TRIMAP, alpha, cell).orElseThrow());
    assertEquals(Optional.empty(), partner(cell, ImageRole.TRIMAP, cell, rgb));
    assertEquals(Optional.empty(), partner(rgb, ImageRole.TRIMAP, rgb, cell, probability));
  }

  @Test
  void anAlphaHasTheForegroundTheLabelsAndTheImageOfItsName() {
    ImagePlus own = named("cat alpha", alpha);
    ImagePlus foreground = named("cat foreground", rgb);
    ImagePlus nuclei = named("cat labels", labels);
    ImagePlus[] open = {cell, rgb, own, foreground, nuclei};
    assertSame(foreground, partner(own, ImageRole.FOREGROUND, open).orElseThrow());
    assertSame(nuclei, partner(own, ImageRole.LABELS, open).orElseThrow());
    assertSame(rgb, partner(own, ImageRole.IMAGE, open).orElseThrow());
  }

  @Test
  void aResultThatIsActiveLeadsBackToItsImage() {
    ImagePlus own = named("cat alpha", alpha);
    ImageProposals proposals = new ImageProposals(List.of(cell, rgb, own));
    assertSame(rgb, proposals.worked(own, ImageRole.ALPHA));
    assertSame(rgb, proposals.worked(rgb, ImageRole.ALPHA));
    // By its values, where only one other image can be meant.
    assertSame(cell, new ImageProposals(List.of(cell, trimap)).worked(trimap, ImageRole.TRIMAP));
    assertSame(trimap, new ImageProposals(List.of(cell, rgb, trimap)).worked(trimap, ImageRole.TRIMAP));
  }

  @Test
  void theSourceOfTheTrimapIsWhatIsOpen() {
    assertEquals(Optional.of(SourceKind.TRIMAP), new ImageProposals(List.of(rgb, mask, trimap)).source(rgb));
    assertEquals(Optional.of(SourceKind.MASK), new ImageProposals(List.of(rgb, mask)).source(rgb));
    assertEquals(Optional.of(SourceKind.LABELS), new ImageProposals(List.of(rgb, labels)).source(rgb));
    assertEquals(Optional.empty(), new ImageProposals(List.of(rgb)).source(rgb));
    rgb.setRoi(1, 1, 3, 3);
    assertEquals(Optional.of(SourceKind.SELECTION), new ImageProposals(List.of(rgb, trimap)).source(rgb));
  }

  @Test
  void looksLikeAlphaByNameOrValues() {
    ImageProposals proposals = new ImageProposals(List.of());
    assertTrue(proposals.looksLike(alpha, ImageRole.ALPHA));
    assertTrue(proposals.looksLike(named("x alpha", cell), ImageRole.ALPHA));
    assertFalse(proposals.looksLike(cell, ImageRole.ALPHA));
    assertFalse(proposals.looksLike(trimap, ImageRole.ALPHA));
  }
}
