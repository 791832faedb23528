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
import io.github.deepmatting.commands.images.ImageProposals;
import io.github.deepmatting.commands.images.ImageRole;
import io.github.deepmatting.commands.images.OpenImages;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.MutableModuleItem;
import org.scijava.prefs.PrefService;

/**
 * The rows of a dialog, one for each parameter that nobody has given yet. Only those are shown that mean something, seldom
 * changed ones on request. For the event thread alone.
 */
public final class ParameterPanel {

  private static final String MORE = "More options";
  private static final String FEWER = "Fewer options";

  /** A parameter with what it is asked by, and the value that it has without a dialog. */
  private record Row(ModuleItem<?> item, JLabel label, ParameterField field, Object standard) {
    String key() {
      return item.getName();
    }
  }

  private final Questions questions;
  private final RememberedValues remembered;
  private final Module module;
  private final ImageProposals proposals = new ImageProposals(OpenImages.all());
  private final List<Row> rows = new ArrayList<>();
  private final JPanel panel = new JPanel(new GridBagLayout());
  private final JButton more = new JButton(MORE);
  private final Runnable changed;
  private boolean isFilled;

  /**
   * Begins with what the open images suggest, else with what was chosen last, else with the command's own values.
   *
   * @param preferences keep what was chosen for the next dialog
   * @param changed is called after each change by hand, when the rows are up to date
   */
  public ParameterPanel(Questions questions, PrefService preferences, Runnable changed) {
    this.questions = questions;
    remembered = new RememberedValues(preferences, questions.module().getDelegateObject().getClass());
    this.changed = changed;
    module = questions.module();
    for (ModuleItem<?> item : module.getInfo().inputs())
      if (item.getVisibility() == ItemVisibility.MESSAGE) addMessage(item);
      else if (!module.isInputResolved(item.getName()))
        ParameterField.of(item, choice -> questions.text(item, choice), this::changeByHand)
            .ifPresent(field -> add(item, field));
    placeMore();
    for (Row row : rows) row.field().show(beginning(row));
    isFilled = true;
    more.addActionListener(event -> unfold(more.getText().equals(MORE)));
    more.setVisible(seldom().findAny().isPresent());
    boolean unusual = seldom().anyMatch(row -> !Objects.equals(row.field().value(), row.standard()));
    refresh();
    unfold(unusual);
  }

  private Stream<Row> seldom() {
    return rows.stream().filter(row -> questions.seldom().contains(row.key()));
  }

  private void addMessage(ModuleItem<?> item) {
    Object message = item.getValue(module);
    if (message != null) panel.add(new JLabel(message.toString()), place(0, 2));
  }

  private void add(ModuleItem<?> item, ParameterField field) {
    JLabel label = new JLabel();
    label.setToolTipText(item.getDescription());
    field.component().setToolTipText(item.getDescription());
    rows.add(new Row(item, label, field, item.getValue(module)));
  }

  private void placeMore() {
    for (Row row : rows) if (!questions.seldom().contains(row.key())) place(row);
    panel.add(more, place(1, 1));
    seldom().forEach(this::place);
  }

  private void place(Row row) {
    panel.add(row.label(), place(0, 1));
    panel.add(row.field().component(), place(1, 1));
  }

  private static GridBagConstraints place(int column, int width) {
    GridBagConstraints place = new GridBagConstraints();
    place.gridx = column;
    place.gridwidth = width;
    if (column == 1) place.weightx = 1;
    place.anchor = column == 0 && width == 1 ? GridBagConstraints.LINE_END : GridBagConstraints.LINE_START;
    place.insets = new Insets(3, 4, 3, 4);
    return place;
  }

  private Object beginning(Row row) {
    return questions.suggestion(row.key()).or(() -> questions.forgotten().contains(row.key()) ? Optional.empty()
        : remembered.of(row.item())).orElse(row.standard());
  }

  private void unfold(boolean open) {
    more.setText(open ? FEWER : MORE);
    refresh();
    changed.run();
  }

  private void changeByHand() {
    if (!isFilled) return;
    refresh();
    changed.run();
  }

  /** The rows as they are seen. */
  JPanel component() {
    return panel;
  }

  /** Brings all rows into line with the values that are set now. */
  private void refresh() {
    for (Row row : rows) {
      if (row.field() instanceof ImageChoice choice) offer(row, choice);
      boolean shown = questions.isShown(row.key());
      boolean folded = questions.seldom().contains(row.key()) && more.getText().equals(MORE);
      row.label().setVisible(shown && !folded);
      row.field().component().setVisible(shown && !folded);
      row.label().setText(questions.label(row.item()));
      try {
        module.setInput(row.key(), shown ? row.field().value() : hidden(row));
      } catch (IllegalArgumentException e) {
        // Half typed; it is told when it is to be used.
        module.setInput(row.key(), row.standard());
      }
    }
  }

  private void offer(Row row, ImageChoice choice) {
    boolean needed = questions.isNeeded(row.item());
    if (row.key().equals(worked())) {
      choice.offer(OpenImages.all(), proposedWorked(), needed);
      return;
    }
    Optional<ImagePlus> image = Optional.ofNullable((ImagePlus) module.getInput(worked())).filter(OpenImages::isOpen);
    ImageRole role = questions.role(row.key());
    choice.offer(image.map(proposals::partners).orElse(List.of()),
        image.flatMap(of -> proposals.partner(of, role)), needed);
  }

  /** The key of the image that is worked on. */
  private String worked() {
    return questions.images().keySet().iterator().next();
  }

  private Optional<ImagePlus> proposedWorked() {
    List<ImageRole> roles = List.copyOf(questions.images().values());
    return questions.active().flatMap(active -> {
      if (roles.get(0) != ImageRole.IMAGE)
        return proposals.looksLike(active, roles.get(0)) ? Optional.of(active) : proposals.partner(active, roles.get(0));
      return Optional.of(roles.size() == 1 ? active : proposals.worked(active, roles.get(1)));
    });
  }

  /** The value of what is not shown: that which it has without a dialog, but no image. */
  private static Object hidden(Row row) {
    return row.field() instanceof ImageChoice ? null : row.standard();
  }

  /**
   * Gives the command what was typed and chosen, and remembers it. What is hidden, empty, or folded away and unchanged will
   * not stand in the recorded line of a macro.
   *
   * @throws IllegalArgumentException if something can't be used; the message names its label
   */
  public void use() {
    rows.stream().filter(row -> questions.isShown(row.key())).forEach(this::check);
    for (Row row : rows) {
      boolean shown = questions.isShown(row.key());
      Object value = shown ? row.field().value() : hidden(row);
      module.setInput(row.key(), value);
      boolean empty = value == null || value.toString().isEmpty();
      boolean usual = Objects.equals(value, row.standard()) || empty && row.standard() == null;
      boolean said = shown && !(usual && (empty || questions.seldom().contains(row.key())));
      ((MutableModuleItem<?>) row.item()).setVisibility(said ? ItemVisibility.NORMAL : ItemVisibility.INVISIBLE);
      if (shown && !questions.forgotten().contains(row.key())) remembered.keep(row.item(), value);
    }
  }

  /** The keys of the rows that are seen now, in their order. */
  public List<String> shown() {
    return rows.stream().filter(row -> row.label().isVisible()).map(Row::key).toList();
  }

  /** Marks all parameters as given, so that nobody else asks for them. */
  void resolve() {
    for (ModuleItem<?> item : module.getInfo().inputs()) module.resolveInput(item.getName());
  }

  private void check(Row row) {
    String label = "'" + row.label().getText() + "'";
    Object value;
    try {
      value = row.field().value();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(label + ": " + e.getMessage(), e);
    }
    if (value == null && questions.isNeeded(row.item()))
      throw new IllegalArgumentException(label + " is missing; choose "
          + (row.field() instanceof ImageChoice ? "an open image" : "a file or folder"));
    if (value instanceof ImagePlus image) {
      if (!OpenImages.all().contains(image))
        throw new IllegalArgumentException(label + ": the image " + image.getTitle() + " was closed; choose another");
    }
  }
}
