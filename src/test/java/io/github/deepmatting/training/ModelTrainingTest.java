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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.ModelFolder;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.network.Weights;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.loop.FakeEngine;
import io.github.deepmatting.training.loop.FakeTrainer;
import io.github.deepmatting.training.loop.SmallRecipe;
import io.github.deepmatting.training.loop.TrainingControl;
import io.github.deepmatting.training.loop.TrainingListener;
import io.github.deepmatting.training.recipe.TrainingLength;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.recipe.TrainingRecipe;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import io.github.deepmatting.training.samples.TestImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a request to a model folder, with a network that costs nothing. */
@Timeout(60)
class ModelTrainingTest {

  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();
  private final List<String> told = new ArrayList<>();
  private final Progress listening = new Progress() {
    @Override
    public void info(String message) {
      told.add(message);
    }

    @Override
    public void warn(String message) {
      told.add("warning: " + message);
    }
  };
  private TrainingData data;
  private Path out;

  @BeforeEach
  void images() throws IOException {
    data = TrainingData.of(TestImages.foregrounds(folder), TestImages.backgrounds(folder));
    out = folder.resolve("model");
  }

  private TrainingRequest request(Optional<Path> validation, Optional<InitialWeights> start, boolean resume,
      long steps) {
    return new TrainingRequest(data, validation, out, FakeTrainer.CONFIGURATION, start, SmallRecipe.of(2),
        TrainingLength.ofSteps(steps), 7, DeviceChoice.CPU, 1, resume, false,
        new ModelLabel("A test model", "Ada", "CC0-1.0"));
  }

  private TrainedModel train(TrainingRequest request, TrainingListener... listeners) throws IOException {
    return new ModelTraining(request, () -> engine, List.of(listeners)).run(new TrainingControl(), listening);
  }

  private Path validation() throws IOException {
    Path cases = folder.resolve("validation");
    write(cases.resolve("image"), BufferedImage.TYPE_INT_RGB, 0x808080);
    write(cases.resolve("trimap"), BufferedImage.TYPE_BYTE_GRAY, 128);
    write(cases.resolve("alpha"), BufferedImage.TYPE_BYTE_GRAY, 51);
    return cases;
  }

  private static void write(Path kind, int type, int value) throws IOException {
    BufferedImage image = new BufferedImage(40, 36, type);
    for (int y = 0; y < 36; y++)
      for (int x = 0; x < 40; x++)
        if (type == BufferedImage.TYPE_INT_RGB) image.setRGB(x, y, value);
        else image.getRaster().setSample(x, y, 0, value);
    Files.createDirectories(kind);
    ImageIO.write(image, "png", kind.resolve("grey.png").toFile());
  }

  @Test
  void aModelFolderComesOut() throws IOException {
    TrainedModel trained = train(request(Optional.of(validation()), Optional.empty(), false, 5));
    assertEquals(5, trained.steps());
    assertEquals(TrainedModel.Source.BEST, trained.source());
    // By hand: alpha 0.5 against 51/255 in 40 x 36 unknown pixels.
    assertEquals(0.3 * 1440 / 1000, trained.scores().get("sad"), 1e-6);
    MattingModel model = ModelFolder.read(out);
    assertEquals("A test model", model.description().name());
    assertEquals(List.of("Ada"), model.description().authors());
    assertEquals("CC0-1.0", model.description().license());
    assertEquals("auto", model.description().normalization());
    assertEquals(FakeTrainer.CONFIGURATION, model.network());
    Map<String, Object> training = model.description().training();
    assertEquals(5, training.get("steps"));
    assertEquals(7, training.get("seed"));
    assertEquals(Map.of("foregrounds", 3, "backgrounds", 2), training.get("data"));
    assertEquals("small", ((Map<?, ?>) training.get("recipe")).get("name"));
    String card = Files.readString(out.resolve(ModelFolder.CARD_FILE));
    assertTrue(card.contains("# A test model") && card.contains("5 steps, seed 7") && card.contains("| 0.43 | 0.0900 |"),
        card);
    Path work = folder.resolve("model.training");
    for (String name : List.of("curves.csv", "recipe.yaml", "best.npz", "checkpoint.npz"))
      assertTrue(Files.exists(work.resolve(name)), name);
    // Validated after 2 and 4 steps and at the end; every time there is a preview.
    assertEquals(List.of("step-00000002.png", "step-00000004.png", "step-00000005.png"), names(work.resolve("previews")));
    assertEquals(SmallRecipe.of(2), TrainingRecipes.read(work.resolve("recipe.yaml")));
    assertEquals(1, engine.options.threads());
  }

  /** With one thread, whoever asked waits, and no other thread has anything of this program to do. */
  @Test
  void oneThreadIsOneThread() throws IOException {
    Thread caller = Thread.currentThread();
    Set<Thread> seen = new HashSet<>();
    train(request(Optional.empty(), Optional.empty(), false, 5), new TrainingListener() {
      @Override
      public void stepped(Step step) {
        Thread.getAllStackTraces().forEach((thread, calls) -> {
          if (thread != caller && Arrays.stream(calls).anyMatch(call -> call.getClassName().startsWith(
              "io.github.deepmatting.training."))) seen.add(thread);
        });
        assertEquals(Set.of(Thread.currentThread()), seen);
      }
    });
    assertEquals(List.of("deep-matting-worker"), seen.stream().map(Thread::getName).toList());
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A row of a preview: image, trimap, alpha (the constant 0.5 where unknown), truth, with 4 pixels between. */
  @Test
  void previewsShowAlphaBesideTheTruth() throws IOException {
    List<BufferedImage> strips = new ArrayList<>();
    train(request(Optional.of(validation()), Optional.empty(), false, 2), new TrainingListener() {
      @Override
      public void previewed(long step, BufferedImage strip) {
        strips.add(strip);
      }
    });
    BufferedImage strip = strips.get(0);
    assertEquals(4 * 32 + 3 * 4, strip.getWidth());
    assertEquals(5 * 32 + 4 * 4, strip.getHeight());
    int[] expected = {0x808080, 0x808080, 0x808080, 0x333333};
    for (int tile = 0; tile < 4; tile++)
      assertEquals(expected[tile], strip.getRGB(tile * 36 + 16, 16) & 0xffffff, "tile " + tile);
  }

  @Test
  void everyProblemIsToldBeforeTheEngineIsAskedFor() throws IOException {
    Path broken = data.foregrounds().orElseThrow().resolve("broken.png");
    Files.write(broken, new byte[] {1, 2});
    data = new TrainingData(data.foregrounds(), Optional.empty(), List.of(), folder.resolve("nowhere"),
        Optional.empty(), 0.5, 0);
    Files.createDirectory(out);
    ModelTraining training = new ModelTraining(request(Optional.of(folder.resolve("none")), Optional.empty(), false, 5),
        () -> {
          throw new AssertionError("The engine was asked for");
        }, List.of());
    String message = assertThrows(
        IOException.class, () -> training.run(new TrainingControl(), Progress.NONE)).getMessage();
    for (String part : List.of("broken.png", "nowhere: there is no such file or folder", "none", "model exists already"))
      assertTrue(message.contains(part), message);
  }

  /** They are mirrored at their borders, which is not what one may expect. */
  @Test
  void backgroundsSmallerThanACropAreToldOf() throws IOException {
    write(data.backgrounds(), BufferedImage.TYPE_INT_RGB, 0x336699);
    Path small = data.backgrounds().resolve("grey.png");
    ImageIO.write(ImageIO.read(small.toFile()).getSubimage(0, 0, 40, 31), "png", small.toFile());
    train(request(Optional.empty(), Optional.empty(), false, 2));
    assertTrue(told.stream().anyMatch(message -> message.startsWith("warning: 1 of 3 images")
        && message.contains("smaller than a crop of 32x32")), told.toString());
  }

  @Test
  void weightsToStartFromAreUsedAndChecked() throws IOException {
    Weights weights = NetworkLayers.initial(FakeTrainer.CONFIGURATION, 99);
    train(request(Optional.empty(), Optional.of(new InitialWeights("other", Optional.empty(), weights)), false, 2));
    assertSame(weights, engine.initial);
    assertEquals("other", ModelFolder.describe(out).training().get("start"));
    InitialWeights wrong = new InitialWeights("wrong", Optional.empty(), new Weights(Map.of()));
    String message = assertThrows(IllegalArgumentException.class,
        () -> request(Optional.empty(), Optional.of(wrong), false, 2)).getMessage();
    assertTrue(message.contains("conv1_1/kernel is missing"), message);
  }

  @Test
  void cropsThatTheNetworkCannotTakeAreRefused() {
    TrainingRecipe small = SmallRecipe.of(2);
    TrainingRecipe odd = new TrainingRecipe("odd", 1, 2, 100, 1, 2, 2, small.optimizer(),
        List.of(new TrainingPhase(TrainedLayers.ENCODER_DECODER, 1, 0, List.of(new TrainingPhase.Crops(0, 33, 1)),
            small.phases().get(0).rate())), small.samples());
    String message = assertThrows(IllegalArgumentException.class, () -> new TrainingRequest(data, Optional.empty(), out,
        FakeTrainer.CONFIGURATION, Optional.empty(), odd, TrainingLength.ofSteps(1), 7, DeviceChoice.CPU, 1, false,
        false, new ModelLabel("A test model", "Ada", "CC0-1.0"))).getMessage();
    assertTrue(message.contains("'odd' has crops of 33 pixels") && message.contains("multiples of 2"), message);
  }

  @Test
  void aCancelledTrainingIsResumedAndAnOlderModelStays() throws IOException {
    Progress cancelling = new Progress() {
      @Override
      public boolean isCancelled() {
        return engine.trainer != null && engine.trainer.steps() == 3;
      }
    };
    ModelTraining training = new ModelTraining(
        request(Optional.empty(), Optional.empty(), false, 6), () -> engine, List.of());
    assertThrows(CancellationException.class, () -> training.run(new TrainingControl(), cancelling));
    assertFalse(Files.exists(out));
    assertTrue(assertThrows(IOException.class, () -> train(request(Optional.empty(), Optional.empty(), false, 6)))
        .getMessage().contains("holds a training already"));
    assertEquals(6, train(request(Optional.empty(), Optional.empty(), true, 6)).steps());
    assertEquals(3, engine.trainer.phases.size());
    // The training is over and its model is there: nothing is written.
    byte[] weights = Files.readAllBytes(out.resolve("weights.npz"));
    String description = Files.readString(out.resolve("rdf.yaml"));
    for (int i = 0; i < 2; i++) {
      TrainedModel again = train(request(Optional.empty(), Optional.empty(), true, 6));
      assertFalse(again.written());
      assertTrue(again.summary().contains("left as it is"), again.summary());
      assertTrue(engine.trainer.phases.isEmpty());
      assertTrue(told.stream().anyMatch(line -> line.contains("finished after step 6: its 6 steps")), told.toString());
    }
    assertArrayEquals(weights, Files.readAllBytes(out.resolve("weights.npz")));
    assertEquals(description, Files.readString(out.resolve("rdf.yaml")));
    assertFalse(Files.exists(folder.resolve("model.previous")));
    // With more steps it goes on, and the model of before is kept.
    assertEquals(9, train(request(Optional.empty(), Optional.empty(), true, 9)).steps());
    assertEquals(3, engine.trainer.phases.size());
    assertEquals(6, ModelFolder.describe(folder.resolve("model.previous")).training().get("steps"));
  }

  @Test
  void finishingMakesAModelOfWhatThereIs() throws IOException {
    TrainingControl control = new TrainingControl();
    TrainedModel trained = new ModelTraining(request(Optional.empty(), Optional.empty(), false, 1000), () -> engine,
        List.of(new TrainingListener() {
          @Override
          public void stepped(Step step) {
            if (step.step() == 3) control.finishNow();
          }
        })).run(control, Progress.NONE);
    assertEquals(3, trained.steps());
    assertEquals(3, ModelFolder.describe(out).training().get("steps"));
  }

  @Test
  void finishingBeforeTheFirstStepMakesNone() throws IOException {
    TrainingControl control = new TrainingControl();
    control.finishNow();
    ModelTraining training =
        new ModelTraining(request(Optional.empty(), Optional.empty(), false, 1000), () -> engine, List.of());
    assertTrue(assertThrows(IOException.class, () -> training.run(control, Progress.NONE)).getMessage()
        .contains("before its first step"));
    assertFalse(Files.exists(out));
  }

  private InitialWeights start() {
    return new InitialWeights("older", Optional.empty(), NetworkLayers.initial(FakeTrainer.CONFIGURATION, 99));
  }

  /** The truth is 0.2. The start says 0.3, the training makes 0.5 of it, and the mean of both 0.4. */
  @Test
  void aFineTunedModelIsNeverWorseThanItsStart() throws IOException {
    engine.alpha = weights -> weights.contains("weight") ? 0.5f : 0.3f;
    TrainedModel trained = train(request(Optional.of(validation()), Optional.of(start()), false, 5));
    assertEquals(TrainedModel.Source.START, trained.source());
    // By hand: 0.1 in 40 x 36 pixels.
    assertEquals(0.144, trained.scores().get("sad"), 1e-6);
    assertTrue(trained.summary().endsWith("No weights were better than the start, older (SAD 0.144, 1 validation"
        + " images), so the model is the start unchanged"), trained.summary());
    assertArrayEquals(start().weights().get("conv1_1/kernel").values(),
        ModelFolder.read(out).weights().get("conv1_1/kernel").values());
    assertTrue(told.stream().anyMatch(line -> line.startsWith("the start: sad")), told.toString());
    assertTrue(told.stream().noneMatch(line -> line.contains("best so far")), told.toString());
    assertTrue(told.stream().anyMatch(line -> line.startsWith("warning: There are only 1 images to validate with")));
  }

  /** The start says 0.7; what was trained 0.5, which is nearer to the truth 0.2. */
  @Test
  void theGainOverTheStartIsTold() throws IOException {
    engine.alpha = weights -> weights.contains("weight") ? 0.5f : 0.7f;
    TrainedModel trained = train(request(Optional.of(validation()), Optional.of(start()), false, 5));
    assertEquals(TrainedModel.Source.BEST, trained.source());
    Improvement improvement = trained.improvement().orElseThrow();
    assertEquals(0.72, improvement.before(), 1e-6);
    assertEquals(0.432, improvement.after(), 1e-6);
    assertTrue(trained.summary().contains("better than its start older (0.720) by 0.288, 40.0 %"), trained.summary());
    assertTrue(Files.readString(out.resolve(ModelFolder.CARD_FILE)).contains("better than its start older"));
  }

  @Test
  void aSecondTrainingWithTheSameFolderIsRefusedAtOnce() throws IOException {
    IOException[] refused = new IOException[1];
    train(request(Optional.empty(), Optional.empty(), false, 3), new TrainingListener() {
      @Override
      public void stepped(Step step) {
        if (step.step() == 2) refused[0] = assertThrows(IOException.class,
            () -> new ModelTraining(request(Optional.empty(), Optional.empty(), true, 3), () -> {
              throw new AssertionError("The engine was asked for");
            }, List.of()).run(new TrainingControl(), Progress.NONE));
      }
    });
    String message = refused[0].getMessage();
    assertTrue(message.contains(folder.resolve("model.training") + ": is in use by another training"), message);
  }

  @Test
  void whatAKilledTrainingLeftIsRemoved() throws IOException {
    Path work = Files.createDirectories(folder.resolve("model.training/previews")).getParent();
    String id = ".123e4567-e89b-12d3-a456-426614174000";
    List<Path> left = List.of(work.resolve(".checkpoint.new.npz" + id + ".tmp"), work.resolve(".curves.png" + id + ".part"),
        work.resolve("previews/.step-00000001.png" + id + ".part"), folder.resolve(".model" + id + ".tmp"));
    for (Path file : left) Files.createFile(file);
    Path others = Files.createFile(folder.resolve(".another" + id + ".tmp"));
    train(request(Optional.empty(), Optional.empty(), false, 2));
    for (Path file : left) assertFalse(Files.exists(file), file.toString());
    assertTrue(Files.exists(others));
  }

  /** One of the three foregrounds, and one of the two backgrounds, are kept out. */
  @Test
  void heldBackForegroundsValidate() throws IOException {
    data = new TrainingData(data.foregrounds(), Optional.empty(), List.of(), data.backgrounds(), Optional.empty(), 0.5, 1);
    TrainedModel trained = train(request(Optional.empty(), Optional.of(start()), false, 3));
    assertEquals(1, trained.improvement().orElseThrow().images());
    assertEquals(Map.of("foregrounds", 2, "backgrounds", 1, "held back", 1),
        ModelFolder.describe(out).training().get("data"));
    assertTrue(trained.scores().containsKey("sad held back 1"), trained.scores().toString());
    data = new TrainingData(data.foregrounds(), Optional.empty(), List.of(), data.backgrounds(), Optional.empty(), 0.5, 3);
    out = folder.resolve("other");
    String message = assertThrows(
        IOException.class, () -> train(request(Optional.empty(), Optional.empty(), false, 3))).getMessage();
    assertTrue(message.contains("3 foregrounds are to be held back, of 3"), message);
  }
}
