package io.github.deepmatting.training;

import java.util.List;

/** The compact recipe with the smallest crops. */
final class SmallRecipe {

  private SmallRecipe() {}

  static TrainingRecipe of(long validationSteps) {
    TrainingRecipe compact = TrainingRecipes.named("compact");
    return new TrainingRecipe("small", 1, validationSteps, 100, 1, 2, compact.optimizer(),
        compact.phases().stream().map(phase -> new TrainingRecipe.Phase(phase.phase(), phase.share(), 0,
            List.of(new TrainingStage.Crops(0, 32, 1)), phase.rate())).toList(), compact.samples());
  }
}
