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
package io.github.deepmatting.training.loop;

import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.NetworkTrainer.StepReport;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.recipe.TrainingLength;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.recipe.TrainingPlan;
import io.github.deepmatting.training.samples.SampleSource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Trains a network after a plan: takes batches from the queue, steps, validates with the averaged weights, writes
 * checkpoints, keeps the best weights, informs listeners. Runs in the calling thread, and composes samples in the {@link
 * io.github.deepmatting.progress.Workers} that it is one of. For one run.
 */
public final class Training {

  private static final long UNITS = 1000;

  /** Trainings are validated at least about so many times, but no more often than after so many steps. */
  private static final int VALIDATIONS = 10;
  private static final long FEWEST_STEPS = 20;

  /** The part of the time that validations beyond those of the recipe may take. */
  private static final double VALIDATING = 0.1;

  private final NetworkTrainer trainer;
  private final SampleSource samples;
  private final SampleEncoder encoder;
  private final TrainingPlan plan;
  private final Validator validator;
  private final Checkpoints checkpoints;
  private final List<TrainingListener> listeners;
  private Position position = Position.START;
  private long lastCheckpoint = System.nanoTime();
  private long lastValidated = -1;
  private double lastValidatedAt;
  private double validationSeconds;
  private final RemainingTime remaining;

  /**
   * @param trainer stays the caller's, who closes it
   * @param encoder must write the channels of the trainer's configuration
   */
  public Training(NetworkTrainer trainer, SampleSource samples, SampleEncoder encoder, TrainingPlan plan,
      Validator validator, Checkpoints checkpoints, List<TrainingListener> listeners) {
    this.trainer = trainer;
    this.samples = samples;
    this.encoder = encoder;
    this.plan = plan;
    this.validator = validator;
    this.checkpoints = checkpoints;
    this.listeners = List.copyOf(listeners);
    this.remaining = new RemainingTime(plan);
  }

  /**
   * Continues from the last checkpoint. To be called before {@link #run}.
   *
   * @return whether there is one
   */
  public boolean resume() throws IOException {
    Optional<Checkpoints.Saved> saved = checkpoints.read();
    if (saved.isEmpty()) return false;
    try {
      trainer.restore(saved.get().state());
    } catch (IllegalArgumentException e) {
      throw new IOException("The checkpoint in " + checkpoints.folder() + " belongs to another network: "
          + e.getMessage() + "\nGive the network it was made with, or another folder", e);
    }
    position = saved.get().position();
    int last = plan.phases().size() - 1;
    if (position.phase() > last) {
      // With more steps or minutes than before, the last phase goes on.
      position = position.moved(last - position.phase());
      if (over()) position = position.moved(1);
    }
    lastValidatedAt = position.allSeconds();
    return true;
  }

  /** True if nothing is left to do. */
  public boolean isFinished() {
    return position.phase() == plan.phases().size();
  }

  /** The reason why a finished training does not go on, for people. */
  public String reason() {
    int patience = plan.phases().get(plan.phases().size() - 1).patience();
    return patience > 0 && position.withoutImprovement() >= patience
        ? "the last " + patience + " validations brought no improvement, which is the recipe's patience"
        : String.format(Locale.ROOT, "its %d steps took %.1f minutes; more are needed to go on",
            position.batches(), position.allSeconds() / 60);
  }

  /**
   * Measures the weights that the training starts from: it keeps them as the best until others are better. To be called
   * before {@link #run}.
   */
  public void measureStart() throws IOException {
    validate();
  }

  /**
   * Trains to the end of the plan, or until asked to finish. When cancelled, a checkpoint is written first.
   *
   * @throws DivergenceException if the loss is no number any more or explodes; checkpoints of before are kept
   * @throws CancellationException if the user cancelled
   * @throws IOException if a checkpoint or a listener's file can't be written; the training can be resumed
   */
  public void run(TrainingControl control, Progress progress) throws IOException {
    Throwable failure = null;
    try {
      runPhases(control, progress);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      throw e;
    } finally {
      tellTheEnd(failure);
    }
  }

  private void runPhases(TrainingControl control, Progress progress) throws IOException {
    try {
      while (!isFinished() && !control.isFinishing()) {
        runPhase(plan.phases().get(position.phase()), control, progress);
        validate();
        if (!control.isFinishing())
          position = position.phase() == plan.phases().size() - 1 ? position.moved(1) : position.nextPhase();
        checkpoint();
      }
      checkpoints.writeWeights(Checkpoints.LAST, trainer.averagedWeights());
    } catch (CancellationException e) {
      checkpoint();
      throw new CancellationException("The training was stopped after step " + trainer.steps()
          + "; it can be resumed from " + checkpoints.folder());
    }
  }

  private interface Telling {
    void tell(TrainingListener listener) throws IOException;
  }

  private void tell(Telling telling) throws IOException {
    for (TrainingListener listener : listeners) {
      try {
        telling.tell(listener);
      } catch (IOException e) {
        throw new IOException("Curves and previews of the training could not be written to " + checkpoints.folder()
            + " (" + checkpoints.reason(e) + "). Make room there, or bring it back, then resume", e);
      }
    }
  }

  /** A failure of the training is more important than one of a listener that hears of its end. */
  private void tellTheEnd(Throwable failure) throws IOException {
    try {
      tell(TrainingListener::finished);
    } catch (IOException e) {
      if (failure == null) throw e;
      failure.addSuppressed(e);
    }
  }

  private void runPhase(TrainingPhase phase, TrainingControl control, Progress progress) throws IOException {
    // What was done before, or measuring the start, says nothing about the time that is left.
    long begun = (long) (UNITS * Math.min(1, share()));
    progress.begin("Training, phase " + (position.phase() + 1) + " of " + plan.phases().size() + " ("
        + phase.layers().key() + ")", UNITS - begun);
    DivergenceWatch watch = new DivergenceWatch();
    long reported = begun;
    while (!over() && !control.isFinishing()) {
      TrainingPhase.Crops crops = phase.cropsAt(share());
      try (SampleQueue queue = open(crops)) {
        while (!over() && !control.isFinishing() && phase.cropsAt(share()).equals(crops)) {
          progress.checkCancelled();
          step(phase, queue, watch);
          long units = (long) (UNITS * Math.min(1, share()));
          progress.advance(units - reported);
          reported = units;
          if (validationIsDue() && !over()) {
            validate();
            checkpoint();
          } else if (System.nanoTime() - lastCheckpoint > plan.recipe().checkpointMinutes() * 60e9) checkpoint();
        }
      }
    }
  }

  private SampleQueue open(TrainingPhase.Crops crops) {
    SampleStore store = new SampleStore(samples, encoder, plan.seed(), crops, plan.recipe().reuse());
    return new SampleQueue(store::batch, position.batches(), plan.recipe().workers(), plan.recipe().queue());
  }

  private TrainingLength length() {
    return plan.length(position.phase(), position.batches() - position.steps(),
        position.allSeconds() - position.seconds());
  }

  private double share() {
    return length().share(position.steps(), position.seconds());
  }

  private boolean over() {
    int patience = plan.phases().get(position.phase()).patience();
    return share() >= 1 || patience > 0 && position.withoutImprovement() >= patience;
  }

  /** As the recipe says; more often in short trainings, by steps where these are limited, so that all repeats. */
  private boolean validationIsDue() {
    TrainingLength whole = plan.length();
    long steps = plan.recipe().validationSteps();
    if (whole.steps() > 0) steps = Math.min(steps, Math.max(FEWEST_STEPS, whole.steps() / VALIDATIONS));
    if (position.steps() % steps == 0) return true;
    double seconds = position.allSeconds() - lastValidatedAt;
    return whole.steps() == 0 && position.batches() - lastValidated >= FEWEST_STEPS
        && seconds >= 60 * whole.minutes() / VALIDATIONS && seconds >= validationSeconds / VALIDATING;
  }

  private void step(TrainingPhase phase, SampleQueue queue, DivergenceWatch watch) throws IOException {
    long start = System.nanoTime();
    Batch batch = queue.take();
    double waited = (System.nanoTime() - start) * 1e-9;
    double rate = phase.rate().at(position.steps(), share());
    StepReport report = trainer.step(
        phase.layers(), batch.shape(), batch.inputWriters(), batch::writeTruth, rate);
    double seconds = (System.nanoTime() - start) * 1e-9;
    position = position.stepped(seconds);
    watch.check(report, trainer.steps(), rate);
    TrainingListener.Step step = new TrainingListener.Step(position.phase(), phase.layers(), trainer.steps(),
        Math.min(1, share()), rate, seconds, waited, remaining.after(position, length(), seconds), batch, report);
    tell(listener -> listener.stepped(step));
  }

  private void validate() throws IOException {
    // A phase may run out of time while its last step is being validated.
    if (position.batches() == lastValidated) return;
    lastValidated = position.batches();
    long start = System.nanoTime();
    Map<String, Double> scores = validator.validate(trainer.averaged());
    if (!scores.isEmpty()) {
      double score = scores.values().iterator().next();
      boolean best = score < position.bestScore();
      position = position.scored(score);
      if (best) checkpoints.writeWeights(Checkpoints.BEST, trainer.averagedWeights());
      tell(listener -> listener.validated(trainer.steps(), scores, best));
    }
    tell(listener -> listener.inspected(trainer.steps(), trainer.averaged()));
    validationSeconds = (System.nanoTime() - start) * 1e-9;
    position = position.waited(validationSeconds);
    lastValidatedAt = position.allSeconds();
  }

  private void checkpoint() throws IOException {
    checkpoints.write(trainer.state(), position);
    lastCheckpoint = System.nanoTime();
  }
}
