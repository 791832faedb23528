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
package io.github.deepmatting.io;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** An image as it was read from a file, with the alpha channel that the file may have beside the colours. */
public final class ImageFile {

  private final ImagePlus image;
  private final PageStack stack;

  private ImageFile(ImagePlus image, PageStack stack) {
    this.image = image;
    this.stack = stack;
  }

  /**
   * Reads a file; see {@link ImageFiles#open}. The alpha channel is kept, without a warning.
   *
   * @param progress receives warnings
   */
  public static ImageFile read(Path file, Progress progress) throws IOException {
    return ImageFiles.read(file, progress);
  }

  /**
   * An image of planes in the order channel, slice, frame.
   *
   * @param info gives display ranges, look-up tables and, by its description, the mode of composites; may be null
   */
  static ImageFile of(Path file, PageStack stack, int channels, int slices, int frames, FileInfo info) {
    ImagePlus image = new ImagePlus(file.getFileName().toString(), stack.editable());
    if (stack.size() == 1 && stack.getSliceLabel(1) != null) image.setProp("Slice_Label", stack.getSliceLabel(1));
    image.setDimensions(channels, slices, frames);
    image.setOpenAsHyperStack(channels > 1 && stack.size() > channels || slices > 1 && frames > 1);
    image.setFileInfo(info);
    if (channels > 1) {
      String text = info == null || info.description == null ? "" : info.description;
      image = new CompositeImage(image, text.contains("mode=color") ? IJ.COLOR
          : text.contains("mode=gray") ? IJ.GRAYSCALE : IJ.COMPOSITE);
    }
    return new ImageFile(image, stack);
  }

  ImagePlus image() {
    return image;
  }

  /** The colours. */
  public ImagePlusPlanes planes() {
    return new ImagePlusPlanes(image);
  }

  /** True if the file has an alpha channel. */
  public boolean hasAlpha() {
    return stack.first().alpha() != null;
  }

  /**
   * The alpha channel of a position.
   *
   * @param position as {@link ImagePlusPlanes} counts
   * @return in [0,1], row by row
   */
  public float[] alpha(int position) {
    Object alpha = stack.pageOf(position * (image.getStackSize() / planes().positions()) + 1).alpha();
    if (alpha instanceof float[] floats) return floats;
    float[] values = new float[image.getWidth() * image.getHeight()];
    for (int i = 0; i < values.length; i++)
      values[i] = alpha instanceof byte[] bytes ? (bytes[i] & 0xff) / 255f : (((short[]) alpha)[i] & 0xffff) / 65535f;
    return values;
  }
}
