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

import io.github.deepmatting.imagej.TrainingPlot;
import io.github.deepmatting.training.Curves;
import io.github.deepmatting.training.TrainingListener;
import io.github.deepmatting.training.TrainingPlan;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
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
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * Shows how a training goes and lets it be ended. Made and told of in the thread that trains, where all is drawn; the
 * event thread only paints. Closing it by hand asks what is meant.
 */
final class TrainingWindow implements TrainingListener, AutoCloseable {

  private static final long STATUS_INTERVAL = 500_000_000L;
  private static final long PLOT_INTERVAL = 3_000_000_000L;
  private static final int UNITS = 1000;

  private final TrainingPlan plan;
  private final Curves curves;
  private final Runnable cancel;
  private final Runnable finish;
  private final LongSupplier nanoseconds;

  // Used by the training's thread alone.
  private long shownStatus;
  private long shownPlot;
  private double seconds;
  private int steps;

  // Used by the event thread alone.
  private JFrame frame;
  private final JLabel status = new JLabel("Preparing ...");
  private final JLabel scores = new JLabel(" ");
  private final JProgressBar bar = new JProgressBar(0, UNITS);
  private final JLabel plot = new JLabel();
  private final JLabel preview = new JLabel();
  private final JButton finishButton = new JButton("Finish Now");
  private final JButton cancelButton = new JButton("Cancel");

  /**
   * Opens the window.
   *
   * @param curves a listener of the same training that comes before this
   * @param cancel stops the training with a checkpoint and without a model
   * @param finish ends it with a model
   * @param nanoseconds a clock
   */
  TrainingWindow(
      String title, TrainingPlan plan, Curves curves, Runnable cancel, Runnable finish, LongSupplier nanoseconds) {
    this.plan = plan;
    this.curves = curves;
    this.cancel = cancel;
    this.finish = finish;
    this.nanoseconds = nanoseconds;
    BufferedImage empty = TrainingPlot.draw(curves).getBufferedImage();
    SwingUtilities.invokeLater(() -> open(title, empty));
  }

  private void open(String title, BufferedImage empty) {
    finishButton.setToolTipText("End the training and make a model of the best weights so far");
    cancelButton.setToolTipText("Stop the training; it can be resumed");
    finishButton.addActionListener(event -> end(finish, "Finishing ..."));
    cancelButton.addActionListener(event -> end(cancel, "Stopping ..."));
    plot.setIcon(new ImageIcon(empty));
    JPanel top = new JPanel();
    top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
    top.setBorder(BorderFactory.createEmptyBorder(8, 8, 4, 8));
    for (JLabel label : new JLabel[] {status, scores}) {
      label.setAlignmentX(0);
      top.add(label);
      top.add(Box.createVerticalStrut(4));
    }
    bar.setAlignmentX(0);
    top.add(bar);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    buttons.add(finishButton);
    buttons.add(cancelButton);
    JPanel pictures = new JPanel(new FlowLayout(FlowLayout.LEFT, 8, 8));
    pictures.add(plot);
    pictures.add(preview);
    frame = new JFrame(title);
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(new WindowAdapter() {
      @Override
      public void windowClosing(WindowEvent event) {
        ask();
      }
    });
    frame.add(top, BorderLayout.NORTH);
    frame.add(new JScrollPane(pictures), BorderLayout.CENTER);
    frame.add(buttons, BorderLayout.SOUTH);
    frame.pack();
    frame.setVisible(true);
  }

  private void ask() {
    if (!cancelButton.isEnabled()) return;
    Object[] choices = {"Go On", "Finish Now", "Stop"};
    int choice = JOptionPane.showOptionDialog(frame,
        "The training is under way.\nFinish it now and make a model of the best weights so far,\nor stop it, to be resumed"
            + " later?", "Train Model", JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, choices,
        choices[0]);
    if (choice == 1) end(finish, "Finishing ...");
    if (choice == 2) end(cancel, "Stopping ...");
  }

  private void end(Runnable how, String message) {
    finishButton.setEnabled(false);
    cancelButton.setEnabled(false);
    scores.setText(message);
    how.run();
  }

  @Override
  public void stepped(Step step) {
    seconds += step.seconds();
    steps++;
    long now = nanoseconds.getAsLong();
    if (now - shownStatus >= STATUS_INTERVAL) {
      shownStatus = now;
      double secondsAStep = seconds / steps;
      String text = String.format(Locale.ROOT,
          "Stage %d of %d (%s), step %d: loss %.4f, learning rate %.2g, %.1f samples/s, about %.0f min left",
          step.stage() + 1, plan.stages().size(),
          step.plan().phase().name().toLowerCase(Locale.ROOT).replace('_', '-'), step.step(), step.report().loss(),
          step.rate(), step.batch().shape().batch() / secondsAStep,
          plan.secondsLeft(step.stage(), step.share(), secondsAStep) / 60);
      int units = (int) (UNITS * step.share());
      seconds = 0;
      steps = 0;
      SwingUtilities.invokeLater(() -> {
        status.setText(text);
        bar.setValue(units);
      });
    }
    if (now - shownPlot >= PLOT_INTERVAL) plot(now);
  }

  private void plot(long now) {
    shownPlot = now;
    BufferedImage drawn = TrainingPlot.draw(curves).getBufferedImage();
    SwingUtilities.invokeLater(() -> plot.setIcon(new ImageIcon(drawn)));
  }

  @Override
  public void validated(int stage, long step, Map<String, Double> values, boolean best) {
    StringBuilder text = new StringBuilder("Validation at step " + step + ":");
    values.forEach((name, value) -> {
      if (!name.contains(" ")) text.append(String.format(Locale.ROOT, "  %s %.4f", name, value));
    });
    if (best) text.append("  (best so far)");
    SwingUtilities.invokeLater(() -> {
      if (cancelButton.isEnabled()) scores.setText(text.toString());
    });
    plot(nanoseconds.getAsLong());
  }

  @Override
  public void previewed(long step, BufferedImage strip) {
    SwingUtilities.invokeLater(() -> {
      boolean first = preview.getIcon() == null;
      // Its caption names the columns, which the strip itself does not.
      preview.setText("image, trimap, alpha at step " + step + ", true alpha");
      preview.setVerticalTextPosition(JLabel.BOTTOM);
      preview.setHorizontalTextPosition(JLabel.CENTER);
      preview.setIcon(new ImageIcon(shown(strip)));
      if (first) frame.pack();
    });
  }

  /** At half its size, so that all fits on a screen. */
  private static BufferedImage shown(BufferedImage strip) {
    int width = strip.getWidth() / 2;
    int height = strip.getHeight() / 2;
    BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    java.awt.Graphics2D graphics = half.createGraphics();
    graphics.setRenderingHint(java.awt.RenderingHints.KEY_INTERPOLATION,
        java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(strip, 0, 0, width, height, null);
    graphics.dispose();
    return half;
  }

  @Override
  public void close() {
    SwingUtilities.invokeLater(() -> {
      if (frame != null) frame.dispose();
    });
  }
}
