package io.github.deepmatting.training;

import io.github.deepmatting.engine.AlphaNetwork;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.matting.MattingOptions;
import io.github.deepmatting.metrics.AlphaErrors;
import io.github.deepmatting.metrics.AlphaMetrics;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;

/**
 * Mattes whole images as users do and measures all four errors over the unknown region, means over the images; the SAD
 * is what to minimise. Each image's SAD is told too.
 */
public final class MattingValidator implements Validator {

  static final String SAD = "sad";
  static final String MSE = "mse";
  static final String GRAD = "grad";
  static final String CONN = "conn";

  private final List<MattingCase> cases;
  private final Progress progress;

  MattingValidator(List<MattingCase> cases, Progress progress) {
    this.cases = List.copyOf(cases);
    // Its activities would hide those of the training.
    this.progress = new Progress() {
      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }
    };
  }

  /**
   * Reads a folder with the folders {@code image}, {@code trimap} and {@code alpha}, whose files belong together by base
   * name.
   *
   * @param progress told of reading; later asked whether to go on
   * @throws IOException naming every file that is missing or can't be used
   */
  public static MattingValidator read(Path folder, Progress progress) throws IOException {
    return new MattingValidator(MattingCase.read(folder, progress), progress);
  }

  /** How many images there are. */
  int count() {
    return cases.size();
  }

  @Override
  public Map<String, Double> validate(AlphaNetwork network) {
    List<AlphaErrors> errors = new ArrayList<>();
    // Not closed: that would close the network, which is the caller's.
    Matting matting = new Matting(network);
    for (MattingCase one : cases) errors.add(errors(matting, one));
    AlphaErrors mean = AlphaErrors.mean(errors);
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put(SAD, mean.sad());
    scores.put(MSE, mean.mse());
    scores.put(GRAD, mean.grad());
    scores.put(CONN, mean.conn());
    for (int i = 0; i < errors.size(); i++) scores.put(SAD + " " + cases.get(i).name(), errors.get(i).sad());
    return scores;
  }

  private AlphaErrors errors(Matting matting, MattingCase one) {
    int width = one.trimap().width();
    int height = one.trimap().height();
    return AlphaMetrics.measure(
        matting.matte(ArrayImgs.floats(one.rgb(), width, height, 3), one.trimap(), MattingOptions.defaults(), progress)
            .alpha(),
        ArrayImgs.floats(one.alpha(), width, height), one.trimap(), progress);
  }
}
