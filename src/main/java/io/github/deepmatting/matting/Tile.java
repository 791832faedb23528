package io.github.deepmatting.matting;

/**
 * A piece of an image that goes through the network at once.
 *
 * @param core whose unknown pixels are taken from this tile; lies in the image
 * @param outer what the network sees: the core and its halo. Both ends are multiples of the network's size multiple in
 *     the image's coordinates, so that the pooling grids of all tiles agree; may reach beyond the image's right and
 *     bottom border
 */
public record Tile(Area core, Area outer) {

  public Tile {
    if (!outer.contains(core)) throw new IllegalArgumentException(core + " does not lie in " + outer);
  }
}
