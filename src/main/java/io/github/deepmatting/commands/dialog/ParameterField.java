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

import ij.ImagePlus;
import java.awt.BorderLayout;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.ListCellRenderer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;

/** What a value is typed or chosen in. For the event thread alone. */
abstract class ParameterField {

  private static final int COLUMNS = 14;
  private static final int PATH_COLUMNS = 28;

  /** What is seen. */
  abstract JComponent component();

  /**
   * What was typed or chosen; null for nothing.
   *
   * @throws IllegalArgumentException if it can't be a value of the parameter; the message goes on after its label
   */
  abstract Object value();

  /** Shows a value. */
  abstract void show(Object value);

  /**
   * The field for a parameter.
   *
   * @param text a choice as people read it
   * @param changed is called after each change by hand
   * @return empty if it is no parameter that people are asked for
   */
  static Optional<ParameterField> of(ModuleItem<?> item, Function<Object, String> text, Runnable changed) {
    Class<?> type = item.getType();
    if (type == ImagePlus.class) return Optional.of(new ImageChoice(changed));
    if (item.getChoices() != null && !item.getChoices().isEmpty())
      return Optional.of(new Choice(item.getChoices(), text, changed));
    if (type == boolean.class) return Optional.of(new Flag(changed));
    if (type == File.class) return Optional.of(new Path(item, changed));
    if (type == String.class) return Optional.of(new Text(COLUMNS, changed));
    return type == int.class || type == long.class || type == double.class
        ? Optional.of(new Number(item, changed)) : Optional.empty();
  }

  private static final class Choice extends ParameterField {
    private final JComboBox<Object> box;

    Choice(List<?> choices, Function<Object, String> text, Runnable changed) {
      box = new JComboBox<>(choices.toArray());
      ListCellRenderer<? super Object> plain = box.getRenderer();
      box.setRenderer((list, choice, index, selected, focused) -> plain.getListCellRendererComponent(
          list, choice == null ? "" : text.apply(choice), index, selected, focused));
      box.addActionListener(event -> changed.run());
    }

    @Override
    JComponent component() {
      return box;
    }

    @Override
    Object value() {
      return box.getSelectedItem();
    }

    @Override
    void show(Object value) {
      box.setSelectedItem(value);
    }
  }

  private static final class Flag extends ParameterField {
    private final JCheckBox box = new JCheckBox();

    Flag(Runnable changed) {
      box.addActionListener(event -> changed.run());
    }

    @Override
    JComponent component() {
      return box;
    }

    @Override
    Object value() {
      return box.isSelected();
    }

    @Override
    void show(Object value) {
      box.setSelected(Boolean.TRUE.equals(value));
    }
  }

  private static class Text extends ParameterField {
    final JTextField text;

    Text(int columns, Runnable changed) {
      text = new JTextField(columns);
      text.getDocument().addDocumentListener(new DocumentListener() {
        @Override
        public void insertUpdate(DocumentEvent event) {
          changed.run();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
          changed.run();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {}
      });
    }

    @Override
    JComponent component() {
      return text;
    }

    @Override
    Object value() {
      return text.getText().strip();
    }

    @Override
    void show(Object value) {
      text.setText(value == null ? "" : value.toString());
    }
  }

  private static final class Number extends Text {
    private final ModuleItem<?> item;

    Number(ModuleItem<?> item, Runnable changed) {
      super(COLUMNS / 2, changed);
      this.item = item;
    }

    @Override
    Object value() {
      String typed = text.getText().strip();
      try {
        // The methods of SciJava's item take its own numbers for what they are.
        double value = item.getType() == double.class ? Double.parseDouble(typed) : Long.parseLong(typed);
        if (!Double.isFinite(value) || isBelow(value) || isAbove(value)) throw notAllowed(typed);
        if (item.getType() == double.class) return value;
        long whole = Long.parseLong(typed);
        return item.getType() == long.class ? (Object) whole : (Object) Math.toIntExact(whole);
      } catch (NumberFormatException | ArithmeticException e) {
        throw notAllowed(typed);
      }
    }

    private boolean isBelow(double value) {
      return item.getMinimumValue() instanceof java.lang.Number min && value < min.doubleValue();
    }

    private boolean isAbove(double value) {
      return item.getMaximumValue() instanceof java.lang.Number max && value > max.doubleValue();
    }

    private IllegalArgumentException notAllowed(String typed) {
      String kind = item.getType() == double.class ? "a number" : "a whole number";
      String from = item.getMinimumValue() == null ? "" : " from " + item.getMinimumValue();
      String to = item.getMaximumValue() == null ? "" : " to " + item.getMaximumValue();
      return new IllegalArgumentException("'" + typed + "' is not " + kind + from + to);
    }

    @Override
    void show(Object value) {
      String shown = String.valueOf(value);
      super.show(shown.endsWith(".0") ? shown.substring(0, shown.length() - 2) : shown);
    }
  }

  private static final class Path extends Text {
    private final JPanel panel = new JPanel(new BorderLayout(4, 0));
    private final ModuleItem<?> item;

    Path(ModuleItem<?> item, Runnable changed) {
      super(PATH_COLUMNS, changed);
      this.item = item;
      JButton browse = new JButton("Browse ...");
      browse.addActionListener(event -> browse());
      panel.add(text, BorderLayout.CENTER);
      panel.add(browse, BorderLayout.EAST);
    }

    private void browse() {
      String style = String.valueOf(item.getWidgetStyle());
      JFileChooser chooser = new JFileChooser(text.getText().isBlank() ? null : new File(text.getText()));
      chooser.setDialogTitle(item.getLabel());
      if (style.contains(FileWidget.DIRECTORY_STYLE)) chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
      int answer = style.contains(FileWidget.SAVE_STYLE) ? chooser.showSaveDialog(panel) : chooser.showOpenDialog(panel);
      if (answer == JFileChooser.APPROVE_OPTION) text.setText(chooser.getSelectedFile().getPath());
    }

    @Override
    JComponent component() {
      return panel;
    }

    @Override
    Object value() {
      return text.getText().isBlank() ? null : new File(text.getText().strip());
    }
  }
}
