package io.github.deepmatting.imagej;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be made of an image and its trimap. */
public enum MatteOutput {
  /** The alpha matte, 32 bits, 0 to 1. */
  ALPHA,
  /** The foreground's colours, of the image's own type. */
  FOREGROUND,
  /** Foreground colours with alpha, 8 bits each, as the image is displayed. */
  CUTOUT;

  /** The name in options and file names: lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a list such as "alpha,foreground".
   *
   * @throws IllegalArgumentException if it is empty or holds another word; the message tells which are allowed
   */
  public static Set<MatteOutput> parse(String list) {
    Set<MatteOutput> outputs = EnumSet.noneOf(MatteOutput.class);
    for (String word : list.split(",", -1)) {
      String key = word.strip().toLowerCase(Locale.ROOT);
      outputs.add(Arrays.stream(values()).filter(output -> output.key().equals(key)).findFirst().orElseThrow(
          () -> new IllegalArgumentException("There is no output '" + word.strip() + "'; allowed are one or more of "
              + Arrays.stream(values()).map(MatteOutput::key).collect(Collectors.joining(",")))));
    }
    return outputs;
  }
}
