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
package io.github.deepmatting.imagej;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.deepmatting.image.SameSize;
import io.github.deepmatting.trimap.Trimap;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A trimap shown over its image: foreground in a translucent green, background in a translucent red, unknown in a
 * translucent grey blue. What the user has as overlay stays visible below it, and is what the image has again when this
 * is closed. The image's pixels, selection and position are never touched.
 *
 * <p>Not for several threads.
 */
public final class TrimapOverlay implements AutoCloseable {

  /** Alpha, red, green and blue, 8 bits each, as the overlay is drawn. */
  static final int FOREGROUND_COLOUR = 0x5f00c040;

  static final int UNKNOWN_COLOUR = 0x8f7088c8;
  static final int BACKGROUND_COLOUR = 0x2fd02020;

  /** By which others tell the trimap from the user's own elements. */
  public static final String NAME = "Deep Matting trimap";

  private final ImagePlus image;
  private Overlay users;
  private boolean usersHidden;
  /** The overlay that this put on the image; null while nothing is shown. */
  private Overlay shown;

  /** @param image over which trimaps are to be shown; nothing happens to it yet */
  public TrimapOverlay(ImagePlus image) {
    this.image = image;
  }

  /**
   * A trimap as a translucent picture for an overlay, without a position.
   *
   * @param trimap of any size
   * @return at x = 0, y = 0, named {@link #NAME}
   */
  public static ImageRoi picture(Trimap trimap) {
    BufferedImage picture = new BufferedImage(trimap.width(), trimap.height(), BufferedImage.TYPE_INT_ARGB);
    int[] colours = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    for (int y = 0, i = 0; y < trimap.height(); y++)
      for (int x = 0; x < trimap.width(); x++, i++) colours[i] = colour(trimap.get(x, y));
    ImageRoi roi = new ImageRoi(0, 0, picture);
    roi.setName(NAME);
    return roi;
  }

  private static int colour(int value) {
    return switch (value) {
      case Trimap.FOREGROUND -> FOREGROUND_COLOUR;
      case Trimap.BACKGROUND -> BACKGROUND_COLOUR;
      default -> UNKNOWN_COLOUR;
    };
  }

  /**
   * Shows the trimap of the slice that the image shows now, in place of the one shown before. Other slices show none.
   *
   * @param trimap as large as the image
   * @throws IllegalArgumentException if it is not
   */
  public void show(Trimap trimap) {
    SameSize.require("The trimap to be shown", trimap.width(), trimap.height(), "the image " + image.getTitle(),
        image.getWidth(), image.getHeight());
    rememberUsers();
    Overlay overlay = users == null ? new Overlay() : users.create();
    // The user's own elements, not copies of them: they keep what they are, and copies of pictures lose transparency.
    if (users != null) for (Roi roi : users.toArray()) overlay.add(roi);
    ImageRoi picture = picture(trimap);
    if (image.isHyperStack()) picture.setPosition(0, image.getZ(), image.getT());
    else if (image.getStackSize() > 1) picture.setPosition(image.getCurrentSlice());
    overlay.add(picture);
    // So that a click on the image never takes hold of the picture.
    overlay.selectable(false);
    shown = overlay;
    image.setOverlay(overlay);
  }

  private void rememberUsers() {
    // Another overlay than the one shown is what somebody has set meanwhile.
    if (shown != null && image.getOverlay() == shown) return;
    users = image.getOverlay();
    usersHidden = image.getHideOverlay();
  }

  /** True if a trimap is shown now. */
  public boolean isShown() {
    return shown != null;
  }

  /** Gives the image back the overlay that it had; does nothing if none is shown or somebody set another meanwhile. */
  @Override
  public void close() {
    if (shown == null) return;
    if (image.getOverlay() == shown) {
      image.setOverlay(users);
      image.setHideOverlay(usersHidden);
    }
    shown = null;
    users = null;
  }
}
