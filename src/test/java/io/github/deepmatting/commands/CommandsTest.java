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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.platform.PlatformService;

/** What holds for every command of this plugin: words, keys, help, and the documented table of keys. */
class CommandsTest {

  private static final Path DOCUMENTATION = Path.of("docs");

  private final Context context = new Context();

  @AfterEach
  void stop() {
    context.dispose();
  }

  @Test
  void allAreInOneMenuAndRunHeadless() {
    List<CommandInfo> commands = MacroKeys.commands(context);
    assertTrue(commands.size() >= 9, commands.toString());
    for (CommandInfo info : commands) {
      assertTrue(info.getMenuPath().getMenuString().startsWith("Plugins > Deep Matting > "), info.toString());
      assertTrue(info.canRunHeadless(), info.toString());
      assertEquals(info.getMenuPath().getLeaf().getName().replace("...", ""), info.getLabel());
      assertTrue(info.isValid(), () -> info + ": " + info.getProblems());
    }
  }

  @Test
  void everyParameterHasAKeyALabelAndADescriptionAndNoMemory() {
    List<String> problems = new ArrayList<>();
    for (CommandInfo info : MacroKeys.commands(context))
      for (ModuleItem<?> item : MacroKeys.keys(info)) {
        String name = info.getLabel() + ", " + item.getName() + ": ";
        if (!item.getName().matches("[a-z]+")) problems.add(name + "the key is not one lower-case word");
        if (item.isPersisted()) problems.add(name + "is remembered");
        if (!String.valueOf(item.getLabel()).matches("[A-Z].*[^.: ]")) problems.add(name + "label " + item.getLabel());
        if (!String.valueOf(item.getDescription()).matches("(?s)[^ ].*\\."))
          problems.add(name + "description " + item.getDescription());
        // SciJava would take that of its own thread, and the recorder would leave it out.
        if (item.getType() == ImagePlus.class && item.isAutoFill())
          problems.add(name + "is filled with the active image by SciJava");
        if (item.getType() == File.class && String.valueOf(item.getWidgetStyle()).isBlank())
          problems.add(name + "the dialog does not know whether it is a file or a folder");
      }
    assertEquals(List.of(), problems);
  }

  @Test
  void everyDialogHasAHelpButtonThatOpensASectionThatThereIs() throws Exception {
    for (CommandInfo info : MacroKeys.commands(context)) {
      Module module = context.service(ModuleService.class).createModule(info);
      ReportingCommand command = (ReportingCommand) module.getDelegateObject();
      String page = command.page();
      Path file = DOCUMENTATION.resolve(page.substring(0, page.indexOf('#')));
      String section = page.substring(page.indexOf('#') + 1);
      assertTrue(Files.readAllLines(file).stream().filter(line -> line.startsWith("#")).map(CommandsTest::anchor)
          .anyMatch(section::equals), page);
      if (command instanceof TrimapEditCommand) {
        // These ask nothing; a button would open a dialog.
        assertEquals(List.of("image"), MacroKeys.keys(info).stream().map(ModuleItem::getName).toList());
        continue;
      }
      ModuleItem<?> help = info.getInput("help");
      assertNotNull(help, info.getLabel());
      assertFalse(help.isRequired(), info.getLabel());
      assertEquals("help", last(info).getName(), info.getLabel());
      assertEquals(List.of("https://github.com/deepmatting/deep-matting/blob/main/docs/" + page), pressed(help, module));
    }
  }

  /** What the button opens, told by a stand-in for the browser. */
  private List<String> pressed(ModuleItem<?> help, Module module) throws Exception {
    List<String> opened = new ArrayList<>();
    Field platforms = ReportingCommand.class.getDeclaredField("platforms");
    platforms.setAccessible(true);
    platforms.set(module.getDelegateObject(), Proxy.newProxyInstance(getClass().getClassLoader(),
        new Class<?>[] {PlatformService.class}, (proxy, method, arguments) -> {
          opened.add(String.valueOf(arguments[0]));
          return null;
        }));
    help.callback(module);
    return opened;
  }

  private static ModuleItem<?> last(CommandInfo info) {
    List<ModuleItem<?>> items = MacroKeys.items(info.inputs());
    return items.get(items.size() - 1);
  }

  /** As Markdown of GitHub makes it of a heading. */
  private static String anchor(String heading) {
    return heading.replaceAll("^#+ *", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  /** Written anew where the environment variable {@code DEEPMATTING_UPDATE} is set. */
  @Test
  void theTableOfMacroKeysIsThatOfTheCommands() throws Exception {
    Path file = DOCUMENTATION.resolve("macros.md");
    String text = Files.readString(file);
    int start = text.indexOf("## ");
    String expected = text.substring(0, start) + MacroKeys.table(context);
    if (System.getenv("DEEPMATTING_UPDATE") != null) Files.writeString(file, expected);
    assertEquals(expected, Files.readString(file),
        "docs/macros.md is out of date; run this test with the environment variable DEEPMATTING_UPDATE=1 to write it anew");
  }
}
