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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.commands.MatteFolder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;

class DialogTextTest {

  @Test
  void linesAreAsLongAsOneReads() {
    String long1 = "word ".repeat(40) + "/a/path/" + "x".repeat(200) + " end";
    String wrapped = DialogText.wrap(long1 + "\nsecond");
    assertTrue(Arrays.stream(wrapped.split("\n")).allMatch(line -> line.length() <= 80), wrapped);
    assertEquals((long1 + "second").replace(" ", ""), wrapped.replaceAll("\\s", ""));
    assertTrue(wrapped.endsWith("\nsecond"), wrapped);
    assertEquals("short", DialogText.wrap("short"));
    assertEquals("", DialogText.wrap(""));
  }

  @Test
  void keysBecomeLabels() {
    CommandInfo info = new CommandInfo(MatteFolder.class);
    assertEquals("'Images' is missing; give a path",
        DialogText.withLabels("The parameter 'input' is missing; give a path", info));
    assertEquals("Stage is '3'; allowed are last, 1, 2", DialogText.withLabels("stage is '3'; allowed are last, 1, 2", info));
    assertEquals("There is no model 'x'", DialogText.withLabels("There is no model 'x'", info));
  }
}
