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
package io.github.deepmatting.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/** The command as scripts and macros run it. */
class MeasureMatteTest {

  private final Context context = new Context();
  private final ImagePlus alpha = new ImagePlus("alpha", new FloatProcessor(2, 1, new float[] {0.25f, 1}));

  @BeforeEach
  @AfterEach
  void clear() {
    ResultsTable.getResultsTable().reset();
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  private MeasureMatte run(Object... inputs) throws Exception {
    CommandInfo info = context.service(CommandService.class).getCommand(MeasureMatte.class);
    return (MeasureMatte) context.service(ModuleService.class).run(info, true, inputs).get();
  }

  @Test
  void addsToTheResultsTable() throws Exception {
    ResultsTable results = ResultsTable.getResultsTable();
    results.incrementCounter();
    results.addValue("Area", 12);
    ImagePlus colours = new ImagePlus("f", new ByteProcessor(2, 1, new byte[] {40, 90}));
    MeasureMatte module = run("alpha", alpha, "foreground", colours);
    assertFalse(module.isCanceled(), module.getCancelReason());
    assertEquals(2, results.size());
    assertEquals(12, results.getValue("Area", 0));
    assertEquals(1.25, results.getValue("SoftArea", 1));
    assertEquals(80, results.getValue("Mean", 1));
    assertEquals("alpha", results.getLabel(1));
  }

  @Test
  void aRowForEachLabel() throws Exception {
    ImagePlus labels = new ImagePlus("l", new ByteProcessor(2, 1, new byte[] {5, 9}));
    assertFalse(run("alpha", alpha, "labels", labels).isCanceled());
    ResultsTable results = ResultsTable.getResultsTable();
    assertEquals(9, results.getValue("Object", 1));
    assertEquals(0.25, results.getValue("SoftArea", 0));
  }

  @Test
  void everythingIsValidated() throws Exception {
    assertFails("'alpha' names no open image", "alpha", new ImagePlus());
    assertFails("'foreground' names no open image", "alpha", alpha, "foreground", new ImagePlus());
    assertFails("'labels' names no open image", "alpha", alpha, "labels", new ImagePlus());
    assertFails("Both 'foreground' and 'image'", "alpha", alpha, "foreground", alpha, "image", alpha);
    assertFails("reach is -1.0", "alpha", alpha, "labels", new ImagePlus("l", new ByteProcessor(2, 1)), "reach", -1.0);
    assertFails("from -3.0 to 0.0", "alpha", new ImagePlus("x", new FloatProcessor(2, 1, new float[] {-3, 0})));
  }

  private void assertFails(String reason, Object... inputs) throws Exception {
    MeasureMatte module = run(inputs);
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
    assertEquals(0, ResultsTable.getResultsTable().size());
  }
}
