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
package io.github.deepmatting.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.Fonts;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.model.ModelDescription;
import io.github.deepmatting.model.ModelFolder;
import io.github.deepmatting.training.samples.TestImages;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code train}, with a tiny network in the real engine. */
@Timeout(120)
class TrainCommandTest {

  @TempDir private Path folder;
  private Path foregrounds;
  private Path backgrounds;
  private Path network;
  private Path recipe;

  @BeforeEach
  void files() throws Exception {
    foregrounds = TestImages.foregrounds(folder);
    backgrounds = TestImages.backgrounds(folder);
    network = folder.resolve("tiny.yaml");
    try (InputStream stream = getClass().getResourceAsStream("/io/github/deepmatting/tensorflow/compact-tiny.yaml")) {
      Files.copy(stream, network);
    }
    recipe = folder.resolve("small.yaml");
    try (InputStream stream = getClass().getResourceAsStream("/training/compact.yaml")) {
      Files.writeString(recipe, new String(stream.readAllBytes()).replaceAll("size: \\d+, batch: \\d", "size: 32, batch: 1")
          .replace("validation-steps: 1000", "validation-steps: 4"));
    }
  }

  /** What is given here goes before what is given by default. */
  private CommandLineRun train(Object... options) {
    Map<Object, Object> all = new LinkedHashMap<>(Map.of("--foregrounds", foregrounds, "--backgrounds", backgrounds,
        "--network", network, "--recipe", recipe, "--out", folder.resolve("model"), "--threads", 1));
    for (int i = 0; i < options.length; i += 2) all.put(options[i], options[i + 1]);
    return CommandLineRun.of(Stream.concat(Stream.of("train"),
        all.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())).toArray());
  }

  @Test
  void aTrainedModelMattesAtOnce() throws Exception {
    Engines.assumeThere();
    Path cases = folder.resolve("cases");
    for (String kind : List.of("image", "trimap", "alpha")) Files.createDirectories(cases.resolve(kind));
    Pictures.save(Pictures.rgb(), cases.resolve("image/bee.png"));
    Pictures.save(Pictures.trimap(), cases.resolve("trimap/bee.png"));
    Pictures.save(Pictures.trimap(), cases.resolve("alpha/bee.png"));
    CommandLineRun run = train("--steps", 6, "--validation", cases, "--photographed", cases, "--author", "Ada",
        "--license", "CC0-1.0", "--name", "Bees (first)", "--half-precision", true);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("validation at step 4: sad ") && run.err().contains("Wrote the model"), run.err());
    ModelDescription model = ModelFolder.describe(folder.resolve("model"));
    assertEquals("Bees (first)", model.name());
    assertEquals(6, model.training().get("steps"));
    if (Fonts.areThere())
      assertTrue(ImageIO.read(folder.resolve("model.training/curves.png").toFile()).getWidth() > 600);
    CommandLineRun matte = CommandLineRun.of("matte", cases.resolve("image/bee.png"), "--trimap",
        cases.resolve("trimap/bee.png"), "--out", folder.resolve("mattes"), "--model", folder.resolve("model"));
    assertEquals(0, matte.exitCode(), matte.err());
    assertTrue(Files.exists(folder.resolve("mattes/bee-alpha.tif")));

    // Fine-tuned: network and weights are the model's.
    CommandLineRun tuned = CommandLineRun.of("train", "--backgrounds", backgrounds, "--recipe", recipe, "--weights",
        folder.resolve("model"), "--steps", 3, "--threads", 1, "--out", folder.resolve("tuned"));
    assertEquals(0, tuned.exitCode(), tuned.err());
    assertEquals("Bees (first)", ModelFolder.describe(folder.resolve("tuned")).training().get("start"));
  }

  @Test
  void everyProblemOfTheDataIsTold() throws Exception {
    Files.writeString(foregrounds.resolve("text.png"), "no image");
    Files.writeString(backgrounds.resolve("broken.jpg"), "no image either");
    CommandLineRun run = train("--steps", 6, "--validation", folder.resolve("nowhere"));
    assertEquals(1, run.exitCode());
    for (String part : List.of("text.png", "broken.jpg", "nowhere"))
      assertTrue(run.err().contains(part), run.err());
    assertFalse(Files.exists(folder.resolve("model")));
  }

  @Test
  void wrongUsageIsTold() {
    assertUsage("There is no network 'huge'", train("--network", "huge"));
    assertUsage("There is no recipe 'secret'", train("--recipe", "secret"));
    assertUsage("minutes", train("--minutes", "-3"));
    assertUsage("A model's name must", train("--name", "?"));
    assertUsage("--backgrounds", CommandLineRun.of("train", "--foregrounds", foregrounds, "--out", folder.resolve("m")));
    assertUsage("The number of threads is -1", train("--threads", -1));
    CommandLineRun missing = train("--recipe", folder.resolve("none.yaml"));
    assertEquals(1, missing.exitCode());
    assertTrue(missing.err().contains("none.yaml"), missing.err());
  }

  private static void assertUsage(String part, CommandLineRun run) {
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains(part), run.err());
  }
}
