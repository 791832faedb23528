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
package io.github.deepmatting.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.deepmatting.network.NetworkTrainer.StepReport;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.training.loop.Batch;
import io.github.deepmatting.training.loop.TrainingListener;
import io.github.deepmatting.training.report.EventFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFOutOfRangeException;
import org.tensorflow.op.Ops;
import org.tensorflow.op.io.FifoQueue;
import org.tensorflow.op.io.ReaderRead;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;
import org.tensorflow.types.TString;

/** What TensorFlow itself reads from a file for TensorBoard: its records, with their checksums, and its messages. */
class EventFileTest {

  @TempDir private Path folder;

  private static List<Event> read(Path file) throws Exception {
    List<Event> events = new ArrayList<>();
    try (Graph graph = new Graph(); Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      FifoQueue queue = tf.io.fifoQueue(List.of(TString.class));
      session.runner().addTarget(tf.io.queueEnqueue(queue, List.of(tf.constant(file.toString())))).run().close();
      session.runner().addTarget(tf.io.queueClose(queue)).run().close();
      ReaderRead next = tf.io.readerRead(tf.io.tfRecordReader(), queue);
      while (true) {
        try (Result result = session.runner().fetch(next.value()).run()) {
          events.add(Event.parseFrom(((TString) result.get(0)).asBytes().getObject()));
        }
      }
    } catch (TFOutOfRangeException e) {
      return events;
    }
  }

  private Path file() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size());
      return all.get(0);
    }
  }

  private static TrainingListener.Step step(long number) {
    return new TrainingListener.Step(1, TrainedLayers.REFINEMENT, number, 0.5, 1e-3, 0.25, 0, 0,
        new Batch(number, new TensorShape(1, 32, 32), List.of()), new StepReport(0.5 * number, 0.25, 0.125, 0, 7));
  }

  @Test
  void tensorFlowReadsWhatIsWritten() throws Exception {
    EventFile file = new EventFile(folder, 2, () -> 1_500_000_000_250L);
    for (int i = 1; i <= 4; i++) file.stepped(step(i));
    Map<String, Double> scores = new LinkedHashMap<>(Map.of("sad", 4.5));
    scores.put("sad käfer", 9.0);
    file.validated(300, scores, true);
    BufferedImage strip = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    strip.setRGB(29, 19, 0xff8040);
    file.previewed(5_000_000_000L, strip);
    List<Event> events = read(file());
    assertEquals(5, events.size());
    assertEquals("brain.Event:2", events.get(0).getFileVersion());
    for (Event event : events) assertEquals(1_500_000_000.25, event.getWallTime());
    assertEquals(List.of(2L, 4L, 300L, 5_000_000_000L), events.stream().skip(1).map(Event::getStep).toList());
    Summary summary = events.get(2).getSummary();
    assertEquals("loss/minimised", summary.getValue(0).getTag());
    assertEquals(2f, summary.getValue(0).getSimpleValue());
    Map<String, Float> values = new LinkedHashMap<>();
    summary.getValueList().forEach(value -> values.put(value.getTag(), value.getSimpleValue()));
    assertEquals(Map.of("loss/minimised", 2f, "loss/alpha", 0.25f, "loss/compositional", 0.125f, "loss/laplacian", 0f,
        "training/gradient norm", 7f, "training/learning rate", 1e-3f, "training/phase", 2f, "training/seconds a step",
        0.25f), values);
    assertEquals("validation/sad käfer", events.get(3).getSummary().getValue(1).getTag());
    assertEquals(9f, events.get(3).getSummary().getValue(1).getSimpleValue());
    Summary.Value picture = events.get(4).getSummary().getValue(0);
    assertEquals("preview", picture.getTag());
    assertArrayEquals(new int[] {20, 30, 3}, new int[] {
        picture.getImage().getHeight(), picture.getImage().getWidth(), picture.getImage().getColorspace()});
    byte[] png = picture.getImage().getEncodedImageString().toByteArray();
    assertEquals(0xffff8040, ImageIO.read(new ByteArrayInputStream(png)).getRGB(29, 19));
  }

  /** So the reader above does look at the checksums. */
  @Test
  void aDamagedByteIsNoticed() throws Exception {
    new EventFile(folder, 1, () -> 1L).stepped(step(1));
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length - 20] ^= 1;
    Files.write(file(), bytes);
    assertThrows(Exception.class, () -> read(file()));
  }
}
