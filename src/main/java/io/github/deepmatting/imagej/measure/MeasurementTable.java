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
package io.github.deepmatting.imagej.measure;

import ij.measure.ResultsTable;
import io.github.deepmatting.files.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measurements in rows, for ImageJ's Results table and for files. Rows need not have the same columns.
 *
 * @param rows the values by column, in order: numbers, or text
 */
public record MeasurementTable(List<Map<String, Object>> rows) {

  /** The column of what was measured, which ImageJ keeps apart from the others. */
  static final String LABEL = "Label";

  public MeasurementTable {
    rows = rows.stream().map(row -> (Map<String, Object>) new LinkedHashMap<>(row)).toList();
  }

  /** The rows of several tables, one after the other. */
  public static MeasurementTable of(List<MeasurementTable> tables) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (MeasurementTable table : tables) rows.addAll(table.rows);
    return new MeasurementTable(rows);
  }

  /** All columns, in the order of their first appearance. */
  public List<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    for (Map<String, Object> row : rows) columns.addAll(row.keySet());
    return List.copyOf(columns);
  }

  /** Adds the rows to those that a table has, as ImageJ's own Measure command does. */
  public void addTo(ResultsTable table) {
    for (Map<String, Object> row : rows) {
      table.incrementCounter();
      row.forEach((column, value) -> {
        if (column.equals(LABEL)) table.addLabel(String.valueOf(value));
        else if (value instanceof Number number) table.addValue(column, number.doubleValue());
        else table.addValue(column, String.valueOf(value));
      });
    }
  }

  /** The table for a file: numbers in full, empty cells where there is none. */
  public Table table() {
    List<String> columns = columns();
    Table table = new Table(columns);
    for (Map<String, Object> row : rows) table.add(columns.stream().map(column -> row.getOrDefault(column, "")).toList());
    return table;
  }
}
