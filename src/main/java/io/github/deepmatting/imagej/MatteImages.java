package io.github.deepmatting.imagej;

import ij.ImagePlus;
import java.util.Optional;

/**
 * What was made of an image and its trimap; each has the image's slices, frames, calibration and slice labels.
 *
 * @param alpha 32 bits, 0 to 1, exactly 0 and 1 in the known background and foreground
 * @param foreground foreground colours in the image's own type and channels
 * @param cutOut packed alpha, red, green, blue (alpha not premultiplied), which ImageJ shows as opaque RGB
 */
public record MatteImages(Optional<ImagePlus> alpha, Optional<ImagePlus> foreground, Optional<ImagePlus> cutOut) {}
