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

import ij.ImagePlus;
import io.github.deepmatting.imagej.ResultImages;
import io.github.deepmatting.imagej.sources.SourceKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which of the open images is most likely meant in a role: by its title first ("NAME trimap", "NAME-alpha", "NAME labels"),
 * then by its values. An image of another size is never meant, nor is the image that is worked on.
 */
public final class ImageProposals {

  /** Words of results that a command is hardly meant to start from while their image is open. */
  private static final List<String> RESULTS = List.of("trimap", "alpha", "foreground", "cutout", "composite");

  private static final Pattern SUFFIX = Pattern.compile("(?s)[ _-]+(.*?)(?:-\\d+)?");
  private static final int BY_NAME = 100;
  private static final int BY_VALUES = 50;
  private static final int BY_WORD = 20;

  private final List<ImagePlus> open;
  private final Map<ImagePlus, PixelValues> values = new HashMap<>();

  /** @param open all open images, the oldest first */
  public ImageProposals(List<ImagePlus> open) {
    this.open = List.copyOf(open);
  }

  /** The open images that could be given together with an image, for they are as large. */
  public List<ImagePlus> partners(ImagePlus image) {
    return open.stream().filter(other -> other != image && other.getWidth() == image.getWidth()
        && other.getHeight() == image.getHeight()).toList();
  }

  /**
   * The image that plays a role for another; of several that are equally likely the newest.
   *
   * @param image what is worked on
   * @return empty if none is likely
   */
  public Optional<ImagePlus> partner(ImagePlus image, ImageRole role) {
    List<ImagePlus> partners = partners(image);
    ImagePlus best = null;
    int most = 0;
    for (ImagePlus other : partners) {
      int score = score(role, other, image, partners.size() == 1);
      if (score > 0 && score >= most) {
        best = other;
        most = score;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The image to work on: the active one, unless that is itself what belongs to another open image.
   *
   * @param partner the role of the image that is given together with it
   */
  public ImagePlus worked(ImagePlus active, ImageRole partner) {
    List<ImagePlus> others = partners(active);
    List<String> words = Stream.concat(RESULTS.stream(), partner.words().stream()).toList();
    for (ImagePlus other : others) if (isNamed(active, base(other), words)) return other;
    if (!partner.fits(valuesOf(active))) return active;
    List<ImagePlus> originals = others.stream().filter(other -> !partner.fits(valuesOf(other))).toList();
    return originals.size() == 1 ? originals.get(0) : active;
  }

  /**
   * The source of a trimap that what is open speaks for: what the active image is marked with, or another open image.
   *
   * @return empty if nothing does
   */
  public Optional<SourceKind> source(ImagePlus active) {
    SourceKind marked = SourceKind.likely(Optional.of(active));
    if (marked != SourceKind.TRIMAP) return Optional.of(marked);
    ImagePlus image = worked(active, ImageRole.TRIMAP);
    Optional<ImagePlus> perhaps = partner(image, ImageRole.TRIMAP);
    if (perhaps.filter(other -> looksLike(other, ImageRole.TRIMAP)).isPresent()) return Optional.of(marked);
    if (partner(image, ImageRole.MASK).isPresent()) return Optional.of(SourceKind.MASK);
    if (partner(image, ImageRole.LABELS).isPresent()) return Optional.of(SourceKind.LABELS);
    if (partner(image, ImageRole.PROBABILITY).isPresent()) return Optional.of(SourceKind.PROBABILITY);
    return perhaps.map(other -> marked);
  }

  /** True if the image's title or values are such as images in this role have. */
  public boolean looksLike(ImagePlus image, ImageRole role) {
    return endsWith(image, role.words()) || role.fits(valuesOf(image));
  }

  private int score(ImageRole role, ImagePlus other, ImagePlus image, boolean alone) {
    String name = stem(image);
    boolean isOriginal = base(other).equals(name);
    if (role == ImageRole.IMAGE) return isOriginal ? BY_NAME : 0;
    if (!role.allows(valuesOf(other))) return 0;
    if (isNamed(other, name, role.words())) return BY_NAME;
    // The result of another role is none of this, nor is what it was made of.
    if (role == ImageRole.FOREGROUND || isOriginal || isNamed(other, name, RESULTS)) return 0;
    if (role == ImageRole.BACKGROUND) return alone ? 1 : 0;
    int score = role.fits(valuesOf(other)) ? BY_VALUES : 0;
    if (endsWith(other, role.words())) score += BY_WORD;
    // The only other image must be the trimap; what is wrong with it is told when it is read.
    return score == 0 && role == ImageRole.TRIMAP && alone ? 1 : score;
  }

  private PixelValues valuesOf(ImagePlus image) {
    return values.computeIfAbsent(image, PixelValues::of);
  }

  /** True if the title is the name with one of the words behind it, and perhaps a number. */
  private static boolean isNamed(ImagePlus image, String name, List<String> words) {
    String title = base(image);
    if (!title.startsWith(name)) return false;
    Matcher rest = SUFFIX.matcher(title.substring(name.length()));
    return rest.matches() && words.contains(rest.group(1).toLowerCase(Locale.ROOT));
  }

  /** The name of the image that a result was made of; of any other image its own. */
  private static String stem(ImagePlus image) {
    String title = base(image);
    for (String word : RESULTS) title = title.replaceFirst("[ _-]+" + word + "(-\\d+)?$", "");
    return title;
  }

  private static boolean endsWith(ImagePlus image, List<String> words) {
    String title = base(image).toLowerCase(Locale.ROOT).replaceFirst("-\\d+$", "");
    List<String> parts = Arrays.asList(title.split("[ _-]"));
    return words.stream().anyMatch(word -> title.equals(word) || parts.get(parts.size() - 1).equals(word));
  }

  private static String base(ImagePlus image) {
    return ResultImages.title(image, "").strip();
  }
}
