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

import ij.IJ;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.GraphicsConfiguration;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import org.scijava.prefs.PrefService;

/**
 * The dialog of a command. It closes when what was typed can be used, and opens again with all of it if the command fails
 * nevertheless, with the reason on top.
 */
public final class CommandDialog implements AutoCloseable {

  private static final Color PROBLEM = new Color(160, 0, 0);
  private static final int BORDER = 10;

  private final Questions questions;
  private final ExecutorService previews = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "Deep Matting preview");
    thread.setDaemon(true);
    return thread;
  });
  // Used in the event thread alone.
  private JDialog dialog;
  private ParameterPanel panel;
  private JTextArea message;
  private boolean agreed;
  private Future<?> shownPreview;

  /**
   * Builds the dialog, in any thread, without showing it.
   *
   * @param preferences keep what was chosen for the next dialog
   */
  public CommandDialog(String title, Questions questions, PrefService preferences) {
    this.questions = questions;
    inEventThread(() -> build(title, preferences));
  }

  private void build(String title, PrefService preferences) {
    dialog = new JDialog(IJ.getInstance(), title, true);
    dialog.setDefaultCloseOperation(JDialog.HIDE_ON_CLOSE);
    message = new JTextArea();
    message.setEditable(false);
    message.setOpaque(false);
    message.setForeground(PROBLEM);
    message.setBorder(BorderFactory.createEmptyBorder(BORDER, BORDER, 0, BORDER));
    message.setVisible(false);
    panel = new ParameterPanel(questions, preferences, this::changed);
    panel.component().setBorder(BorderFactory.createEmptyBorder(BORDER, BORDER, BORDER, BORDER));
    JScrollPane scrolled = new JScrollPane(panel.component());
    scrolled.setBorder(null);
    dialog.add(message, BorderLayout.NORTH);
    dialog.add(scrolled, BorderLayout.CENTER);
    dialog.add(buttons(), BorderLayout.SOUTH);
    dialog.getRootPane().registerKeyboardAction(event -> dialog.setVisible(false),
        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
    fit();
    dialog.setLocationRelativeTo(null);
  }

  private JPanel buttons() {
    JButton help = new JButton("Help");
    help.addActionListener(event -> questions.help());
    JButton ok = new JButton("OK");
    ok.addActionListener(event -> agree());
    JButton cancel = new JButton("Cancel");
    cancel.addActionListener(event -> dialog.setVisible(false));
    JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    right.add(ok);
    right.add(cancel);
    JPanel left = new JPanel(new FlowLayout(FlowLayout.LEFT));
    left.add(help);
    JPanel buttons = new JPanel(new BorderLayout());
    buttons.add(left, BorderLayout.WEST);
    buttons.add(right, BorderLayout.EAST);
    dialog.getRootPane().setDefaultButton(ok);
    return buttons;
  }

  private void agree() {
    try {
      panel.use();
      agreed = true;
      dialog.setVisible(false);
    } catch (IllegalArgumentException e) {
      tell(Optional.of(e.getMessage()));
    }
  }

  private void tell(Optional<String> text) {
    String wrapped = text.map(DialogText::wrap).orElse("");
    if (wrapped.equals(message.getText())) return;
    message.setText(wrapped);
    message.setVisible(!wrapped.isEmpty());
    fit();
  }

  /** As large as its rows need, but never larger than the screen. */
  private void fit() {
    dialog.pack();
    GraphicsConfiguration screen = dialog.getGraphicsConfiguration();
    Rectangle bounds = screen.getBounds();
    Dimension size = dialog.getSize();
    dialog.setSize(Math.min(size.width + BORDER, bounds.width * 9 / 10), Math.min(size.height, bounds.height * 9 / 10));
  }

  private void changed() {
    // Called while the panel is built, too.
    if (panel == null) return;
    fit();
    if (shownPreview != null) shownPreview.cancel(false);
    shownPreview = previews.submit(() -> {
      questions.preview();
      Optional<String> note = questions.note();
      EventQueue.invokeLater(() -> tell(note));
    });
  }

  /**
   * Shows the dialog and waits until it is closed.
   *
   * @param problem why the command failed with the values of before, if it did
   * @return whether to go on; all parameters have their values then
   */
  public boolean ask(Optional<String> problem) {
    inEventThread(() -> {
      agreed = false;
      tell(problem);
      dialog.setVisible(true);
      if (agreed) panel.resolve();
    });
    awaitPreview();
    return agreed;
  }

  /** A preview that came late would lie over the result. */
  private void awaitPreview() {
    if (shownPreview == null) return;
    shownPreview.cancel(false);
    try {
      previews.submit(() -> {}).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void inEventThread(Runnable work) {
    if (EventQueue.isDispatchThread()) {
      work.run();
      return;
    }
    try {
      EventQueue.invokeAndWait(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("The dialog failed: " + e.getCause(), e.getCause());
    }
  }

  /** Takes the dialog away for good. */
  @Override
  public void close() {
    previews.shutdown();
    inEventThread(() -> dialog.dispose());
  }
}
