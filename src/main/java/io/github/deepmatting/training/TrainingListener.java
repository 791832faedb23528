package io.github.deepmatting.training;

import io.github.deepmatting.engine.AlphaNetwork;
import io.github.deepmatting.engine.NetworkTrainer.StepReport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;

/** Is told how a training goes, in the thread that trains. */
public interface TrainingListener {

  /**
   * A finished step.
   *
   * @param stage index of the stage
   * @param step steps over all stages
   * @param share how much of the stage is done, in [0,1]
   * @param rate learning rate of the step
   * @param seconds time from taking the batch to the end of the step
   * @param waited the part of it spent waiting for samples
   */
  record Step(
      int stage, TrainingStage plan, long step, double share, double rate, double seconds, double waited, Batch batch,
      StepReport report) {}

  /** A step is done. */
  default void stepped(Step step) throws IOException {}

  /**
   * A validation is done.
   *
   * @param step steps over all stages
   * @param scores as the validator gave them
   * @param best whether the first of them is the lowest so far
   */
  default void validated(int stage, long step, Map<String, Double> scores, boolean best) throws IOException {}

  /**
   * A validation was due, with or without a validator: the network may be looked at.
   *
   * @param step steps over all stages
   * @param averaged predicts with the averaged weights of now; must not be kept
   */
  default void inspected(long step, AlphaNetwork averaged) throws IOException {}

  /**
   * There is a new preview.
   *
   * @param step steps over all stages
   * @param strip a row for each sample: image, trimap, alpha of now, true alpha
   */
  default void previewed(long step, BufferedImage strip) throws IOException {}

  /** The training is over, for whatever reason; called once. */
  default void finished() throws IOException {}
}
