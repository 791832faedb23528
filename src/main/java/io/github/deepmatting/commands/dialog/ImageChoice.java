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
import io.github.deepmatting.commands.images.OpenImages;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** A choice of one of the open images, or of none. */
final class ImageChoice extends ParameterField {

  private static final String NONE = "None";

  /** An image by its title, or none. */
  private record Entry(Optional<ImagePlus> image, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  private final JComboBox<Entry> box = new JComboBox<>();
  private boolean offering;
  private boolean chosenByHand;

  ImageChoice(Runnable changed) {
    box.setPrototypeDisplayValue(new Entry(Optional.empty(), "a title of some length.tif"));
    box.addActionListener(event -> {
      if (offering) return;
      chosenByHand = true;
      changed.run();
    });
  }

  /**
   * Offers images; what was chosen by hand stays chosen if it is among them.
   *
   * @param images in this order
   * @param proposed chosen to begin with; empty for none
   * @param needed whether "None" is no answer
   */
  void offer(List<ImagePlus> images, Optional<ImagePlus> proposed, boolean needed) {
    Object before = value();
    Vector<Entry> entries = new Vector<>();
    String nothing = !needed ? NONE : images.isEmpty() ? "No open image has this size" : "Choose an image";
    if (!needed || proposed.isEmpty()) entries.add(new Entry(Optional.empty(), nothing));
    for (ImagePlus image : images) entries.add(new Entry(Optional.of(image), OpenImages.name(image)));
    offering = true;
    box.setModel(new DefaultComboBoxModel<>(entries));
    boolean keep = chosenByHand && (before == null ? !needed : images.contains(before));
    show(keep ? before : proposed.orElse(null));
    offering = false;
  }

  @Override
  JComponent component() {
    return box;
  }

  @Override
  Object value() {
    Entry chosen = (Entry) box.getSelectedItem();
    return chosen == null ? null : chosen.image().orElse(null);
  }

  @Override
  void show(Object value) {
    boolean before = offering;
    offering = true;
    for (int i = 0; i < box.getItemCount(); i++)
      if (box.getItemAt(i).image().orElse(null) == value) box.setSelectedIndex(i);
    offering = before;
  }
}
