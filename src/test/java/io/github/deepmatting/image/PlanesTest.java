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
  void copiesPartOfARow() {
    RandomAccess<FloatType> access = image().randomAccess();
    access.setPosition(new long[] {5, -4, 2});
    float[] target = new float[4];
    Planes.copyRow(access, 6, target, 1, 2);
    assertArrayEquals(new float[] {0, 111, 112, 0}, target);
  }

  @Test
  void anArrayNeedsAPlane() {
    assertThrows(IllegalArgumentException.class, () -> Planes.toArray(image()));
  }
}
