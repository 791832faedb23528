package io.github.deepmatting.training;

import io.github.deepmatting.engine.AlphaNetwork;
import java.util.Map;

/** Measures a network on images that it is not trained on. */
public interface Validator {

  /** Measures nothing. */
  Validator NONE = network -> Map.of();

  /**
   * Measures a network.
   *
   * @return values by name, in order; the first is the score by which the best weights are chosen: lower is better
   */
  Map<String, Double> validate(AlphaNetwork network);
}
