import com.sun.management.OperatingSystemMXBean;
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import io.github.deepmatting.training.loop.Batch;
import io.github.deepmatting.training.loop.Checkpoints;
import io.github.deepmatting.training.loop.FeatureEncoder;
import io.github.deepmatting.training.data.Foregrounds;
import io.github.deepmatting.training.data.Photographs;
import io.github.deepmatting.training.samples.SampleComposer;
import io.github.deepmatting.training.samples.SampleSource;
import io.github.deepmatting.training.loop.Training;
import io.github.deepmatting.training.loop.TrainingControl;
import io.github.deepmatting.training.loop.TrainingListener;
import io.github.deepmatting.training.recipe.TrainingLength;
import io.github.deepmatting.training.recipe.TrainingPlan;
import io.github.deepmatting.training.recipe.TrainingRecipe;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.loop.Validator;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * What scripts/benchmark-training runs: steps per second of the training loop against the bare step on ready tensors,
 * in turn, in one process; then memory over many small steps. Arguments, all optional: foregrounds=FOLDER
 * backgrounds=FOLDER rounds=N steps=N (a round) workers=N queue=N threads=N memory=STEPS (0 for none) only=N (the
 * crops of that number alone).
 */
public final class BenchmarkTraining {

  /** Until the store of samples is full, each is composed for its use alone. */
  private static final int WARM_UP = 40;
  private static final String WORKER = "deep-matting-worker";

  private final NetworkConfiguration network = NetworkConfigurations.find("compact");
  private final TrainingRecipe recipe = TrainingRecipes.named("compact");
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Map<String, String> given;
  private final Path folder;
  private final SampleSource samples;
  private final NetworkTrainer trainer;
  private long seed = 1;

  /** Seconds of a step on the clock, of all processors together, of those that compose, and waiting for samples. */
  private record Times(double clock, double processors, double composing, double waiting, Batch last) {}

  private BenchmarkTraining(Map<String, String> given, Path folder) throws Exception {
    this.given = given;
    this.folder = folder;
    Path backgrounds = given.containsKey("backgrounds")
        ? Path.of(given.get("backgrounds")) : drawnPhotographs(Files.createDirectory(folder.resolve("backgrounds")));
    Photographs photographs = Photographs.read(backgrounds, Progress.NONE);
    boolean read = given.containsKey("foregrounds");
    samples = new SampleComposer(
        read ? Foregrounds.read(Path.of(given.get("foregrounds")), Progress.NONE) : null, photographs,
        recipe.samples());
    Engine engine = EngineLoader.get();
    System.out.println(engine.version() + ", " + Runtime.getRuntime().availableProcessors() + " cores, Java "
        + System.getProperty("java.version") + ", heap at most " + (Runtime.getRuntime().maxMemory() >> 20)
        + " MB, network " + network.name() + ", " + number("workers", recipe.workers()) + " worker(s), queue "
        + number("queue", recipe.queue()) + ", each sample used " + number("reuse", recipe.reuse()) + " times" + (read ? ", foregrounds from files and drawn" : ", foregrounds drawn"));
    trainer = engine.train(network, NetworkLayers.initial(network, 1), recipe.optimizer(number("threads", 0)),
        Engine.DeviceChoice.CPU);
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> given = new LinkedHashMap<>();
    for (String argument : arguments) given.put(argument.replaceAll("=.*", ""), argument.replaceAll("^[^=]*=", ""));
    Path folder = Files.createTempDirectory("benchmark-training");
    try {
      BenchmarkTraining benchmark = new BenchmarkTraining(given, folder);
      benchmark.speed();
      if (benchmark.number("memory", 2000) > 0) benchmark.memory(benchmark.number("memory", 2000));
      benchmark.trainer.close();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
      }
    }
  }

  private int number(String name, int standard) {
    return Integer.parseInt(given.getOrDefault(name, Integer.toString(standard)));
  }

  private void speed() throws Exception {
    System.out.printf(Locale.ROOT, "%-17s %5s %6s %11s %11s %7s %9s %11s %12s %13s%n", "phase", "crop", "batch",
        "bare step/s", "loop step/s", "ratio", "waiting", "bare CPU s", "loop CPU s", "compose CPU s");
    int index = 0;
    double share = 0;
    double bareShare = 0;
    for (TrainingPhase phase : recipe.phases())
      for (int i = 0; i < phase.crops().size(); i++) {
        if (given.containsKey("only") && index++ != number("only", 0)) continue;
        double end = i + 1 < phase.crops().size() ? phase.crops().get(i + 1).from() : 1;
        double time = phase.share() * (end - phase.crops().get(i).from());
        share += time;
        bareShare += time * compare(phase.layers(), phase.crops().get(i));
      }
    if (given.containsKey("only")) return;
    System.out.printf(Locale.ROOT, "The bare steps alone would take %.1f%% of the time that the recipe takes.%n",
        100 * bareShare / share);
  }

  /** Prints a row and returns the ratio. */
  private double compare(TrainedLayers layers, TrainingPhase.Crops crops) throws Exception {
    int rounds = number("rounds", 5);
    int steps = number("steps", 30);
    Batch batch = loop(layers, crops, 1).last(); // the first of a shape is slow
    bare(layers, batch, 10);
    Times[] bare = new Times[rounds];
    Times[] loop = new Times[rounds];
    // In turn, so that what else the machine does falls on both alike.
    for (int i = 0; i < rounds; i++) {
      loop[i] = loop(layers, crops, steps);
      bare[i] = bare(layers, loop[i].last(), steps);
    }
    double bareClock = median(Arrays.stream(bare).mapToDouble(Times::clock).toArray());
    double loopClock = median(Arrays.stream(loop).mapToDouble(Times::clock).toArray());
    System.out.printf(Locale.ROOT, "%-17s %5d %6d %11.3f %11.3f %6.1f%% %8.1f%% %11.3f %12.3f %13.3f%n",
        layers.key(), crops.size(), crops.batch(), 1 / bareClock,
        1 / loopClock, 100 * bareClock / loopClock,
        100 * median(Arrays.stream(loop).mapToDouble(Times::waiting).toArray()) / loopClock,
        median(Arrays.stream(bare).mapToDouble(Times::processors).toArray()),
        median(Arrays.stream(loop).mapToDouble(Times::processors).toArray()),
        median(Arrays.stream(loop).mapToDouble(Times::composing).toArray()));
    return bareClock / loopClock;
  }

  private Times bare(TrainedLayers layers, Batch batch, int steps) {
    int pixels = (int) batch.shape().pixels();
    List<Consumer<FloatBuffer>> inputs = new ArrayList<>();
    for (Consumer<FloatBuffer> writer : batch.inputWriters()) {
      // The second one, of a cascade, has half the width and height.
      FloatBuffer input = FloatBuffer.allocate((pixels >> 2 * inputs.size()) * network.inputChannels());
      writer.accept(input);
      inputs.add(buffer -> buffer.put(input.array()));
    }
    FloatBuffer truth = FloatBuffer.allocate(pixels * NetworkTrainer.TRUTH_CHANNELS);
    batch.writeTruth(truth);
    long start = System.nanoTime();
    long processors = system.getProcessCpuTime();
    for (int i = 0; i < steps; i++)
      trainer.step(layers, batch.shape(), inputs, buffer -> buffer.put(truth.array()),
          1e-5);
    return new Times((System.nanoTime() - start) / 1e9 / steps, (system.getProcessCpuTime() - processors) / 1e9 / steps,
        0, 0, batch);
  }

  /** The loop as it is in a training; its first steps, in which the queue fills, do not count. */
  private Times loop(TrainedLayers layers, TrainingPhase.Crops crops, int steps) throws Exception {
    Times[] times = new Times[1];
    train(layers, crops, WARM_UP + steps, new TrainingListener() {
      private int count;
      private long start;
      private long processors;
      private long composing;
      private double waiting;

      @Override
      public void stepped(Step step) {
        count++;
        if (count > WARM_UP) waiting += step.waited();
        if (count == WARM_UP) {
          composing = workers();
          processors = system.getProcessCpuTime();
          start = System.nanoTime();
        }
        if (count == WARM_UP + steps)
          times[0] = new Times((System.nanoTime() - start) / 1e9 / steps,
              (system.getProcessCpuTime() - processors) / 1e9 / steps, (workers() - composing) / 1e9 / steps,
              waiting / steps, step.batch());
      }
    });
    return times[0];
  }

  private void train(TrainedLayers layers, TrainingPhase.Crops crops, int steps, TrainingListener listener)
      throws Exception {
    TrainingPhase one = new TrainingPhase(layers, 1, 0,
        List.of(new TrainingPhase.Crops(0, crops.size(), crops.batch())), recipe.phases().get(0).rate());
    TrainingRecipe own = new TrainingRecipe("benchmark", 1, Integer.MAX_VALUE, 1e6, number("workers", recipe.workers()),
        number("queue", recipe.queue()), number("reuse", recipe.reuse()), recipe.optimizer(), List.of(one),
        recipe.samples());
    TrainingPlan plan = own.plan(TrainingLength.ofSteps(steps), network, seed++);
    Workers.run(number("threads", 0), () -> {
      new Training(trainer, samples, new FeatureEncoder(network), plan, Validator.NONE,
          new Checkpoints(folder.resolve("work")), List.of(listener)).run(new TrainingControl(), Progress.NONE);
      return null;
    });
  }

  private void memory(int steps) throws Exception {
    System.out.printf(Locale.ROOT, "%nMemory while training on 2 crops of 64x64 pixels%n%6s %12s %8s%n", "step",
        "resident MB", "heap MB");
    train(TrainedLayers.ENCODER_DECODER, new TrainingPhase.Crops(0, 64, 2), steps, new TrainingListener() {
      private int count;

      @Override
      public void stepped(Step step) {
        if (++count % 200 != 0) return;
        // What is garbage says nothing of a leak.
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "%6d %12d %8d%n", count, resident() >> 10,
            runtime.totalMemory() - runtime.freeMemory() >> 20);
      }
    });
  }

  /** The processor time of all workers but the one that trains. */
  private long workers() {
    long sum = -threads.getCurrentThreadCpuTime();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds()))
      if (thread != null && thread.getThreadName().startsWith(WORKER))
        sum += threads.getThreadCpuTime(thread.getThreadId());
    return sum;
  }

  /** Resident size of this process in kB, native memory included; 0 where the system does not tell. */
  private static long resident() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status")))
        if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", ""));
    } catch (java.io.IOException e) {
      // No such system.
    }
    return 0;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Waves of light and colour, as a stand-in for photographs. */
  private static Path drawnPhotographs(Path folder) throws Exception {
    for (int k = 0; k < 8; k++) {
      Random random = new Random(k);
      double[] waves = random.doubles(12, 0.01, 0.2).toArray();
      BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < 600; y++)
        for (int x = 0; x < 800; x++) {
          int rgb = 0;
          for (int c = 0; c < 3; c++) {
            double value = Math.sin(waves[4 * c] * x + waves[4 * c + 1] * y)
                + Math.sin(waves[4 * c + 2] * x - waves[4 * c + 3] * y) + 0.2 * random.nextGaussian();
            rgb = rgb << 8 | (int) Math.max(0, Math.min(255, 128 + 55 * value));
          }
          image.setRGB(x, y, rgb);
        }
      ImageIO.write(image, "png", folder.resolve(k + ".png").toFile());
    }
    return folder;
  }
}
