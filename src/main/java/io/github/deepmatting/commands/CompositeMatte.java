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

import ij.ImagePlus;
import io.github.deepmatting.commands.images.ImageRole;
import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.imagej.compose.Backdrop;
import io.github.deepmatting.imagej.compose.ImageComposition;
import java.util.Locale;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/**
 * {@code Plugins > Deep Matting > Composite...}: the object of an image over a colour, a checkerboard or another image. In
 * a macro: {@code run("Composite...", "image=cat.png alpha=[cat alpha] over=colour colour=#00ff00");} or {@code
 * "... over=image background=meadow.png"}. The result has the image's type, channels, slices and calibration; only a
 * colour (not a grey) over an image that is not RGB makes it RGB, as displayed.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Composite",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"), @Menu(label = "Composite...", weight = 8)})
public class CompositeMatte extends CompositionCommand {

  private static final String COLOUR = "colour";
  private static final String CHECKERBOARD = "checkerboard";
  private static final String IMAGE = "image";

  @Parameter(label = "Over", persist = false, choices = {COLOUR, CHECKERBOARD, IMAGE},
      description = "What the object is laid over; only the parameter that belongs to it counts.")
  private String over = COLOUR;

  @Parameter(label = "Colour", persist = false,
      description = "A name such as white, black, gray, red, green, blue, or #rrggbb. Greys keep the image's type; white is"
          + " the upper end of the display range.")
  private String colour = "white";

  @Parameter(label = "Side of a square", persist = false, min = "1",
      description = "Pixels of a side of the checkerboard's squares.")
  private int square = 16;

  @Parameter(label = "Background image", persist = false, required = false, autoFill = false,
      description = "As large as the image and of its bits, with as many channels or one, for each slice or one for all.")
  private ImagePlus background;

  @Parameter(label = "Help", persist = false, required = false, callback = "openHelp",
      description = "Opens the description of this command in a browser.")
  private Button help;

  /** The composite. */
  @Parameter(type = ItemIO.OUTPUT, label = "Composite")
  private ImagePlus composite;

  @Override
  String task() {
    return "Compositing";
  }

  @Override
  public Map<String, ImageRole> images() {
    Map<String, ImageRole> images = super.images();
    images.put("background", ImageRole.BACKGROUND);
    return images;
  }

  @Override
  public boolean isShown(String key) {
    return switch (key) {
      case "colour" -> over.equals(COLOUR);
      case "square" -> over.equals(CHECKERBOARD);
      case "background" -> over.equals(IMAGE);
      default -> true;
    };
  }

  @Override
  boolean isNeededNow(String key) {
    return key.equals("background") && over.equals(IMAGE);
  }

  @Override
  void work(TaskProgress progress) {
    ImageComposition composition = composition();
    composite = composition.over(backdrop(), progress);
    handOver(composite);
  }

  private Backdrop backdrop() {
    switch (over.strip().toLowerCase(Locale.ROOT)) {
      case COLOUR:
        return Backdrop.Colour.parse(colour);
      case CHECKERBOARD:
        return new Backdrop.Checkerboard(square);
      case IMAGE:
        requirePixels("background", background);
        return new Backdrop.Picture(background);
      default:
        throw new IllegalArgumentException(
            "over is '" + over + "'; allowed are " + String.join(", ", COLOUR, CHECKERBOARD, IMAGE));
    }
  }
}
