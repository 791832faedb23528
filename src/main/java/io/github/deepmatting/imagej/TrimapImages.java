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
import ij.ImageStack;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapCheck;
import io.github.deepmatting.trimap.TrimapEncoding;
import io.github.deepmatting.trimap.TrimapReader;
import io.github.deepmatting.trimap.TrimapReading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Trimaps in ImageJ's images. */
public final class TrimapImages {

  private TrimapImages() {}

  /**
   * Reads a trimap of one slice.
   *
   * @param image grey, of one position
   * @param progress receives a warning if there are in-between greys
   * @throws IllegalArgumentException if there are more slices, or the values are no trimap's
   */
  public static Trimap read(ImagePlus image, Progress progress) {
    ImagePlusPlanes planes = new ImagePlusPlanes(image);
    if (planes.positions() != 1)
      throw new IllegalArgumentException("The trimap " + image.getTitle() + " has " + planes.positions()
          + " slices; one is allowed here");
    String name = image.getTitle();
    TrimapEncoding encoding =
        NamedErrors.naming("trimap", name, () -> TrimapReader.encoding(planes.at(0).pixels(), progress));
    return read(planes, 0, encoding, name, progress);
  }

  /**
   * Reads a trimap of one slice of a stack whose encoding is known.
   *
   * @param planes grey
   * @param position as {@link ImagePlusPlanes} counts
   * @param encoding as found over all slices
   * @param name of the image, for messages
   * @param progress receives a warning if there are in-between greys
   */
  public static Trimap read(ImagePlusPlanes planes, int position, TrimapEncoding encoding, String name, Progress progress) {
    TrimapReading reading = NamedErrors.naming("trimap", name, () ->
        TrimapReader.read(planes.at(position).pixels(), encoding, progress));
    for (String warning : reading.warnings()) progress.warn(warning + " (" + name + ")");
    return reading.trimap();
  }

  /**
   * Makes an image of an image's trimaps.
   *
   * @param image what they belong to
   * @param source gives them; one that is common to all slices is repeated
   * @param progress receives warnings, and is asked whether to go on
   * @return 8 bits, 0, 128 and 255, titled "NAME trimap", with the image's calibration, slices, frames and slice labels
   * @throws IllegalArgumentException if the source fails
   */
  public static ImagePlus of(ImagePlus image, TrimapSource source, Progress progress) {
    ImagePlus result = ResultImages.newTrimap(image);
    ImageStack stack = result.getStack();
    for (int position = 0; position < stack.size(); position++) {
      Progress own = progress.slice(position, stack.size());
      own.checkCancelled();
      own.begin("Making the trimap", 0);
      Trimap trimap = source.at(position, own);
      TrimapCheck.warnings(trimap, "of " + image.getTitle()).forEach(own::warn);
      System.arraycopy(pixels(trimap), 0, stack.getPixels(position + 1), 0, trimap.width() * trimap.height());
    }
    return result;
  }

  /**
   * The reasons against making mattes with some trimaps; see {@link TrimapCheck#warnings}. Of a long stack only some
   * slices are looked at, the first and the last among them.
   *
   * @param image what they belong to
   * @param source gives them
   * @param most how many slices are looked at, 2 or more
   * @param progress is asked whether to go on
   * @return a sentence for each doubt, none twice; empty if all is well
   */
  public static List<String> doubts(ImagePlus image, TrimapSource source, int most, Progress progress) {
    int positions = source.isPerSlice() ? image.getNSlices() * image.getNFrames() : 1;
    int looks = Math.min(most, positions);
    Set<String> doubts = new LinkedHashSet<>();
    for (int look = 0; look < looks; look++) {
      progress.checkCancelled();
      int position = looks == 1 ? 0 : (int) ((long) look * (positions - 1) / (looks - 1));
      String name = "of " + image.getTitle() + (positions == 1 ? "" : ", slice " + (position + 1));
      doubts.addAll(TrimapCheck.warnings(source.at(position, Progress.NONE), name));
    }
    return List.copyOf(doubts);
  }

  private static byte[] pixels(Trimap trimap) {
    byte[] pixels = new byte[trimap.width() * trimap.height()];
    RandomAccess<UnsignedByteType> access = trimap.image().randomAccess();
    for (int y = 0, i = 0; y < trimap.height(); y++) {
      access.setPosition(y, 1);
      access.setPosition(0, 0);
      for (int x = 0; x < trimap.width(); x++, access.fwd(0)) pixels[i++] = access.get().getByte();
    }
    return pixels;
  }
}
