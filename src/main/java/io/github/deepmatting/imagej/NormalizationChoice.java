package io.github.deepmatting.imagej;

import io.github.deepmatting.image.Normalization;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How users name a normalisation, in options, macros and model descriptions. */
public final class NormalizationChoice {

  /** The choice to do as the model was trained. */
  public static final String AS_MODEL = "model";

  /** All choices: {@value #AS_MODEL}, then one for each {@link Normalization}. */
  public static final List<String> NAMES = List.of(AS_MODEL, "type", "display", "percentile");

  private NormalizationChoice() {}

  /**
   * Understands one of {@link #NAMES}, in either case, also with "-range" behind it as model descriptions write it.
   *
   * @return empty for {@value #AS_MODEL}
   * @throws IllegalArgumentException for any other word; the message tells which are allowed
   */
  public static Optional<Normalization> parse(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case AS_MODEL -> Optional.empty();
      case "type", "type-range" -> Optional.of(Normalization.TYPE_RANGE);
      case "display", "display-range" -> Optional.of(Normalization.DISPLAY_RANGE);
      case "percentile" -> Optional.of(Normalization.PERCENTILE);
      default -> throw new IllegalArgumentException(
          "There is no normalization '" + name + "'; allowed are " + String.join(", ", NAMES));
    };
  }
}
