import io.github.deepmatting.closedform.AlphaSmoothing;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.features.InputFeatures;
import io.github.deepmatting.foreground.ForegroundEstimation;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.image.HalfImage;
import io.github.deepmatting.image.NormalizationOptions;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.matting.AlphaPredictor;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.PredictedAlpha;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.awt.image.BufferedImage;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What scripts/benchmark runs: seconds of a whole matte against the bare network session, on the same tiles, in the
 * same process; foreground estimation beside it; peak memory. Arguments: photographs and their trimaps in turn, or
 * "size=N unknown=PERCENT" for a drawn image; with "size=N/M" what is drawn fills only the first M columns and rows.
 */
public final class Benchmark {

  private static final int REPEATS = 7;

  /** Times the network alone: from the moment its input tensor is filled until alpha can be read. */
  private static final class Timed implements AlphaNetwork {
    private final AlphaNetwork network;
    private final List<TensorShape> shapes = new ArrayList<>();
    private final List<float[]> inputs = new ArrayList<>();
    private boolean recording;
    private int stage;

    Timed(AlphaNetwork network) {
      this.network = network;
    }

    @Override
    public NetworkConfiguration configuration() {
      return network.configuration();
    }

    @Override
    public void predict(
        TensorShape shape, int stageNumber, Consumer<FloatBuffer> writeInput, Consumer<FloatBuffer> readAlpha) {
      if (!recording) {
        network.predict(shape, stageNumber, writeInput, readAlpha);
        return;
      }
      stage = stageNumber;
      network.predict(shape, stageNumber, buffer -> {
        writeInput.accept(buffer);
        float[] copy = new float[(int) shape.pixels() * configuration().inputChannels()];
        buffer.duplicate().rewind().get(copy);
        shapes.add(shape);
        inputs.add(copy);
      }, readAlpha);
    }

    /** Seconds of the session on the recorded tensors. */
    double replay() {
      long[] total = {0};
      for (int i = 0; i < shapes.size(); i++) {
        float[] input = inputs.get(i);
        long[] ready = {0};
        network.predict(shapes.get(i), stage, buffer -> {
          buffer.put(input);
          ready[0] = System.nanoTime();
        }, buffer -> total[0] += System.nanoTime() - ready[0]);
      }
      return total[0] / 1e9;
    }

    @Override
    public void close() {
      network.close();
    }
  }

  private record Case(String name, RandomAccessibleInterval<UnsignedByteType> image, Trimap trimap) {}

  public static void main(String[] arguments) throws Exception {
    MattingModel model = Models.standard(Optional.empty()).load(Models.DEFAULT);
    Engine engine = EngineLoader.get();
    System.out.println(engine.version() + ", " + engine.devices().size() + " device(s), "
        + Runtime.getRuntime().availableProcessors() + " cores, Java " + System.getProperty("java.version")
        + ", heap at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MB, model " + model.network().name());
    System.out.printf(Locale.ROOT, "%-24s %9s %8s %8s %8s %8s %9s %8s %7s %9s %11s %9s %9s%n", "image", "unknown", "run Mpx", "matte s",
        "input s", "bare s", "smooth s", "ratio", "Mpx/s", "bare Mpx", "foreground s", "heap MB", "peak MB");
    Timed network = new Timed(engine.load(model.network(), model.weights(), Engine.DeviceChoice.AUTO, 0));
    try (AlphaPredictor predictor = new AlphaPredictor(network)) {
      for (int i = 0; i < arguments.length; i += 2) {
        Case test = arguments[i].startsWith("size=")
            ? drawn(arguments[i].substring(5), Double.parseDouble(arguments[i + 1].substring(8)))
            : read(new File(arguments[i]), new File(arguments[i + 1]));
        measure(test, predictor, network);
      }
    }
  }

  private static void measure(Case test, AlphaPredictor predictor, Timed network) throws Exception {
    boolean large = test.trimap().width() > 2000;
    int repeats = large ? 2 : REPEATS;
    NormalizedImage normalized = NormalizedImage.of(test.image(), NormalizationOptions.defaults(), Progress.NONE);
    RandomAccessibleInterval<FloatType> rgb = normalized.rgb();
    network.recording = !large;
    PredictedAlpha matte = predictor.predict(rgb, test.trimap(), MatteOptions.DEFAULT, Progress.NONE);
    network.recording = false;
    double[] whole = new double[repeats];
    double[] inputs = new double[repeats];
    double[] bare = new double[repeats];
    double[] smoothing = new double[repeats];
    float[] predicted = large ? null : predictor.predict(rgb, test.trimap(),
        MatteOptions.DEFAULT.withStage(predictor.configuration().stages()), Progress.NONE).alpha().update(null).getCurrentStorageArray();
    // In turn, so that what else the machine does falls on all alike.
    for (int i = 0; i < repeats; i++) {
      long start = System.nanoTime();
      matte = predictor.predict(rgb, test.trimap(), MatteOptions.DEFAULT, Progress.NONE);
      whole[i] = (System.nanoTime() - start) / 1e9;
      if (large) continue;
      bare[i] = network.replay();
      inputs[i] = inputSeconds(rgb, test.trimap(), network);
      smoothing[i] = smoothingSeconds(Planes.inMemory(rgb), test.trimap(), predicted.clone(), predictor.configuration());
    }
    double[] colours = new double[repeats];
    for (int i = 0; i < repeats; i++) {
      long start = System.nanoTime();
      ForegroundEstimation.estimateForeground(test.image(), matte.alpha(), ForegroundOptions.DEFAULT, Progress.NONE);
      colours[i] = (System.nanoTime() - start) / 1e9;
    }
    double foreground = median(colours);
    double unknown = matte.unknownPixels() / 1e6;
    double seconds = median(whole);
    String ratio = large ? "-" : String.format(Locale.ROOT, "%.2f",
        seconds / (median(bare) + median(inputs) + median(smoothing)));
    System.out.printf(Locale.ROOT, "%-24s %8.1f%% %8.2f %8.3f %8s %8s %9s %8s %7.2f %9s %11.3f %9d %9d%n", test.name(),
        100.0 * matte.unknownPixels() / ((double) test.trimap().width() * test.trimap().height()),
        matte.networkPixels() / 1e6, seconds,
        large ? "-" : String.format(Locale.ROOT, "%.3f", median(inputs)),
        large ? "-" : String.format(Locale.ROOT, "%.3f", median(bare)),
        large ? "-" : String.format(Locale.ROOT, "%.3f", median(smoothing)), ratio, unknown / seconds,
        large ? "-" : String.format(Locale.ROOT, "%.2f", unknown / median(bare)), foreground, peakHeap() >> 20,
        peakResident() >> 10);
    network.shapes.clear();
    network.inputs.clear();
  }

  /** The bare computation of the inputs that are made outside the graph, for the tiles that were recorded. */
  private static double inputSeconds(RandomAccessibleInterval<FloatType> rgb, Trimap trimap, Timed network) {
    long start = System.nanoTime();
    InputFeatures features = features(Planes.inMemory(rgb), trimap, network.configuration());
    for (int i = 0; i < network.shapes.size(); i++) {
      TensorShape shape = network.shapes.get(i);
      FloatBuffer buffer = FloatBuffer.wrap(network.inputs.get(i).clone());
      for (int b = 0; b < shape.batch(); b++) features.write(0, 0, shape.width(), shape.height(), buffer);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Of all levels of a cascade, the alpha of which does not matter here. */
  private static InputFeatures features(
      RandomAccessibleInterval<FloatType> rgb, Trimap trimap, NetworkConfiguration configuration) {
    if (!configuration.hasCoarser(trimap.width(), trimap.height()))
      return InputFeatures.of(rgb, trimap, configuration.inputs(), Progress.NONE);
    Trimap half = trimap.half();
    features(HalfImage.of(rgb), half, configuration);
    return InputFeatures.above(
        rgb, trimap, new float[half.width() * half.height()], configuration.inputs(), Progress.NONE);
  }

  private static double smoothingSeconds(RandomAccessibleInterval<FloatType> rgb, Trimap trimap, float[] predicted,
      NetworkConfiguration configuration) {
    long start = System.nanoTime();
    configuration.smoothing()
        .ifPresent(smoothing -> AlphaSmoothing.smooth(rgb, trimap, predicted, smoothing, Progress.NONE));
    return (System.nanoTime() - start) / 1e9;
  }

  private static Case read(File image, File trimap) throws Exception {
    BufferedImage pixels = ImageIO.read(image);
    BufferedImage marks = ImageIO.read(trimap);
    int width = pixels.getWidth();
    int height = pixels.getHeight();
    byte[] planes = new byte[3 * width * height];
    byte[] values = new byte[width * height];
    for (int i = 0; i < width * height; i++) {
      int rgb = pixels.getRGB(i % width, i / width);
      for (int c = 0; c < 3; c++) planes[c * width * height + i] = (byte) (rgb >> (16 - 8 * c));
      int mark = marks.getRaster().getSample(i % width, i / width, 0);
      values[i] = (byte) (mark < 64 ? 0 : mark > 191 ? 255 : 128);
    }
    return new Case(image.getName(), ArrayImgs.unsignedBytes(planes, width, height, 3),
        new Trimap(width, height, values));
  }

  /** Discs with soft rims on a texture; the rims are the unknown region, as much of it as asked for. */
  private static Case drawn(String sizes, double percent) {
    int size = Integer.parseInt(sizes.replaceAll("/.*", ""));
    int filled = Integer.parseInt(sizes.replaceAll(".*/", ""));
    int discs = Math.max(1, filled / 1000);
    double radius = filled / discs * 0.3;
    double band = percent / 100 * size * size / (discs * discs * 2 * Math.PI * radius);
    byte[] planes = new byte[3 * size * size];
    byte[] values = new byte[size * size];
    int cell = filled / discs;
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        double distance = x < filled && y < filled
            ? Math.hypot(x % cell - cell / 2.0, y % cell - cell / 2.0) - radius : size;
        double alpha = Math.min(1, Math.max(0, 0.5 - distance / 12));
        values[y * size + x] = (byte) (distance < -band / 2 ? 255 : distance > band / 2 ? 0 : 128);
        for (int c = 0; c < 3; c++) {
          double inside = 150 + 60 * Math.sin(0.05 * x + c);
          double outside = 70 + 50 * Math.sin(0.03 * y + 0.011 * x + 2 * c);
          planes[c * size * size + y * size + x] = (byte) Math.round(alpha * inside + (1 - alpha) * outside);
        }
      }
    return new Case("drawn " + sizes, ArrayImgs.unsignedBytes(planes, size, size, 3),
        new Trimap(size, size, values));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static long peakHeap() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans())
      if (pool.getType() == MemoryType.HEAP) bytes += pool.getPeakUsage().getUsed();
    return bytes;
  }

  /** Largest resident size of this process in kB, native memory included; 0 where the system does not tell. */
  private static long peakResident() throws Exception {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return 0;
    for (String line : Files.readAllLines(status))
      if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", ""));
    return 0;
  }
}
