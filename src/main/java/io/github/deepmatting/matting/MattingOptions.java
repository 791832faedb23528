package io.github.deepmatting.matting;

/**
 * How a matte is computed.
 *
 * @param stage 1 for the encoder&ndash;decoder's alpha, 2 for the refined one, 0 for the network's last
 * @param tile side in pixels of the largest square that is taken from one tile (the halo comes on top; tiles may have
 *     another shape of the same area); 0 for what fits into about two gigabytes of the network's memory
 */
public record MattingOptions(int stage, int tile) {

  /** Smallest tile but 0. */
  public static final int MIN_TILE = 32;

  /** Largest tile. */
  public static final int MAX_TILE = 16384;

  public MattingOptions {
    if (stage < 0 || stage > 2)
      throw new IllegalArgumentException("Stage is " + stage + "; allowed are 1, 2 and 0 for the network's last");
    if (tile != 0 && (tile < MIN_TILE || tile > MAX_TILE))
      throw new IllegalArgumentException("Tile is " + tile + "; allowed are " + MIN_TILE + " to " + MAX_TILE
          + " pixels and 0 for automatic");
  }

  /** The network's last stage, automatic tiles. */
  public static MattingOptions defaults() {
    return new MattingOptions(0, 0);
  }
}
