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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static io.github.deepmatting.training.loop.SmallRecipe.plan;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.model.Npz;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.network.Weights;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import io.github.deepmatting.training.recipe.LearningRate;
import io.github.deepmatting.training.recipe.TrainingLength;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.recipe.TrainingPhase.Crops;
import io.github.deepmatting.training.recipe.TrainingPlan;
import io.github.deepmatting.training.report.CurveFile;
import io.github.deepmatting.training.report.Curves;
import io.github.deepmatting.training.samples.SampleSource;
import io.github.deepmatting.training.samples.TrainingSample;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TrainingTest {

  private static final LearningRate RATE = new LearningRate(1, 0, 0);

  /** Random pixels; enough to see whether the same samples come. */
  private static final SampleSource NOISE = (seed, size) -> {
    SplittableRandom random = new SplittableRandom(seed);
    int plane = size * size;
    float[] rgb = new float[3 * plane];
    for (int i = 0; i < rgb.length; i++) rgb[i] = (float) random.nextDouble();
    byte[] trimap = new byte[plane];
    java.util.Arrays.fill(trimap, (byte) Trimap.UNKNOWN);
    return new TrainingSample(size, rgb, new Trimap(size, size, trimap), new float[plane], rgb, rgb);
  };

  @TempDir private Path folder;

  private static TrainingPhase phase(TrainedLayers layers, long steps, Crops... crops) {
    return new TrainingPhase(layers, steps, 0, crops.length == 0 ? List.of(new Crops(0, 32, 1)) : List.of(crops), RATE);
  }

  private Training training(FakeTrainer trainer, TrainingPlan plan, Validator validator, TrainingListener... listeners)
      throws IOException {
    return new Training(trainer, NOISE, SampleQueueTest.PLAIN, plan, validator, new Checkpoints(folder),
        List.of(listeners));
  }

  @Test
  void phasesAndCropsFollowThePlan() throws IOException {
    FakeTrainer trainer = new FakeTrainer();
    training(trainer, plan(100, phase(TrainedLayers.ENCODER_DECODER, 4, new Crops(0, 32, 2), new Crops(0.5, 48, 1)),
        phase(TrainedLayers.REFINEMENT, 2)), Validator.NONE).run(new TrainingControl(), Progress.NONE);
    assertEquals(List.of(TrainedLayers.ENCODER_DECODER, TrainedLayers.ENCODER_DECODER, TrainedLayers.ENCODER_DECODER,
        TrainedLayers.ENCODER_DECODER, TrainedLayers.REFINEMENT, TrainedLayers.REFINEMENT), trainer.phases);
    TensorShape small = new TensorShape(2, 32, 32);
    TensorShape large = new TensorShape(1, 48, 48);
    assertEquals(List.of(small, small, large, large), trainer.shapes.subList(0, 4));
  }

  @Test
  void aResumedTrainingEndsWhereAnUnbrokenOneDoes() throws IOException {
    TrainingPlan plan = plan(3, phase(TrainedLayers.ENCODER_DECODER, 7), phase(TrainedLayers.REFINEMENT, 4));
    FakeTrainer whole = new FakeTrainer();
    training(whole, plan, Validator.NONE).run(new TrainingControl(), Progress.NONE);
    Path other = Files.createDirectory(folder.resolve("other"));
    FakeTrainer first = new FakeTrainer();
    TrainingListener kill = new TrainingListener() {
      @Override
      public void stepped(Step step) {
        if (step.step() == 8) throw new IllegalStateException("killed");
      }
    };
    Training broken = new Training(first, NOISE, SampleQueueTest.PLAIN, plan, Validator.NONE, new Checkpoints(other),
        List.of(kill));
    assertThrows(IllegalStateException.class, () -> broken.run(new TrainingControl(), Progress.NONE));
    FakeTrainer second = new FakeTrainer();
    Training resumed = new Training(second, NOISE, SampleQueueTest.PLAIN, plan, Validator.NONE, new Checkpoints(other),
        List.of());
    assertTrue(resumed.resume());
    assertTrue(second.steps() > 0 && second.steps() < 8);
    resumed.run(new TrainingControl(), Progress.NONE);
    assertEquals(11, second.steps());
    assertArrayEquals(whole.weights().get("weight").values(), second.weights().get("weight").values());
  }

  @Test
  void withoutACheckpointThereIsNothingToResume() throws IOException {
    assertFalse(training(new FakeTrainer(), plan(1, phase(TrainedLayers.END_TO_END, 1)), Validator.NONE).resume());
  }

  @Test
  void notANumberStopsAndKeepsTheCheckpoint() throws IOException {
    FakeTrainer trainer = new FakeTrainer();
    trainer.divergeAt = 6;
    Training training = training(trainer, plan(4, phase(TrainedLayers.ENCODER_DECODER, 20)), Validator.NONE);
    DivergenceException thrown = assertThrows(
        DivergenceException.class, () -> training.run(new TrainingControl(), Progress.NONE));
    assertTrue(thrown.getMessage().contains("step 6"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("learning rate"), thrown.getMessage());
    FakeTrainer fresh = new FakeTrainer();
    assertTrue(training(fresh, plan(4, phase(TrainedLayers.ENCODER_DECODER, 20)), Validator.NONE).resume());
    assertEquals(4, fresh.steps());
  }

  /** The mean of 0.98 of itself and 0.02 of a loss of 100 is above 5 after 3 such steps: 1 + 99 (1 - 0.98^3) = 6.8. */
  @Test
  void anExplodingLossStopsWithTheStep() throws IOException {
    FakeTrainer trainer = new FakeTrainer();
    trainer.divergeAt = 201;
    trainer.explosion = 100;
    Training training = training(trainer, plan(150, phase(TrainedLayers.ENCODER_DECODER, 2000)), Validator.NONE);
    DivergenceException thrown = assertThrows(
        DivergenceException.class, () -> training.run(new TrainingControl(), Progress.NONE));
    assertTrue(thrown.getMessage().contains("step 203") && thrown.getMessage().contains("rose from 1.0 to 6.8"),
        thrown.getMessage());
    FakeTrainer fresh = new FakeTrainer();
    assertTrue(training(fresh, plan(150, phase(TrainedLayers.ENCODER_DECODER, 2000)), Validator.NONE).resume());
    assertEquals(150, fresh.steps());
  }

  @Test
  void aCheckpointOfAnotherConfigurationIsRefusedWithItsFolder() throws IOException {
    new Checkpoints(folder).write(
        new Weights(Map.of("other", new Weights.Array(new long[] {1}, new float[1]))), Position.START);
    Training training = training(new FakeTrainer(), plan(1, phase(TrainedLayers.END_TO_END, 1)), Validator.NONE);
    String message = assertThrows(IOException.class, training::resume).getMessage();
    assertTrue(message.contains(folder.toString()) && message.contains("belongs to another network")
        && message.contains("'state' is missing"), message);
  }

  /** As when a disk is pulled out: at the curves, or where there are none at the checkpoint. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void samplesAreMadeByTheThreadsOfTheTrainingAndTheirNumberChangesNothing(int threads) throws IOException {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    SampleSource watched = (seed, size) -> {
      seen.add(Thread.currentThread());
      return NOISE.sample(seed, size);
    };
    TrainingPlan plan = plan(100, phase(TrainedLayers.ENCODER_DECODER, 20, new Crops(0, 32, 2)));
    FakeTrainer several = new FakeTrainer();
    Workers.run(threads, () -> {
      seen.add(Thread.currentThread());
      new Training(several, watched, SampleQueueTest.PLAIN, plan, Validator.NONE, new Checkpoints(folder), List.of())
          .run(new TrainingControl(), Progress.NONE);
      return null;
    });
    assertTrue(seen.size() <= threads, seen.toString());
    assertTrue(seen.stream().allMatch(thread -> thread.getName().equals("deep-matting-worker")), seen.toString());
    FakeTrainer outside = new FakeTrainer();
    training(outside, plan, Validator.NONE).run(new TrainingControl(), Progress.NONE);
    assertEquals(20, outside.steps());
    assertArrayEquals(outside.weights().get("weight").values(), several.weights().get("weight").values());
  }

  @Test
  void aFolderThatVanishesIsNamed() throws IOException {
    Path work = Files.createDirectory(folder.resolve("work"));
    TrainingListener vanishing = new TrainingListener() {
      @Override
      public void stepped(Step step) throws IOException {
        if (step.step() == 3) Files.delete(work);
      }
    };
    for (boolean curves : new boolean[] {true, false}) {
      Files.createDirectories(work);
      List<TrainingListener> listeners = new ArrayList<>(List.of(vanishing));
      if (curves) listeners.add(0, new CurveFile(work.resolve("curves.csv"), 4));
      // Its file stands for a disk that is gone but for that.
      if (curves) Files.delete(work.resolve("curves.csv"));
      Training training = new Training(new FakeTrainer(), NOISE, SampleQueueTest.PLAIN,
          plan(100, phase(TrainedLayers.ENCODER_DECODER, 5)), Validator.NONE, new Checkpoints(work), listeners);
      String message = assertThrows(
          IOException.class, () -> training.run(new TrainingControl(), Progress.NONE)).getMessage();
      String what = curves ? "Curves and previews of the training" : "The checkpoint";
      assertTrue(message.startsWith(what + " could not be written to " + work + " (the folder is gone)"), message);
      assertTrue(message.contains("then resume"), message);
    }
  }

  @Test
  void theBestValidationIsKept() throws IOException {
    Iterator<Double> scores = List.of(5.0, 3.0, 4.0, 6.0).iterator();
    List<Boolean> best = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    FakeTrainer trainer = new FakeTrainer();
    Validator validator = network -> {
      weights.add(trainer.weights().get("weight").values()[0]);
      return Map.of("score", scores.next());
    };
    training(trainer, plan(2, phase(TrainedLayers.ENCODER_DECODER, 8)), validator, new TrainingListener() {
      @Override
      public void validated(long step, Map<String, Double> values, boolean isBest) {
        best.add(isBest);
      }
    }).run(new TrainingControl(), Progress.NONE);
    assertEquals(List.of(true, true, false, false), best);
    Weights kept = Npz.read(folder.resolve(Checkpoints.BEST));
    assertEquals(weights.get(1), kept.get("weight").values()[0]);
    assertEquals(weights.get(3), Npz.read(folder.resolve(Checkpoints.LAST)).get("weight").values()[0]);
  }

  @Test
  void aPhaseEndsWhenValidationGetsNoBetter() throws IOException {
    FakeTrainer trainer = new FakeTrainer();
    TrainingPhase patient = new TrainingPhase(
        TrainedLayers.ENCODER_DECODER, 1000, 2, List.of(new Crops(0, 32, 1)), RATE);
    training(trainer, plan(1, patient), network -> Map.of("score", 1.0)).run(new TrainingControl(), Progress.NONE);
    assertEquals(3, trainer.steps());
  }

  @Test
  void finishNowEndsInOrder() throws IOException {
    FakeTrainer trainer = new FakeTrainer();
    TrainingControl control = new TrainingControl();
    training(trainer, plan(100, phase(TrainedLayers.ENCODER_DECODER, 1000), phase(TrainedLayers.REFINEMENT, 5)),
        Validator.NONE, new TrainingListener() {
          @Override
          public void stepped(Step step) {
            if (step.step() == 3) control.finishNow();
          }
        }).run(control, Progress.NONE);
    assertEquals(3, trainer.steps());
    assertTrue(Files.exists(folder.resolve(Checkpoints.LAST)));
    FakeTrainer fresh = new FakeTrainer();
    Training resumed = training(fresh, plan(100, phase(TrainedLayers.ENCODER_DECODER, 5)), Validator.NONE);
    assertTrue(resumed.resume());
    resumed.run(new TrainingControl(), Progress.NONE);
    assertEquals(5, fresh.steps());
  }

  @Test
  void cancellingWritesACheckpointFirst() throws IOException {
    FakeTrainer trainer = new FakeTrainer();
    Progress cancelled = new Progress() {
      @Override
      public boolean isCancelled() {
        return trainer.steps() == 2;
      }
    };
    Training training = training(trainer, plan(100, phase(TrainedLayers.ENCODER_DECODER, 1000)), Validator.NONE);
    assertThrows(CancellationException.class, () -> training.run(new TrainingControl(), cancelled));
    FakeTrainer fresh = new FakeTrainer();
    assertTrue(training(fresh, plan(100, phase(TrainedLayers.ENCODER_DECODER, 1000)), Validator.NONE).resume());
    assertEquals(2, fresh.steps());
  }

  @Test
  void curvesAreWrittenAndGoOnAfterAResume() throws IOException {
    Path file = folder.resolve("curves.csv");
    for (int run = 0; run < 2; run++) {
      Training training = training(new FakeTrainer(), plan(2, phase(TrainedLayers.ENCODER_DECODER, 4)),
          network -> Collections.singletonMap("sad", 2.0), new CurveFile(file, 2));
      training.run(new TrainingControl(), Progress.NONE);
    }
    List<String> lines = Files.readAllLines(file);
    assertEquals(1 + 2 * 4, lines.size());
    assertTrue(lines.get(1).startsWith("train,encoder-decoder,2,1.00000"), lines.get(1));
    assertEquals("validation,encoder-decoder,2,,,,,,,,,best; sad 2.00000", lines.get(2));
  }

  /** The start scores 4; nothing that the training makes is better. */
  @Test
  void aStartThatIsBetterStaysTheBest() throws IOException {
    Iterator<Double> scores = List.of(4.0, 6.0, 5.0).iterator();
    List<Boolean> best = new ArrayList<>();
    FakeTrainer trainer = new FakeTrainer();
    Training training = training(trainer, plan(2, phase(TrainedLayers.END_TO_END, 4)),
        network -> Map.of("score", scores.next()), new TrainingListener() {
          @Override
          public void validated(long step, Map<String, Double> values, boolean isBest) {
            best.add(isBest);
          }
        });
    float start = trainer.weights().get("weight").values()[0];
    training.measureStart();
    training.run(new TrainingControl(), Progress.NONE);
    assertEquals(List.of(true, false, false), best);
    assertEquals(start, Npz.read(folder.resolve(Checkpoints.BEST)).get("weight").values()[0]);
  }

  /** The last of three phases goes on to the new length; a length that is used up leaves nothing to do. */
  @Test
  void aFinishedTrainingGoesOnWithMoreStepsAndOnlyThen() throws IOException {
    TrainingPhase[] phases = {phase(TrainedLayers.ENCODER_DECODER, 4), phase(TrainedLayers.REFINEMENT, 2),
        phase(TrainedLayers.END_TO_END, 2)};
    training(new FakeTrainer(), plan(100, phases), Validator.NONE).run(new TrainingControl(), Progress.NONE);
    for (long steps : new long[] {8, 5}) {
      Training same = training(new FakeTrainer(), longer(plan(100, phases), steps), Validator.NONE);
      assertTrue(same.resume());
      assertTrue(same.isFinished());
      assertTrue(same.reason().contains("its 8 steps"), same.reason());
    }
    FakeTrainer trainer = new FakeTrainer();
    List<Double> shares = new ArrayList<>();
    Training more = training(trainer, longer(plan(100, phases), 12), Validator.NONE, new TrainingListener() {
      @Override
      public void stepped(Step step) {
        shares.add(step.share());
      }
    });
    assertTrue(more.resume());
    assertFalse(more.isFinished());
    more.run(new TrainingControl(), Progress.NONE);
    assertEquals(12, trainer.steps());
    assertEquals(Collections.nCopies(4, TrainedLayers.END_TO_END), trainer.phases);
    // By hand: 6 steps lie before the last phase, so it has 6 of the 12, of which the third is the first new one.
    assertEquals(List.of(3 / 6.0, 4 / 6.0, 5 / 6.0, 1.0), shares);
  }

  private static TrainingPlan longer(TrainingPlan plan, long steps) {
    return plan.recipe().plan(TrainingLength.ofSteps(steps), NetworkConfigurations.named("compact"), plan.seed());
  }

  @Test
  void aTrainingThatLostItsPatienceSaysSo() throws IOException {
    TrainingPhase patient = new TrainingPhase(
        TrainedLayers.ENCODER_DECODER, 1000, 2, List.of(new Crops(0, 32, 1)), RATE);
    training(new FakeTrainer(), plan(1, patient), network -> Map.of("score", 1.0)).run(new TrainingControl(),
        Progress.NONE);
    Training again = training(new FakeTrainer(), longer(plan(1, patient), 2000), network -> Map.of("score", 1.0));
    assertTrue(again.resume());
    assertTrue(again.isFinished());
    assertTrue(again.reason().contains("patience") && again.reason().contains("last 2 validations"), again.reason());
  }

  /** 400 steps are validated after every 40 though the recipe says 1000; 100 not oftener than after 20. */
  @Test
  void shortTrainingsAreValidatedToo() throws IOException {
    for (int[] stepsAndCount : new int[][] {{400, 10}, {100, 5}}) {
      List<Integer> times = new ArrayList<>();
      Path own = Files.createDirectory(folder.resolve("steps" + stepsAndCount[0]));
      new Training(new FakeTrainer(), NOISE, SampleQueueTest.PLAIN,
          plan(1000, phase(TrainedLayers.ENCODER_DECODER, stepsAndCount[0])), network -> {
            times.add(1);
            return Map.of("score", 1.0);
          }, new Checkpoints(own), List.of()).run(new TrainingControl(), Progress.NONE);
      assertEquals(stepsAndCount[1], times.size());
    }
  }
}
