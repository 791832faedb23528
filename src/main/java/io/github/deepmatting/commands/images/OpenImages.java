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
import ij.WindowManager;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The images that are open, with windows and without. */
public final class OpenImages {

  private OpenImages() {}

  /** All open images, the oldest first. */
  public static List<ImagePlus> all() {
    int[] identifiers = WindowManager.getIDList();
    if (identifiers == null) return List.of();
    return Arrays.stream(identifiers).mapToObj(WindowManager::getImage).filter(Objects::nonNull).toList();
  }

  /** True unless the image was closed; one that never had a window counts as open while it has pixels. */
  public static boolean isOpen(ImagePlus image) {
    return image.getWidth() > 0 && image.getProcessor() != null;
  }

  /** The title, with the image's ID behind it if other open images have the same title. */
  public static String name(ImagePlus image) {
    boolean shared = all().stream().anyMatch(other -> other != image && other.getTitle().equals(image.getTitle()));
    return shared ? image.getTitle() + " (ID " + image.getID() + ")" : image.getTitle();
  }

  /** The title itself, or where an open image has it, the first of TITLE-1, TITLE-2 and so on that is free. */
  public static String uniqueTitle(String title) {
    Set<String> taken = all().stream().map(ImagePlus::getTitle).collect(Collectors.toSet());
    String free = title;
    for (int number = 1; taken.contains(free); number++) free = title + "-" + number;
    return free;
  }
}
