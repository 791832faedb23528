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

import ij.WindowManager;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.event.ActionListener;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.WindowConstants;
import org.scijava.ui.CloseConfirmable;

/**
 * What is seen of a training: texts, a bar, the curves, a preview, two buttons. For the event thread alone, but for what
 * says otherwise. Closing it by hand asks what is meant, and so does quitting: Fiji asks its {@link CloseConfirmable}
 * windows, and ImageJ lists it among its windows, about which it asks itself.
 */
@SuppressWarnings("serial") // never stored
final class TrainingFrame extends JFrame implements CloseConfirmable {

  /** The bar's whole length. */
  static final int UNITS = 1000;

  static final String GO_ON = "Go On";
  static final String FINISH = "Finish Now";
  static final String STOP = "Stop";

  private final transient Runnable finish;
  private final transient Runnable cancel;
  private final transient CountDownLatch ended = new CountDownLatch(1);
  private final JLabel status = new JLabel("Preparing ...");
  private final JLabel speed = new JLabel(" ");
  private final JLabel scores = new JLabel(" ");
  private final JProgressBar bar = new JProgressBar(0, UNITS);
  private final JLabel plot = new JLabel();
  private final JLabel preview = new JLabel();
  private final JButton finishButton = new JButton(FINISH);
  private final JButton cancelButton = new JButton("Cancel");

  /**
   * Shows itself.
   *
   * @param finish ends the training with a model; returns at once
   * @param cancel stops it with a checkpoint and without a model; returns at once
   */
  TrainingFrame(String title, BufferedImage curves, Runnable finish, Runnable cancel) {
    super(title);
    this.finish = finish;
    this.cancel = cancel;
    finishButton.setToolTipText("End the training and make a model of the best weights so far");
    cancelButton.setToolTipText("Stop the training; it can be resumed");
    finishButton.addActionListener(event -> finishNow());
    cancelButton.addActionListener(event -> stop());
    plot.setIcon(new ImageIcon(curves));
    setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    addWindowListener(new WindowAdapter() {
      @Override
      public void windowClosing(WindowEvent event) {
        ask("The training is under way.");
      }
    });
    add(texts(), BorderLayout.NORTH);
    add(new JScrollPane(pictures()), BorderLayout.CENTER);
    add(buttons(), BorderLayout.SOUTH);
    pack();
    setVisible(true);
    WindowManager.addWindow(this);
  }

  private JPanel texts() {
    JPanel top = new JPanel();
    top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
    top.setBorder(BorderFactory.createEmptyBorder(8, 8, 4, 8));
    for (JLabel label : new JLabel[] {status, speed, scores}) {
      label.setAlignmentX(0);
      top.add(label);
      top.add(Box.createVerticalStrut(4));
    }
    bar.setAlignmentX(0);
    top.add(bar);
    return top;
  }

  private JPanel pictures() {
    JPanel pictures = new JPanel(new FlowLayout(FlowLayout.LEFT, 8, 8));
    pictures.add(plot);
    preview.setVerticalTextPosition(JLabel.BOTTOM);
    preview.setHorizontalTextPosition(JLabel.CENTER);
    pictures.add(preview);
    return pictures;
  }

  private JPanel buttons() {
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    buttons.add(finishButton);
    buttons.add(cancelButton);
    return buttons;
  }

  /** @param units of {@link #UNITS} */
  void showStatus(String text, String pace, int units) {
    status.setText(text);
    speed.setText(pace);
    bar.setValue(units);
  }

  void showScores(String text) {
    if (!isEnding()) scores.setText(text);
  }

  void showCurves(BufferedImage drawn) {
    plot.setIcon(new ImageIcon(drawn));
  }

  void showPreview(BufferedImage picture, String caption) {
    boolean first = preview.getIcon() == null;
    preview.setText(caption);
    preview.setIcon(new ImageIcon(picture));
    if (first) pack();
  }

  private boolean isEnding() {
    return !cancelButton.isEnabled();
  }

  /** Asks a person whether to go on, and does as told. */
  private void ask(String situation) {
    if (isEnding() || ended.getCount() == 0) return;
    Object[] choices = {GO_ON, FINISH, STOP};
    int choice = JOptionPane.showOptionDialog(this, situation
        + "\nFinish it now and make a model of the best weights so far,\nor stop it, to be resumed later?", "Train Model",
        JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, choices, choices[0]);
    if (choice == 1) finishNow();
    if (choice == 2) stop();
  }

  private void finishNow() {
    end(finish, "Finishing ...");
  }

  private void stop() {
    end(cancel, "Stopping ...");
  }

  private void end(Runnable how, String message) {
    // It may have been asked for while the question stood.
    if (isEnding()) return;
    finishButton.setEnabled(false);
    cancelButton.setEnabled(false);
    scores.setText(message);
    how.run();
  }

  /**
   * Asks what is to become of the training before the program ends, and waits until that is done: the model, or the
   * checkpoint, is written. To be called in any thread; in the event thread, which must not wait, it only asks.
   *
   * @return whether the training is over, so that the program may end
   */
  @Override
  public boolean confirmClose() {
    String situation = "Quitting ends the training that is under way.";
    if (EventQueue.isDispatchThread()) {
      ask(situation);
      return ended.getCount() == 0;
    }
    try {
      boolean[] ending = new boolean[1];
      EventQueue.invokeAndWait(() -> {
        ask(situation);
        ending[0] = isEnding();
      });
      if (ending[0]) ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("The question about the training under way could not be asked", e.getCause());
    }
    return ended.getCount() == 0;
  }

  /**
   * Takes note that the training is over and all is written. In any thread.
   *
   * @param told the outcome, which stays to be read with the curves until the window is closed; empty to close it now
   */
  void trainingEnded(Optional<String> told) {
    ended.countDown();
    EventQueue.invokeLater(() -> {
      WindowManager.removeWindow(this);
      told.ifPresentOrElse(this::stay, this::dispose);
    });
  }

  private void stay(String told) {
    status.setText(told);
    speed.setText(" ");
    bar.setValue(UNITS);
    finishButton.setVisible(false);
    for (ActionListener listener : cancelButton.getActionListeners()) cancelButton.removeActionListener(listener);
    cancelButton.addActionListener(event -> dispose());
    cancelButton.setToolTipText(null);
    cancelButton.setText("Close");
    cancelButton.setEnabled(true);
    setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
  }
}
