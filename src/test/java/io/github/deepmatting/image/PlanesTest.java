package io.github.deepmatting.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class PlanesTest {

  /** 3x2 pixels, 2 channels; the value tells channel, row and column. */
  private static final float[] VALUES = {0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112};

  private static RandomAccessibleInterval<FloatType> image() {
    return Views.translate(ArrayImgs.floats(VALUES.clone(), 3, 2, 2), 5, -5, 1);
  }

  @Test
  void channelsAreCountedFromZero() {
    assertEquals(2, Planes.channels(image()));
    assertArrayEquals(new float[] {100, 101, 102, 110, 111, 112}, Planes.toArray(Planes.channel(image(), 1)));
    assertThrows(IllegalArgumentException.class, () -> Planes.channel(image(), 2));
  }

  @Test
  void twoAxesAreOneChannel() {
    RandomAccessibleInterval<FloatType> plane = ArrayImgs.floats(new float[] {1, 2}, 2, 1);
    assertEquals(1, Planes.channels(plane));
    assertArrayEquals(new float[] {1, 2}, Planes.toArray(Planes.channel(plane, 0)));
    assertEquals(3, Planes.withChannelAxis(plane).numDimensions());
    assertEquals(3, Planes.withChannelAxis(image()).numDimensions());
  }

  @Test
  void aTileWithinTheImageIsThatPart() {
    RandomAccessibleInterval<FloatType> tile = Planes.tile(image(), 1, 1, 2, 1);
    assertArrayEquals(new long[] {2, 1, 2}, tile.dimensionsAsLongArray());
    assertEquals(11, tile.getAt(0, 0, 0).get());
    assertEquals(112, tile.getAt(1, 0, 1).get());
  }

  @Test
  void aTileBeyondTheImageHoldsTheNearestPixels() {
    assertArrayEquals(new float[] {0, 0, 1, 2, 2, 0, 0, 1, 2, 2, 10, 10, 11, 12, 12, 10, 10, 11, 12, 12},
        Planes.toArray(Planes.channel(Planes.tile(image(), -1, -1, 5, 4), 0)));
  }

  @Test
  void copiesPartOfARow() {
    RandomAccess<FloatType> access = image().randomAccess();
    access.setPosition(new long[] {5, -4, 2});
    float[] target = new float[4];
    Planes.copyRow(access, 6, target, 1, 2);
    assertArrayEquals(new float[] {0, 111, 112, 0}, target);
  }

  @Test
  void copiesPlanar() {
    RandomAccessibleInterval<FloatType> copy = Planes.copy(image());
    assertArrayEquals(new long[3], copy.minAsLongArray());
    assertEquals(110, copy.getAt(0, 1, 1).get());
  }

  @Test
  void anArrayNeedsAPlane() {
    assertThrows(IllegalArgumentException.class, () -> Planes.toArray(image()));
  }
}
