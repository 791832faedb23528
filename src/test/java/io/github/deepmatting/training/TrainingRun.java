package io.github.deepmatting.training;

import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.NetworkLayers;
import io.github.deepmatting.engine.NetworkTrainer;
import io.github.deepmatting.engine.TrainerOptions;
import io.github.deepmatting.engine.TrainingPhase;
import io.github.deepmatting.engine.Weights;
import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.model.Npz;
import io.github.deepmatting.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trains from a command line until the real command is there. Options, each {@code key=value}: foregrounds,
 * backgrounds, out (folders); validation (folder; optional); network (name or .yaml file; compact); minutes (60);
 * resume (false); seed (1); threads (of the runtime; 0 = all); workers (1); rate (1e-3); size (192); batch (4);
 * large (288); largebatch (2); largefrom (0.7); laplacian (0.5); validate (steps; 500); weights (.npz to start from);
 * phases (all or first; all).
 */
final class TrainingRun {

  private TrainingRun() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new java.util.HashMap<>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      options.put(parts[0], parts[1]);
    }
    Progress progress = new Progress() {
      @Override
      public void begin(String activity, long total) {
        print(activity);
      }
    };
    String network = options.getOrDefault("network", "compact");
    NetworkConfiguration configuration = network.endsWith(".yaml")
        ? NetworkConfigurations.read(Path.of(network)) : NetworkConfigurations.named(network);
    Path out = Files.createDirectories(Path.of(options.get("out")));
    SampleSource samples = new SampleComposer(Foregrounds.read(Path.of(options.get("foregrounds")), progress),
        Photographs.read(Path.of(options.get("backgrounds")), progress), SampleOptions.defaults());
    Validator validator = options.containsKey("validation")
        ? new FolderValidator(Path.of(options.get("validation")), configuration, progress) : Validator.NONE;
    Weights initial = options.containsKey("weights")
        ? Npz.read(Path.of(options.get("weights"))) : NetworkLayers.initial(configuration, number(options, "seed", 1));
    TrainerOptions trainerOptions = new TrainerOptions(0.5, 0.5, real(options, "laplacian", 0.5), 0.9, 0.999, 1e-8, 1,
        real(options, "decay", 1e-4), 0.999, (int) number(options, "threads", 0));
    // By its name, since tests must compile without the runtime.
    Engine engine = (Engine) Class.forName("io.github.deepmatting.tensorflow.TensorFlowEngine")
        .getDeclaredConstructor().newInstance();
    try (NetworkTrainer trainer = engine.train(configuration, initial, trainerOptions, Engine.DeviceChoice.AUTO)) {
      Training training = new Training(trainer, samples, new FeatureEncoder(configuration), plan(options,
          configuration), validator, new Checkpoints(out), List.of(new CurveFile(out.resolve("curves.csv"), 50),
          new Printer()));
      if (Boolean.parseBoolean(options.getOrDefault("resume", "false")) && training.resume())
        print("resumed at step " + trainer.steps());
      training.run(new TrainingControl(), progress);
    }
  }

  private static TrainingPlan plan(Map<String, String> options, NetworkConfiguration configuration) {
    double minutes = real(options, "minutes", 60);
    double rate = real(options, "rate", 1e-3);
    TrainingStage.Crops small = new TrainingStage.Crops(
        0, (int) number(options, "size", 192), (int) number(options, "batch", 4));
    int large = (int) number(options, "large", 288);
    int batch = (int) number(options, "largebatch", 2);
    List<TrainingStage.Crops> growing =
        List.of(small, new TrainingStage.Crops(real(options, "largefrom", 0.7), large, batch));
    List<TrainingStage.Crops> big = List.of(new TrainingStage.Crops(0, large, batch));
    boolean all = configuration.stages() == 2 && options.getOrDefault("phases", "all").equals("all");
    TrainingStage first = new TrainingStage(TrainingPhase.ENCODER_DECODER, 0, all ? 0.75 * minutes : minutes, 0,
        growing, new LearningRate(rate, rate / 100, 300));
    List<TrainingStage> stages = !all ? List.of(first) : List.of(first,
        new TrainingStage(TrainingPhase.REFINEMENT, 0, 0.1 * minutes, 0, big,
            new LearningRate(rate / 2, rate / 20, 50)),
        new TrainingStage(TrainingPhase.END_TO_END, 0, 0.15 * minutes, 0, big,
            new LearningRate(rate / 5, rate / 200, 50)));
    return new TrainingPlan(stages, number(options, "seed", 1), number(options, "validate", 500), 5,
        (int) number(options, "workers", 1), 4);
  }

  private static long number(Map<String, String> options, String key, long otherwise) {
    return Long.parseLong(options.getOrDefault(key, Long.toString(otherwise)));
  }

  private static double real(Map<String, String> options, String key, double otherwise) {
    return Double.parseDouble(options.getOrDefault(key, Double.toString(otherwise)));
  }

  private static void print(String line) {
    System.out.println(java.time.LocalTime.now().withNano(0) + " " + line);
  }

  private static final class Printer implements TrainingListener {
    private double loss = Double.NaN;
    private double seconds;
    private double waited;

    @Override
    public void stepped(Step step) {
      loss = Double.isNaN(loss) ? step.report().loss() : 0.98 * loss + 0.02 * step.report().loss();
      seconds += step.seconds();
      waited += step.waited();
      if (step.step() % 50 != 0) return;
      print(String.format(Locale.ROOT, "step %d (%.1f %%) loss %.4f (alpha %.4f) rate %.2g norm %.3f %.3f s/step, %.0f %% waiting",
          step.step(), 100 * step.share(), loss, step.report().alphaLoss(), step.rate(), step.report().gradientNorm(),
          seconds / 50, 100 * waited / seconds));
      seconds = 0;
      waited = 0;
    }

    @Override
    public void validated(int stage, long step, Map<String, Double> scores, boolean best) {
      print("validation at step " + step + (best ? " (best): " : ": ") + scores);
    }
  }
}
