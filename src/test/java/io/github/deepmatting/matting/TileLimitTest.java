package io.github.deepmatting.matting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.NetworkConfiguration;
import org.junit.jupiter.api.Test;

class TileLimitTest {

  private static final NetworkConfiguration NETWORK = new LocalNetwork().configuration();

  @Test
  void theTensorOfTheLargestTileFitsIntoABuffer() {
    long pixels = TileLimit.pixels(NETWORK, new MattingOptions(0, MattingOptions.MAX_TILE));
    assertTrue(Float.BYTES * NETWORK.inputChannels() * pixels <= Integer.MAX_VALUE, pixels + " pixels");
    assertTrue(Float.BYTES * NETWORK.inputChannels() * (pixels + 1) > Integer.MAX_VALUE, pixels + " pixels");
  }

  /** The core, and on each side the halo of 8 and almost one multiple of 4. */
  @Test
  void aTileHasItsHaloOnTop() {
    assertEquals((100 + 2 * 12) * (100 + 2 * 12), TileLimit.pixels(NETWORK, new MattingOptions(0, 100)));
  }

  /**
   * Values of a pixel: 4 of the input, twice; before the poolings 2, and 2 at a quarter of the resolution, each twice;
   * three maps as wide as the widest, the input.
   */
  @Test
  void automaticTilesFollowTheMemoryOfAPixel() {
    double bytes = 4 * (2 * 4 + 2 * 2.5 + 3 * 4);
    assertEquals(bytes, TileLimit.bytesPerPixel(NETWORK));
    assertEquals((long) ((2L << 30) / bytes), TileLimit.pixels(NETWORK, MattingOptions.defaults()));
  }
}
