package io.github.deepmatting.training.procedural;

import io.github.deepmatting.training.pixels.Layer;
import java.util.random.RandomGenerator;

/** Draws one kind of object. Stateless; the same generator state gives the same drawing. */
public interface ProceduralMatte {

  /**
   * Draws an object.
   *
   * @param size columns and rows
   * @param texture red, green and blue planes of size x size pixels in [0,1], for the object's colours
   * @param random decides everything else
   * @return the object on a transparent layer
   */
  Layer draw(int size, float[] texture, RandomGenerator random);
}
