package io.github.deepmatting.image;

import io.github.deepmatting.progress.Progress;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * How an image becomes red, green and blue in [0,1].
 *
 * @param normalization how the range of each channel is found
 * @param displayRanges for {@link Normalization#DISPLAY_RANGE}: one range a channel, or a single one for all; otherwise
 *     not used
 * @param colours colour of each channel (0xRRGGBB), mixed as {@link ColourMix#ofColours} tells; empty for
 *     {@link ColourMix#ofChannels}
 */
public record NormalizationOptions(
    Normalization normalization, List<IntensityRange> displayRanges, List<Integer> colours) {

  public NormalizationOptions {
    displayRanges = List.copyOf(displayRanges);
    colours = List.copyOf(colours);
    if (normalization == Normalization.DISPLAY_RANGE && displayRanges.isEmpty())
      throw new IllegalArgumentException(
          "Normalising to the display range needs the display range of each channel, but none was given");
  }

  /** By a normalisation that the pixels alone decide; channels without known colours. */
  public static NormalizationOptions of(Normalization normalization) {
    return new NormalizationOptions(normalization, List.of(), List.of());
  }

  /** {@link Normalization#TYPE_RANGE}, channels without known colours. */
  public static NormalizationOptions defaults() {
    return of(Normalization.TYPE_RANGE);
  }

  /**
   * The ranges of an image or stack, one a channel; see {@link IntensityRanges} for axes and errors.
   *
   * @param progress asked for cancelling
   */
  public List<IntensityRange> ranges(
      RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    return normalization == Normalization.DISPLAY_RANGE
        ? IntensityRanges.given(image, displayRanges, progress)
        : IntensityRanges.measure(image, normalization, progress);
  }

  /**
   * How the channels of an image are mixed.
   *
   * @throws IllegalArgumentException if there are too many channels, or as many colours are not given
   */
  public ColourMix mix(int channels) {
    if (colours.isEmpty()) return ColourMix.ofChannels(channels);
    if (colours.size() != channels)
      throw new IllegalArgumentException("The image has " + channels + " channels but " + colours.size()
          + " colours were given; give one for each channel, or none");
    return ColourMix.ofColours(colours);
  }
}
