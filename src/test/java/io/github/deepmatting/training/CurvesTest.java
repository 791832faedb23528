package io.github.deepmatting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.NetworkTrainer.StepReport;
import io.github.deepmatting.engine.TensorShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {

  @TempDir private Path folder;

  private static TrainingListener.Step step(long number, double loss) {
    return new TrainingListener.Step(0, null, number, 0.5, 0.25, 2, 0,
        new Batch(number, new TensorShape(1, 32, 32), new float[0], new float[0]),
        new StepReport(loss, loss, 0, 0, 1));
  }

  @Test
  void pointsAreMeansAndRepeatedStepsReplaceOldOnes() {
    Curves curves = new Curves(2);
    for (int i = 1; i <= 6; i++) curves.stepped(step(i, i));
    // Resumed from the checkpoint at step 2.
    curves.stepped(step(3, 10));
    curves.stepped(step(4, 20));
    assertEquals(List.of(new Curves.Point(2, 1.5, 0.25, 2), new Curves.Point(4, 15, 0.25, 2)), curves.points());
  }

  @Test
  void curvesGoOnFromTheFile() throws IOException {
    CurveFile file = new CurveFile(folder.resolve(CurveFile.NAME), 2);
    for (int i = 1; i <= 3; i++) file.stepped(step(i, i));
    file.validated(0, 3, Map.of("sad", 4.5), true);
    file.finished();
    Files.writeString(folder.resolve(CurveFile.NAME), "train,0,9", StandardOpenOption.APPEND);
    Curves curves = Curves.continued(folder, 2);
    assertEquals(
        List.of(new Curves.Point(2, 1.5, 0.25, 2), new Curves.Point(3, 3, 0.25, 2)), curves.points());
    assertEquals(List.of(new Curves.Score(3, Map.of("sad", 4.5), true)), curves.scores());
    assertTrue(Curves.continued(folder.resolve("none"), 2).points().isEmpty());
  }
}
