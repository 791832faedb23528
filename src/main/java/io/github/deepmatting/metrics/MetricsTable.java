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
package io.github.deepmatting.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Errors of several images by name, in the order given, and their mean. Immutable.
 *
 * @param rows one an image, at least one
 */
public record MetricsTable(List<Row> rows) {

  /** The name of the last line, which holds the mean of each column. */
  public static final String MEAN = "mean";

  private static final String[] HEADER = {"name", "sad", "mse", "grad", "conn"};

  /**
   * One image.
   *
   * @param name the image's name
   * @param errors its errors
   */
  public record Row(String name, AlphaErrors errors) {}

  public MetricsTable {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) throw new IllegalArgumentException("A table of metrics needs at least one image");
  }

  /** The mean of each error, every image counting alike. */
  public AlphaErrors mean() {
    return AlphaErrors.mean(rows.stream().map(Row::errors).toList());
  }

  /**
   * Aligned columns for people: a header, a line an image, the mean last; numbers with a decimal point, SAD, Grad and
   * Conn (in thousands) with 4 decimals, MSE with 5. Each line ends in a line feed.
   */
  public String toText() {
    List<String[]> lines = lines();
    int[] widths = new int[HEADER.length];
    for (String[] line : lines)
      for (int column = 0; column < line.length; column++)
        widths[column] = Math.max(widths[column], line[column].length());
    StringBuilder text = new StringBuilder();
    for (String[] line : lines) {
      text.append(line[0]).append(" ".repeat(widths[0] - line[0].length()));
      for (int column = 1; column < line.length; column++)
        text.append("  ").append(" ".repeat(widths[column] - line[column].length())).append(line[column]);
      text.append('\n');
    }
    return text.toString();
  }

  /** The same lines and numbers with columns separated by tabs, for spreadsheets and scripts. */
  public String toTabSeparated() {
    StringBuilder text = new StringBuilder();
    for (String[] line : lines()) text.append(String.join("\t", line)).append('\n');
    return text.toString();
  }

  private List<String[]> lines() {
    List<String[]> lines = new ArrayList<>();
    lines.add(HEADER);
    for (Row row : rows) lines.add(line(row.name(), row.errors()));
    lines.add(line(MEAN, mean()));
    return lines;
  }

  private static String[] line(String name, AlphaErrors errors) {
    return new String[] {
      name.replace('\t', ' '), number(errors.sad(), 4), number(errors.mse(), 5), number(errors.grad(), 4),
      number(errors.conn(), 4)
    };
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
