package io.github.deepmatting.model;

import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.NetworkLayers;
import io.github.deepmatting.engine.Weights;

/**
 * A model that can be used: its description and weights that fit its network.
 *
 * @param description what is known of it
 * @param weights the weights, checked to have all arrays of the network in the right shapes
 */
public record MattingModel(ModelDescription description, Weights weights) {

  /**
   * @throws IllegalArgumentException if the weights do not fit the network, naming every array
   */
  public MattingModel {
    NetworkLayers.check(description.network(), weights);
  }

  /** The network that the weights are of. */
  public NetworkConfiguration network() {
    return description.network();
  }
}
