package io.github.deepmatting.training;

import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.Weights;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.model.Npz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Weights that a training starts from, in place of random ones.
 *
 * @param name of the model or file, for people
 * @param network what they are of; empty if only the arrays are known
 * @param weights named as {@link io.github.deepmatting.engine.NetworkLayers} names them
 */
public record InitialWeights(String name, Optional<NetworkConfiguration> network, Weights weights) {

  /**
   * Reads an {@code .npz} file of weights, or a model.
   *
   * @param place path of a file that ends in .npz, or a model's name or folder
   * @param models where models are looked for
   * @throws IOException if it can't be read; the message names it
   */
  public static InitialWeights read(String place, Models models) throws IOException {
    if (place.toLowerCase(Locale.ROOT).endsWith(".npz")) {
      Path file = Path.of(place);
      return new InitialWeights(file.getFileName().toString(), Optional.empty(), Npz.read(file));
    }
    MattingModel model = models.load(place);
    return new InitialWeights(model.description().name(), Optional.of(model.network()), model.weights());
  }
}
