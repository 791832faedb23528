package io.github.deepmatting.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ColorProcessor;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.ImageFiles;
import io.github.deepmatting.imagej.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From images to a model that the matte command can use, in a few steps of a very small network. */
class TrainCommandTest {

  private static final int SIZE = 96;

  private static final String NETWORK = """
      name: tiny
      inputs: [image, trimap]
      image-offset: [0.5, 0.5, 0.5]
      input-scale: 1
      stem: 1
      encoder: [{convolutions: 1, kernel: 3, width: 4}]
      bottleneck: {convolutions: 1, kernel: 3, width: 4}
      decoder: [{convolutions: 1, kernel: 1, width: 4}, {convolutions: 1, kernel: 3, width: 4}]
      prediction-kernel: 3
      skips: true
      residual: false
      refinement: []
      halo: 8
      """;

  private static final String RECIPE = """
      name: short
      minutes: 1
      validation-steps: 2
      checkpoint-minutes: 5
      workers: 1
      queue: 2
      losses: {alpha: 0.5, compositional: 0.5, laplacian: 0}
      optimizer: {beta1: 0.9, beta2: 0.999, epsilon: 0.00000001, clip-norm: 1, weight-decay: 0, average-decay: 0.9}
      phases:
        - phase: encoder-decoder
          share: 1
          patience: 0
          rate: {peak: 0.001, last: 0.0001, warm-up: 1}
          crops: [{from: 0, size: 64, batch: 1}]
      samples: {procedural: 0, second: 0, blurred-background: 0, defocus: 0, low-contrast: 0, same-photograph: 0,
        plain-background: 0, grey: 0, camera: 0}
      """;

  @TempDir Path folder;
  private Path out;

  @BeforeAll
  static void engine() {
    Engines.assumeThere();
  }

  /** A disc with a soft rim, and a background that rises to the right. */
  @BeforeEach
  void write() throws IOException {
    out = folder.resolve("model");
    Files.writeString(folder.resolve("tiny.yaml"), NETWORK);
    Files.writeString(folder.resolve("short.yaml"), RECIPE);
    int[] disc = new int[SIZE * SIZE];
    ColorProcessor plain = new ColorProcessor(SIZE, SIZE);
    for (int i = 0; i < disc.length; i++) {
      double inside = 30 - Math.hypot(i % SIZE - SIZE / 2, i / SIZE - SIZE / 2);
      disc[i] = (int) (255 * Math.max(0, Math.min(1, 0.5 + inside / 8))) << 24 | 0xc08040;
      plain.set(i, 0x010101 * (2 * (i % SIZE)));
    }
    ImageFiles.saveCutOut(
        disc, SIZE, SIZE, Files.createDirectory(folder.resolve("foregrounds")).resolve("disc.png"), false);
    Pictures.save(plain, Files.createDirectory(folder.resolve("backgrounds")).resolve("plain.png"));
  }

  private CommandLineRun train(Object... more) {
    Object[] arguments = new Object[12 + more.length];
    System.arraycopy(new Object[] {"train", "--backgrounds", folder.resolve("backgrounds"), "--out", out, "--network",
        folder.resolve("tiny.yaml"), "--recipe", folder.resolve("short.yaml"), "--device", "cpu", "--threads=1"}, 0,
        arguments, 0, 12);
    System.arraycopy(more, 0, arguments, 12, more.length);
    return CommandLineRun.of(arguments);
  }

  @Test
  void aTrainedModelMattes() throws Exception {
    CommandLineRun run = train("--foregrounds", folder.resolve("foregrounds"), "--steps", 4);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(CommandLineRun.of("model", "info", out).out().contains("network: tiny, "));
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("bee.png"));
    Path trimap = Pictures.save(Pictures.trimap(), folder.resolve("trimap.png"));
    CommandLineRun matte = CommandLineRun.of("matte", image, "--trimap", trimap, "--model", out, "--out",
        folder.resolve("mattes"), "--outputs", "alpha", "--device", "cpu");
    assertEquals(0, matte.exitCode(), matte.err());

    CommandLineRun again = train("--foregrounds", folder.resolve("foregrounds"), "--steps", 4);
    assertEquals(1, again.exitCode());
    assertTrue(again.err().contains("exists already"), again.err());
  }

  @Test
  void foldersAreCheckedBeforeAnythingIsMade() {
    CommandLineRun run = train("--foregrounds", folder.resolve("nothing"), "--steps", 4);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains(folder.resolve("nothing").toString()), run.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void wrongUsageIsToldApart() {
    assertEquals(2, train("--foregrounds", "f", "--minutes", -1).exitCode());
    assertEquals(2, train("--foregrounds", "f", "--network", "nothing").exitCode());
    assertEquals(2, CommandLineRun.of("train", "--foregrounds", "f", "--out", "o").exitCode());
  }
}
