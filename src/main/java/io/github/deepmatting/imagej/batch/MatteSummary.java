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
package io.github.deepmatting.imagej.batch;

import ij.measure.ResultsTable;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.files.Table;
import io.github.deepmatting.imagej.batch.MatteRecord.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The outcomes of many images, one record each. Safe for several threads. */
public final class MatteSummary {

  /** File name of the summary in the folder of the results. */
  public static final String FILE = "matte-summary.csv";

  private final Map<Path, MatteRecord> records = new TreeMap<>();

  /** Adds a record, in place of an earlier one of the same image. */
  public synchronized void add(MatteRecord record) {
    records.put(record.image(), record);
  }

  /** Records a failure; what was written before stays in the record. */
  public synchronized void add(InputFailures.Failure failure) {
    Path image = failure.input();
    add(records.getOrDefault(image, MatteRecord.notDone(image)).failed(failure.message()));
  }

  /** Records images as not done, until they get another record. */
  public void expect(Collection<MattePair> pairs) {
    for (MattePair pair : pairs) add(MatteRecord.notDone(pair.image()));
  }

  /** All records, sorted by image. */
  public synchronized List<MatteRecord> records() {
    return List.copyOf(records.values());
  }

  /** The number of images with this status. */
  public int count(Status status) {
    return (int) records().stream().filter(record -> record.status() == status).count();
  }

  /** For people: "3 done, 1 skipped, 2 failed". */
  public String text() {
    String text = records().stream().map(MatteRecord::status).distinct().sorted()
        .map(status -> count(status) + " " + status.word()).collect(Collectors.joining(", "));
    return text.isEmpty() ? "no images" : text;
  }

  /** One row for each image: image, status, slices, time, files, message. */
  public ResultsTable table() {
    ResultsTable table = new ResultsTable();
    table.showRowNumbers(false);
    table.setDecimalPlaces(0, 0);
    for (MatteRecord record : records()) {
      table.incrementCounter();
      table.addValue("Image", record.image().getFileName().toString());
      table.addValue("Status", record.status().word());
      table.addValue("Slices", record.slices());
      table.addValue("Time (s)", record.seconds());
      table.addValue("Files", names(record));
      table.addValue("Message", record.message());
    }
    return table;
  }

  private static String names(MatteRecord record) {
    return record.files().stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(" "));
  }

  /**
   * Writes the records as comma-separated values, replacing an older file.
   *
   * @throws FileException if it can't be written; the message names it
   */
  public void writeCsv(Path file) throws IOException {
    Table table = new Table(List.of("Image", "Status", "Slices", "Time (s)", "Files", "Message"));
    for (MatteRecord record : records())
      table.add(List.of(record.image(), record.status().word(), record.slices(),
          String.format(Locale.ROOT, "%.3f", record.seconds()), names(record), record.message()));
    table.write(file, true);
  }
}
