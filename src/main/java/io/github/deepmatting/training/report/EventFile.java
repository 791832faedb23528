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
package io.github.deepmatting.training.report;

import io.github.deepmatting.network.NetworkTrainer.StepReport;
import io.github.deepmatting.training.loop.TrainingListener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import javax.imageio.ImageIO;

/**
 * Writes the events of a training for TensorBoard: losses, rate, speed, validation scores and previews. A resumed
 * training begins another file beside the old one, which TensorBoard shows as one.
 *
 * <p>A file is a sequence of records (length, its checksum, data, its checksum;
 * tensorflow/core/lib/io/record_writer.h), each an {@code Event} (tensorflow/core/util/event.proto) with a {@code
 * Summary} (framework/summary.proto).
 */
public final class EventFile implements TrainingListener {

  private static final int CHECKSUM_MASK = 0xa282ead8;

  private final Path folder;
  private final int every;
  private final LongSupplier milliseconds;
  private Path file;
  private int steps;

  /**
   * @param folder where to, which must exist by the first event
   * @param every how many steps lie between two events
   * @param milliseconds the time, since 1970
   */
  public EventFile(Path folder, int every, LongSupplier milliseconds) {
    this.folder = folder;
    this.every = every;
    this.milliseconds = milliseconds;
  }

  @Override
  public void stepped(Step step) throws IOException {
    if (++steps % every != 0) return;
    StepReport report = step.report();
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss/minimised", report.loss());
    values.put("loss/alpha", report.alphaLoss());
    values.put("loss/compositional", report.compositionalLoss());
    values.put("loss/laplacian", report.laplacianLoss());
    values.put("training/gradient norm", report.gradientNorm());
    values.put("training/learning rate", step.rate());
    values.put("training/phase", step.phase() + 1.0);
    values.put("training/seconds a step", step.seconds());
    write(step.step(), scalars("", values));
  }

  @Override
  public void validated(long step, Map<String, Double> scores, boolean best) throws IOException {
    write(step, scalars("validation/", scores));
  }

  @Override
  public void previewed(long step, BufferedImage strip) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(strip, "png", png);
    ProtocolBuffer image = new ProtocolBuffer().add(1, strip.getHeight()).add(2, strip.getWidth()).add(3, 3L)
        .add(4, png.toByteArray());
    write(step, new ProtocolBuffer().add(1, new ProtocolBuffer().add(1, "preview").add(4, image)));
  }

  private static ProtocolBuffer scalars(String prefix, Map<String, Double> values) {
    ProtocolBuffer summary = new ProtocolBuffer();
    values.forEach((name, value) ->
        summary.add(1, new ProtocolBuffer().add(1, prefix + name).add(2, value.floatValue())));
    return summary;
  }

  private void write(long step, ProtocolBuffer summary) throws IOException {
    if (file == null) {
      // TensorBoard looks for "tfevents" and reads files in the order of their names.
      long begun = milliseconds.getAsLong();
      file = folder.resolve("events.out.tfevents." + begun / 1000 + "." + begun % 1000 + ".deepmatting");
      append(event().add(3, "brain.Event:2"));
    }
    append(event().add(2, step).add(5, summary));
  }

  private ProtocolBuffer event() {
    return new ProtocolBuffer().add(1, milliseconds.getAsLong() / 1000.0);
  }

  private void append(ProtocolBuffer event) throws IOException {
    byte[] data = event.toBytes();
    byte[] length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length).array();
    ByteBuffer record = ByteBuffer.allocate(data.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    record.put(length).putInt(checksum(length)).put(data).putInt(checksum(data));
    Files.write(file, record.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static int checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return Integer.rotateRight((int) sum.getValue(), 15) + CHECKSUM_MASK;
  }
}
