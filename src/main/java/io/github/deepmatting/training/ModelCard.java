/*-
 * #%L
 * Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
 * %%
 * Copyright (C) 2026 Deep Matting developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.deepmatting.training;

import io.github.deepmatting.model.ModelDescription;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.training.loop.MattingValidator;
import io.github.deepmatting.training.loop.Training;
import java.util.Locale;
import java.util.Map;

/** The text of a model card, in Markdown. */
final class ModelCard {

  private ModelCard() {}

  static String text(ModelDescription model, TrainingRequest request, Map<String, Object> counts, TrainedModel result) {
    NetworkConfiguration network = model.network();
    long weights = NetworkLayers.of(network).stream().mapToLong(NetworkLayers.Layer::parameters).sum();
    StringBuilder card = new StringBuilder();
    card.append("# ").append(model.name()).append("\n\n").append(model.description()).append("\n\n")
        .append("Use: `deepmatting matte IMAGE --trimap TRIMAP --out FOLDER --model THIS_FOLDER`, or in Fiji"
            + " `Plugins > Deep Matting > Matte Image...`.\n\n");
    card.append("| | |\n| --- | --- |\n");
    row(card, "made", model.timestamp().toString());
    row(card, "authors", String.join(", ", model.authors()));
    row(card, "licence of the weights", model.license().equals(ModelLabel.NO_LICENSE)
        ? "not stated; ask the authors" : model.license());
    row(card, "network", network.name() + ", " + weights + " weights, " + network.stages()
        + (network.stages() == 1 ? " stage" : " stages"));
    row(card, "inputs", String.join(", ", network.inputs().stream().map(InputFeature::key).toList()));
    row(card, "intensities", model.normalization());
    card.append("\n## Training\n\n");
    card.append("Recipe `").append(request.recipe().name()).append("`, ").append(result.steps())
        .append(" steps, seed ").append(request.seed()).append(", from ")
        .append(request.start().map(start -> "the weights of " + start.name()).orElse("random weights")).append(". ")
        .append(result.source()).append("\n\n");
    card.append("| data | images |\n| --- | --- |\n");
    counts.forEach((kind, count) -> row(card, kind, String.valueOf(count)));
    card.append("\nThe whole recipe stands in `rdf.yaml` under `config: deep_matting: training`.\n");
    card.append("\n## Validation\n\n");
    if (result.scores().isEmpty()) card.append("This model was not validated: measure it before you trust it.\n");
    else validation(card, result.scores());
    result.improvement().ifPresent(change -> card.append('\n').append(change).append(".\n"));
    card.append("\n## Limits\n\nIt knows what it was trained on. Try it on a few of your own images, with trimaps as"
        + " you draw them, before you rely on it.\n");
    return card.toString();
  }

  private static void validation(StringBuilder card, Map<String, Double> scores) {
    String prefix = MattingValidator.SAD + " ";
    long images = scores.keySet().stream().filter(name -> name.startsWith(prefix)).count();
    card.append("Whole images, over the unknown region (Rhemann et al. 2009), means of ").append(images)
        .append(" images; all but MSE in thousands. The images also chose the best weights.\n\n")
        .append("| SAD | MSE | Grad | Conn |\n| --- | --- | --- | --- |\n");
    card.append(String.format(Locale.ROOT, "| %.2f | %.4f | %.2f | %.2f |\n\n", scores.get(MattingValidator.SAD),
        scores.get(MattingValidator.MSE), scores.get(MattingValidator.GRAD), scores.get(MattingValidator.CONN)));
    card.append("| image | SAD |\n| --- | --- |\n");
    scores.forEach((name, value) -> {
      if (name.startsWith(prefix))
        row(card, name.substring(prefix.length()), String.format(Locale.ROOT, "%.2f", value));
    });
  }

  private static void row(StringBuilder card, String name, String value) {
    card.append("| ").append(name).append(" | ").append(value.replace("|", "\\|")).append(" |\n");
  }
}
