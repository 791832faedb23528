package io.github.deepmatting.training;

import io.github.deepmatting.engine.AlphaNetwork;
import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.TensorShape;
import io.github.deepmatting.features.InputFeatures;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;

/**
 * Sum of absolute differences (in thousands) and mean squared error over the unknown region, means over whole images
 * in a folder with the folders {@code image}, {@code trimap} and {@code alpha}, whose files agree in their names up to
 * the extension. Trimaps hold 0, 128 and 255.
 */
public final class FolderValidator implements Validator {

  private record Case(String name, InputFeatures features, Trimap trimap, float[] alpha) {}

  private final List<Case> cases = new ArrayList<>();
  private final int stage;

  /**
   * Reads the images and computes their input features, once.
   *
   * @param configuration decides the input features; with two stages the refined alpha is measured
   * @throws IOException naming the file
   */
  public FolderValidator(Path folder, NetworkConfiguration configuration, Progress progress) throws IOException {
    stage = configuration.stages();
    List<Path> images;
    try (Stream<Path> list = Files.list(folder.resolve("image"))) {
      images = list.filter(file -> file.getFileName().toString().matches("(?i).*\\.(png|jpe?g)")).sorted().toList();
    }
    if (images.isEmpty()) throw new IOException(folder.resolve("image") + " has no .png or .jpg image");
    progress.begin("Preparing validation images", images.size());
    for (Path image : images) {
      cases.add(read(folder, image, configuration, progress));
      progress.advance(1);
    }
  }

  private static Case read(Path folder, Path file, NetworkConfiguration configuration, Progress progress)
      throws IOException {
    String name = file.getFileName().toString().replaceAll("\\.[^.]*$", "");
    BufferedImage image = read(file);
    int width = image.getWidth();
    int height = image.getHeight();
    int[] trimapValues = grey(folder.resolve("trimap"), name, width, height);
    byte[] trimapPixels = new byte[trimapValues.length];
    for (int i = 0; i < trimapPixels.length; i++) trimapPixels[i] = (byte) trimapValues[i];
    Trimap trimap = new Trimap(width, height, trimapPixels);
    int[] alphaValues = grey(folder.resolve("alpha"), name, width, height);
    float[] alpha = new float[alphaValues.length];
    for (int i = 0; i < alpha.length; i++) alpha[i] = alphaValues[i] / 255f;
    float[] rgb = new float[3 * width * height];
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++)
      for (int c = 0; c < 3; c++) rgb[c * pixels.length + i] = (pixels[i] >> 16 - 8 * c & 0xff) / 255f;
    InputFeatures features =
        InputFeatures.of(ArrayImgs.floats(rgb, width, height, 3), trimap, configuration.inputs(), progress);
    return new Case(name, features, trimap, alpha);
  }

  private static BufferedImage read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) throw new IOException(file + " is not a readable image");
    return image;
  }

  private static int[] grey(Path folder, String name, int width, int height) throws IOException {
    Path file = folder.resolve(name + ".png");
    BufferedImage image = read(file);
    if (image.getWidth() != width || image.getHeight() != height)
      throw new IOException(file + " has " + image.getWidth() + "x" + image.getHeight() + " pixels but the image "
          + width + "x" + height);
    // The raster's values, since getRGB would apply a grey image's gamma.
    return image.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
  }

  @Override
  public Map<String, Double> validate(AlphaNetwork network) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("sad", 0.0);
    scores.put("mse", 0.0);
    for (Case one : cases) {
      double[] errors = errors(network, one);
      scores.merge("sad", errors[0] / cases.size(), Double::sum);
      scores.merge("mse", errors[1] / cases.size(), Double::sum);
      scores.put("sad " + one.name(), errors[0]);
    }
    return scores;
  }

  private double[] errors(AlphaNetwork network, Case one) {
    int multiple = network.configuration().sizeMultiple();
    int width = one.trimap().width();
    int height = one.trimap().height();
    int columns = (width + multiple - 1) / multiple * multiple;
    int rows = (height + multiple - 1) / multiple * multiple;
    double[] sums = new double[3];
    network.predict(new TensorShape(1, rows, columns), stage,
        buffer -> one.features().write(0, 0, columns, rows, buffer), predicted -> {
          for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
              if (one.trimap().isUnknown(x, y)) {
                double error = predicted.get(predicted.position() + y * columns + x) - one.alpha()[y * width + x];
                sums[0] += Math.abs(error);
                sums[1] += error * error;
                sums[2]++;
              }
        });
    return new double[] {sums[0] / 1000, sums[2] == 0 ? 0 : sums[1] / sums[2]};
  }
}
