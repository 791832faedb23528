package io.github.deepmatting.trimap;

/** Trimaps as text, for tests: B for background, ? for unknown, F for foreground, rows separated by spaces. */
final class Trimaps {

  private Trimaps() {}

  static String toString(Trimap trimap) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < trimap.height(); y++) {
      if (y > 0) text.append(' ');
      for (int x = 0; x < trimap.width(); x++)
        text.append(switch (trimap.get(x, y)) {
          case Trimap.BACKGROUND -> 'B';
          case Trimap.UNKNOWN -> '?';
          default -> 'F';
        });
    }
    return text.toString();
  }

  static Trimap parse(String text) {
    String[] rows = text.split(" ");
    byte[] pixels = new byte[rows.length * rows[0].length()];
    String all = String.join("", rows);
    for (int i = 0; i < pixels.length; i++)
      pixels[i] = (byte) (all.charAt(i) == 'B' ? Trimap.BACKGROUND
          : all.charAt(i) == '?' ? Trimap.UNKNOWN : Trimap.FOREGROUND);
    return new Trimap(rows[0].length(), rows.length, pixels);
  }
}
