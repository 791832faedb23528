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
package io.github.deepmatting.testimages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.deepmatting.cli.Main;
import io.github.deepmatting.closedform.ClosedFormAlpha;
import io.github.deepmatting.metrics.AlphaErrors;
import io.github.deepmatting.metrics.AlphaMetrics;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The quality of the shipped model on all test images with a true alpha, matted by the command line as users do it.
 * Each matte is better than closed-form matting's, but for named exceptions, and as good as the committed numbers say.
 * A stack counts by the mean of its slices.
 *
 * <p>The committed numbers come from a run of this test. A new model needs new ones: set the environment variable
 * {@code DEEPMATTING_UPDATE} and run it again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QualityGateTest {

  private static final Path FOLDER = Path.of("test-images");
  private static final Path TABLE = Path.of("src/test/resources/io/github/deepmatting/testimages/quality.tsv");
  private static final String HEADER = "image\tSAD\tMSE\tclosed-form SAD";
  private static final double TOLERANCE = 0.03;

  /**
   * An image each, with the normalisation of its intensities unless that is the default. The intensities of a 12-bit
   * camera fill only a sixteenth of their type's range, so its images are measured in both ways.
   */
  private static final List<String> CASES = List.of("bee.png", "cell.tif", "cell.tif type", "ciliate.tif",
      "fly.png", "jellyfish.tif", "jellyfish.tif type", "thistle.png");

  /** Known failures of the model: closed-form matting is better. Only ever made shorter. */
  private static final Set<String> WORSE_THAN_CLOSED_FORM = Set.of("cell.tif", "cell.tif type", "jellyfish.tif type");

  private final Map<String, AlphaErrors> ofModel = new LinkedHashMap<>();
  private final Map<String, AlphaErrors> ofClosedForm = new LinkedHashMap<>();
  private final Map<String, double[]> committed = new LinkedHashMap<>();

  static List<String> cases() {
    return CASES;
  }

  private static String file(String name) {
    return name.split(" ")[0];
  }

  @BeforeAll
  void measure(@TempDir Path out) throws IOException {
    Path standard = matte(out.resolve("standard"), name -> name.equals(file(name)));
    Path byType = matte(
        out.resolve("type"), name -> name.endsWith(" type"), "--normalization", "type");
    for (String name : CASES) {
      String base = base(name);
      Path mattes = name.equals(file(name)) ? standard : byType;
      ImagePlus image = open(FOLDER.resolve(file(name)));
      ImagePlus alpha = open(mattes.resolve(base + "-alpha.tif"));
      ImagePlus trimap = open(beside("trimaps", base));
      ImagePlus truth = open(beside("alphas", base));
      List<AlphaErrors> model = new ArrayList<>();
      List<AlphaErrors> closedForm = new ArrayList<>();
      for (int slice = 1; slice <= image.getStackSize(); slice++) {
        Trimap regions = new Trimap(image.getWidth(), image.getHeight(), (byte[]) trimap.getStack().getPixels(slice));
        RandomAccessibleInterval<FloatType> expected = plane(truth.getStack().getProcessor(slice), 0, 255);
        model.add(errors(plane(alpha.getStack().getProcessor(slice), 0, 1), expected, regions));
        closedForm.add(errors(ClosedFormAlpha.matte(rgb(image, slice), regions, Progress.NONE), expected, regions));
      }
      ofModel.put(name, AlphaErrors.mean(model));
      ofClosedForm.put(name, AlphaErrors.mean(closedForm));
    }
    if (System.getenv("DEEPMATTING_UPDATE") != null) Files.writeString(TABLE, table());
    List<String> lines = Files.readAllLines(TABLE);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      committed.put(cells[0], Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray());
    }
  }

  /** Mattes the cases that are wanted, into a new folder. */
  private static Path matte(Path out, Predicate<String> wanted, String... options) {
    List<String> arguments = new ArrayList<>(List.of("matte", "--trimap", FOLDER.resolve("trimaps").toString(), "--out",
        out.toString(), "--outputs", "alpha", "--device", "cpu"));
    arguments.addAll(List.of(options));
    CASES.stream().filter(wanted).forEach(name -> arguments.add(FOLDER.resolve(file(name)).toString()));
    StringWriter said = new StringWriter();
    assertEquals(Main.DONE, Main.run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new)),
        said::toString);
    return out;
  }

  private static String base(String name) {
    return name.substring(0, name.indexOf('.'));
  }

  private static AlphaErrors errors(
      RandomAccessibleInterval<FloatType> alpha, RandomAccessibleInterval<FloatType> truth, Trimap trimap) {
    return AlphaMetrics.measure(alpha, truth, trimap, Progress.NONE);
  }

  private static ImagePlus open(Path file) {
    ImagePlus image = IJ.openImage(file.toString());
    assertTrue(image != null, file + " can't be opened");
    return image;
  }

  private static Path beside(String folder, String base) {
    return Stream.of(".png", ".tif").map(ending -> FOLDER.resolve(folder).resolve(base + ending)).filter(Files::exists)
        .findFirst().orElseThrow(() -> new AssertionError("test-images/" + folder + " has nothing named " + base));
  }

  private static RandomAccessibleInterval<FloatType> plane(ImageProcessor pixels, double zero, double one) {
    return ArrayImgs.floats(values(pixels, zero, one), pixels.getWidth(), pixels.getHeight());
  }

  private static float[] values(ImageProcessor pixels, double zero, double one) {
    float[] values = new float[pixels.getPixelCount()];
    for (int i = 0; i < values.length; i++) values[i] = (float) ((pixels.getf(i) - zero) / (one - zero));
    return values;
  }

  /** Red, green and blue in [0,1]. A grey image is stretched from its darkest to its brightest pixel. */
  private static RandomAccessibleInterval<FloatType> rgb(ImagePlus image, int slice) {
    ImageProcessor pixels = image.getStack().getProcessor(slice);
    int size = pixels.getPixelCount();
    float[] planes = new float[3 * size];
    for (int c = 0; c < 3; c++) {
      float[] plane = pixels.isGrayscale()
          ? values(pixels, pixels.getStats().min, pixels.getStats().max) : values(pixels.toFloat(c, null), 0, 255);
      System.arraycopy(plane, 0, planes, c * size, size);
    }
    return ArrayImgs.floats(planes, pixels.getWidth(), pixels.getHeight(), 3);
  }

  private String table() {
    StringBuilder table = new StringBuilder(HEADER).append('\n');
    for (String name : CASES)
      table.append(String.format(Locale.ROOT, "%s\t%.4f\t%.6f\t%.4f\n", name, ofModel.get(name).sad(),
          ofModel.get(name).mse(), ofClosedForm.get(name).sad()));
    return table.toString();
  }

  @Test
  void everyImageWithATrueAlphaIsMeasured() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("alphas"))) {
      assertEquals(CASES.stream().map(QualityGateTest::base).distinct().toList(),
          files.map(file -> base(file.getFileName().toString())).sorted().toList());
    }
    assertEquals(CASES, List.copyOf(committed.keySet()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isBetterThanClosedFormMatting(String name) {
    double model = ofModel.get(name).sad();
    double closedForm = ofClosedForm.get(name).sad();
    assertEquals(!WORSE_THAN_CLOSED_FORM.contains(name), model < closedForm,
        name + ": the model's SAD is " + model + ", closed-form matting's " + closedForm);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAsGoodAsCommitted(String name) {
    double[] numbers = committed.get(name);
    assertClose(name, "SAD", numbers[0], ofModel.get(name).sad());
    assertClose(name, "MSE", numbers[1], ofModel.get(name).mse());
  }

  private static void assertClose(String name, String error, double expected, double actual) {
    assertEquals(expected, actual, TOLERANCE * expected, name + ": the " + error + " is not within 3 % of " + TABLE
        + "; if that is meant, run this test with the environment variable DEEPMATTING_UPDATE=1 to write it anew");
  }
}
