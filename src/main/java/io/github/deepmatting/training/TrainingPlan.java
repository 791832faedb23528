package io.github.deepmatting.training;

import io.github.deepmatting.engine.TrainingPhase;
import java.util.List;

/**
 * What to train, in which order, and what to do meanwhile.
 *
 * @param stages in order
 * @param seed decides the samples
 * @param validationSteps steps between validations; a stage also ends with one
 * @param checkpointMinutes minutes between checkpoints; every validation also writes one
 * @param workers threads that compose samples
 * @param queue batches composed ahead
 */
public record TrainingPlan(
    List<TrainingStage> stages, long seed, long validationSteps, double checkpointMinutes, int workers, int queue) {

  public TrainingPlan {
    stages = List.copyOf(stages);
    if (stages.isEmpty()) throw new IllegalArgumentException("A training plan needs at least one stage");
    if (validationSteps < 1 || !(checkpointMinutes > 0) || workers < 1 || queue < 1)
      throw new IllegalArgumentException("A training plan needs positive intervals, workers and queue but has "
          + validationSteps + " steps, " + checkpointMinutes + " minutes, " + workers + ", " + queue);
  }

  /**
   * The paper's three phases within a time: two thirds for the encoder&ndash;decoder, then the refinement alone, then
   * both. The last part of each uses larger crops, since unknown regions of real trimaps are wide.
   *
   * @param minutes for all
   * @param refinement whether the network has a second stage; else all time goes to the first phase
   */
  public static TrainingPlan ofMinutes(double minutes, boolean refinement, long seed) {
    LearningRate rate = new LearningRate(1e-3, 1e-5, 200);
    List<TrainingStage.Crops> growing =
        List.of(new TrainingStage.Crops(0, 192, 4), new TrainingStage.Crops(0.7, 288, 2));
    List<TrainingStage.Crops> large = List.of(new TrainingStage.Crops(0, 288, 2));
    TrainingStage first = new TrainingStage(
        TrainingPhase.ENCODER_DECODER, 0, refinement ? minutes * 0.75 : minutes, 0, growing, rate);
    if (!refinement) return new TrainingPlan(List.of(first), seed, 500, 5, 1, 4);
    return new TrainingPlan(List.of(first,
        new TrainingStage(TrainingPhase.REFINEMENT, 0, minutes * 0.1, 0, large, new LearningRate(5e-4, 5e-5, 50)),
        new TrainingStage(TrainingPhase.END_TO_END, 0, minutes * 0.15, 0, large, new LearningRate(2e-4, 5e-6, 50))),
        seed, 500, 5, 1, 4);
  }
}
