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

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * What {@link UpdateSiteIT} runs in a process of its own, as a script in Fiji would: a matte without an engine, the
 * engine's installation, a matte. Prints one "name=value" a line.
 */
public final class FijiProcess {

  private static final String COMMANDS = "io.github.deepmatting.commands.";

  private FijiProcess() {}

  /**
   * @param arguments the folder with the engine's jars; an image; its trimap
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    try (Context context = new Context()) {
      ImagePlus image = IJ.openImage(arguments[1]);
      ImagePlus trimap = IJ.openImage(arguments[2]);
      Module before = run(context, "MatteImage", "image", image, "trimap", trimap);
      out.println("without=" + ((Cancelable) before).getCancelReason().replace('\n', ' '));
      Module installed =
          run(context, "ManageEngine", "action", "install", "folder", new File(arguments[0]));
      out.println("installed=" + String.valueOf(installed.getOutput("report")).replace('\n', ' '));
      Module matte = run(context, "MatteImage", "image", image, "trimap", trimap);
      out.println("cancelled=" + ((Cancelable) matte).getCancelReason());
      ImagePlus alpha = (ImagePlus) matte.getOutput("alpha");
      out.println("alpha=" + alpha.getTitle() + " " + alpha.getWidth() + "x" + alpha.getHeight());
      out.println("mean=" + alpha.getStatistics().mean);
      out.println("range=" + alpha.getStatistics().min + " to " + alpha.getStatistics().max);
      ImagePlus colours = (ImagePlus) matte.getOutput("colours");
      out.println("colours=" + colours.getWidth() + "x" + colours.getHeight() + "x" + colours.getBitDepth());
    }
    out.println("legacy=" + source("org.tensorflow.Session"));
    out.println("protobuf=" + source("com.google.protobuf.GeneratedMessage"));
  }

  private static Module run(Context context, String command, Object... inputs) throws Exception {
    CommandInfo info = context.service(CommandService.class).getCommand(COMMANDS + command);
    return context.service(ModuleService.class).run(info, true, inputs).get();
  }

  private static Path source(String name) throws Exception {
    return Path.of(Class.forName(name).getProtectionDomain().getCodeSource().getLocation().toURI()).getFileName();
  }
}
