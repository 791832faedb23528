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
package io.github.deepmatting.commands.macro;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import io.github.deepmatting.commands.images.OpenImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/**
 * The line of a macro that runs a command. Where it gives any key, all others have their defaults: no dialog asks for them,
 * and none is remembered.
 *
 * @param module the command
 * @param options what stands behind the command's name; empty for nothing
 */
public record MacroLine(Module module, Optional<String> options) {

  private static final Pattern OPTION = Pattern.compile("([^\\s=\\[\\]]+)(=(?:\\[[^\\]]*\\]|'[^']*'|\\S*))?");

  /** The line that is run now; empty if there is no macro. */
  public static Optional<MacroLine> of(Module module) {
    if (!IJ.isMacro()) return Optional.empty();
    return Optional.of(new MacroLine(module, Optional.ofNullable(Macro.getOptions()).filter(text -> !text.isBlank())));
  }

  /** Takes the defaults of what is not given, if anything is. */
  public void resolve() {
    if (options.isPresent() || inputs().anyMatch(this::isGiven))
      inputs().forEach(input -> module.resolveInput(input.getName()));
  }

  private boolean isGiven(ModuleItem<?> input) {
    return !isByItself(input) && module.isInputResolved(input.getName());
  }

  /** True for what nobody has to give. */
  public static boolean isByItself(ModuleItem<?> input) {
    Class<?> type = input.getType();
    return Service.class.isAssignableFrom(type) || type == Context.class || type == Button.class;
  }

  private Stream<ModuleItem<?>> inputs() {
    List<ModuleItem<?>> inputs = new ArrayList<>();
    module.getInfo().inputs().forEach(inputs::add);
    return inputs.stream();
  }

  /** What the line most likely means differently from what it does: keys that there are not, titles of several images. */
  public List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    List<String> keys = inputs().filter(input -> !isByItself(input)).map(ModuleItem::getName).toList();
    Matcher matcher = OPTION.matcher(options.orElse(""));
    while (matcher.find()) {
      String key = matcher.group(1);
      if (!keys.contains(key))
        doubts.add("There is no key '" + key + "'; it is ignored. The keys are " + String.join(", ", keys));
      else if (matcher.group(2) == null)
        doubts.add("The key '" + key + "' has no value and is ignored; write " + key + "=...");
    }
    inputs().filter(input -> input.getType() == ImagePlus.class).forEach(input -> {
      String given = Macro.getValue(options.orElse(""), input.getName(), "");
      long called = OpenImages.all().stream().filter(image -> image.getTitle().equals(given)).count();
      if (called > 1)
        doubts.add(called + " open images are called '" + given + "'; the first is taken as '" + input.getName()
            + "'. Give the ID of the one that is meant, or rename it");
    });
    return doubts;
  }
}
