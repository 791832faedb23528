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
package io.github.deepmatting.commands.dialog;

import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/** Messages as people read them in a window: lines of a readable length, and labels in place of the keys of macros. */
public final class DialogText {

  /** Letters of a line. */
  static final int COLUMNS = 80;

  private DialogText() {}

  /** Breaks lines between words, and longer words such as paths where they reach the line's end. */
  public static String wrap(String message) {
    StringBuilder text = new StringBuilder();
    for (String line : message.split("\n", -1)) {
      if (!text.isEmpty()) text.append('\n');
      wrapLine(line, text);
    }
    return text.toString();
  }

  private static void wrapLine(String line, StringBuilder text) {
    int column = 0;
    for (String word : line.split(" ")) {
      if (column > 0 && column + 1 + word.length() > COLUMNS) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      String rest = word;
      for (; rest.length() > COLUMNS; rest = rest.substring(COLUMNS)) text.append(rest, 0, COLUMNS).append('\n');
      text.append(rest);
      column += rest.length();
    }
  }

  /** The message with the label of each parameter in place of its key in quotes. */
  public static String withLabels(String message, ModuleInfo info) {
    String text = message;
    for (ModuleItem<?> item : info.inputs())
      if (item.getLabel() != null && !item.getLabel().isBlank()) {
        text = text.replace("The parameter '" + item.getName() + "'", "'" + item.getLabel() + "'");
        text = text.replace("'" + item.getName() + "'", "'" + item.getLabel() + "'");
        if (text.startsWith(item.getName() + " is '")) text = item.getLabel() + text.substring(item.getName().length());
      }
    return text;
  }
}
