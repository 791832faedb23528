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
package io.github.deepmatting.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as comma-separated values after RFC 4180, but with line feeds alone, in UTF-8. A text that a spreadsheet would
 * take for a formula, because it begins with {@code = + - @}, gets an apostrophe before it, as OWASP advises; numbers do
 * not.
 */
public final class Table {

  private final StringBuilder lines = new StringBuilder();

  /** @param columns the names of the columns */
  public Table(List<?> columns) {
    add(columns);
  }

  /** Adds a row: numbers, texts, null for nothing. */
  public void add(List<?> cells) {
    lines.append(line(cells)).append('\n');
  }

  /** A row without an end of line. */
  public static String line(List<?> cells) {
    return cells.stream().map(Table::cell).collect(Collectors.joining(","));
  }

  private static String cell(Object value) {
    String text = value == null ? "" : value.toString();
    if (text.matches("(?s)[=+@\\t\\r-].*") && !text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?|-Infinity")) text = "'" + text;
    return text.matches("(?s).*[,\"\\n\\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** All lines, each ended by a line feed. */
  @Override
  public String toString() {
    return lines.toString();
  }

  /**
   * Writes the table to a file.
   *
   * @param force true to replace a file that exists
   * @throws FileException if it can't be written
   */
  public void write(Path file, boolean force) throws IOException {
    WholeFile.write(file, force, out -> out.write(toString().getBytes(StandardCharsets.UTF_8)));
  }
}
