package io.github.deepmatting.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.Test;

class AlphaChannelTest {

  private final List<String> warnings = new ArrayList<>();

  private final Progress progress = new Progress() {
    @Override
    public void warn(String message) {
      warnings.add(message);
    }
  };

  @Test
  void anOpaqueAlphaIsLeftOutSilently() {
    byte[] values = {1, 2, 3, -1};
    RandomAccessibleInterval<UnsignedByteType> colours =
        AlphaChannel.leaveOut(ArrayImgs.unsignedBytes(values, 1, 1, 4), "a.png", progress);
    assertArrayEquals(new long[] {1, 1, 3}, colours.dimensionsAsLongArray());
    assertEquals(3, colours.getAt(0, 0, 2).get());
    assertEquals(List.of(), warnings);
  }

  @Test
  void aTransparentPixelIsTold() {
    AlphaChannel.leaveOut(ArrayImgs.floats(new float[] {.3f, .4f, 1, .5f}, 2, 1, 2), "b.tif", progress);
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).startsWith("b.tif has an alpha channel with 1 pixel"), warnings.get(0));
  }

  @Test
  void colourImagesHaveNone() {
    assertThrows(IllegalArgumentException.class,
        () -> AlphaChannel.leaveOut(ArrayImgs.floats(1, 1, 3), "c.tif", progress));
  }
}
