package io.github.deepmatting.training.procedural;

import io.github.deepmatting.training.pixels.Chance;
import io.github.deepmatting.training.pixels.Layer;
import java.util.random.RandomGenerator;

/** Solid bodies with crisp edges, edges out of focus, or smeared by motion. */
public final class Solids implements ProceduralMatte {

  @Override
  public Layer draw(int size, float[] texture, RandomGenerator random) {
    Layer layer = new Layer(size);
    Palette palette = Chance.of(random, 0.5)
        ? Palette.of(size, texture) : Palette.calmed(size, texture, Chance.uniform(random, 0.2, 1), random);
    double kind = random.nextDouble();
    fill(layer, Shape.random(random, size), palette, Chance.uniform(random, 0.8, 2));
    if (kind > 0.5 && kind < 0.8) layer.defocus(Chance.logUniform(random, 0.7, 10));
    if (kind >= 0.8) layer.move(Chance.logUniform(random, 3, 24), Chance.uniform(random, 0, Math.PI));
    return layer;
  }

  /** Fills a shape, its edge a ramp of the given width in pixels. */
  static void fill(Layer layer, Shape shape, Palette palette, double edge) {
    int size = layer.size();
    for (int i = 0; i < size * size; i++) {
      float coverage = shape.coverage(i, edge);
      int x = i % size;
      int y = i / size;
      if (coverage > 0) layer.blend(i, coverage, palette.at(x, y, 0), palette.at(x, y, 1), palette.at(x, y, 2));
    }
  }
}
