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

import ij.ImageJ;
import ij.WindowManager;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.training.loop.SmallRecipe;
import io.github.deepmatting.training.recipe.LearningRate;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.report.Curves;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.swing.JButton;
import javax.swing.JDialog;

/**
 * Plays a user who closes the training window and quits, with each answer to the question, and writes down what
 * happened. Arguments: "answers" and the file to write.
 */
final class TrainingWindowProcess {

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final List<String> lines = new ArrayList<>();

  private TrainingWindowProcess() {}

  public static void main(String[] arguments) throws Exception {
    new ImageJ(ImageJ.NO_SHOW).exitWhenQuitting(false);
    TrainingWindowProcess user = new TrainingWindowProcess();
    user.play();
    Files.write(Path.of(arguments[1]), user.lines);
    // The event thread would keep the process alive.
    System.exit(0);
  }

  private void play() throws Exception {
    TrainingWindow window = open();
    close(TrainingFrame.GO_ON);
    close(TrainingFrame.FINISH);
    window.close();
    lines.add("ended: " + state(false));
    window = open();
    close(TrainingFrame.STOP);
    window.close();
    state(false);
    stay();
    for (String answer : List.of(TrainingFrame.GO_ON, TrainingFrame.STOP, TrainingFrame.FINISH)) quit(answer);
    window = open();
    TrainingFrame frame = frame();
    // ImageJ lists a frame when the event of its opening arrives.
    boolean listed = false;
    for (int i = 0; i < 200 && !listed; i++) {
      listed = Arrays.asList(WindowManager.getNonImageWindows()).contains(frame);
      Thread.sleep(listed ? 0 : 50);
    }
    window.close();
    state(false);
    lines.add("quitting after the end: may quit " + frame.confirmClose());
    lines.add("listed by ImageJ: " + listed + ", then "
        + Arrays.asList(WindowManager.getNonImageWindows()).contains(frame));
  }

  /** A training that ends by itself leaves its curves to be looked at. */
  private void stay() throws Exception {
    TrainingWindow window = open();
    TrainingFrame frame = frame();
    window.stayWith("The model is in /mine");
    window.close();
    waitFor(() -> button(frame, "Close") != null);
    lines.add("ended by itself: " + state(true) + ", may quit " + frame.confirmClose());
    EventQueue.invokeAndWait(() -> button(frame, "Close").doClick());
    lines.add("Close -> " + state(false));
  }

  private TrainingWindow open() throws Exception {
    TrainingPhase phase = new TrainingPhase(TrainedLayers.ENCODER_DECODER, 10, 0,
        List.of(new TrainingPhase.Crops(0, 32, 1)), new LearningRate(1e-3, 1e-3, 0));
    TrainingWindow window = new TrainingWindow("Training cells", SmallRecipe.plan(10, phase), new Curves(1),
        () -> asked.add("cancel"), () -> asked.add("finish"), System::nanoTime);
    waitFor(() -> frame() != null);
    return window;
  }

  private static TrainingFrame frame() {
    for (Window window : Window.getWindows())
      if (window instanceof TrainingFrame frame && frame.isShowing()) return frame;
    return null;
  }

  private void close(String answer) throws Exception {
    TrainingFrame frame = frame();
    EventQueue.invokeLater(() -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
    press(answer);
    lines.add("closing: " + answer + " -> " + done() + ", " + state(true));
  }

  /** As Fiji does it: in a thread of its own that waits for the answer. */
  private void quit(String answer) throws Exception {
    TrainingWindow window = open();
    TrainingFrame frame = frame();
    CompletableFuture<Boolean> quitting = CompletableFuture.supplyAsync(frame::confirmClose);
    press(answer);
    if (answer.equals(TrainingFrame.GO_ON)) {
      lines.add("quitting: " + answer + " -> " + done() + ", may quit " + quitting.get(20, TimeUnit.SECONDS) + ", "
          + state(true));
      window.close();
      state(false);
      return;
    }
    String done = done();
    boolean waits = false;
    try {
      quitting.get(500, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      waits = true;
    }
    lines.add("quitting: " + answer + " -> " + done + (waits ? ", waits" : ", does not wait"));
    window.close();
    lines.add("ended: may quit " + quitting.get(20, TimeUnit.SECONDS) + ", " + state(false));
  }

  /** What the window asked the training to do. */
  private String done() throws InterruptedException {
    String what = asked.poll(500, TimeUnit.MILLISECONDS);
    return what == null ? "nothing" : what;
  }

  private static String state(boolean open) throws Exception {
    waitFor(() -> (frame() != null) == open);
    return frame() == null ? "closed" : "open";
  }

  private static void press(String answer) throws Exception {
    waitFor(() -> button(answer) != null);
    EventQueue.invokeAndWait(() -> button(answer).doClick());
    waitFor(() -> button(answer) == null);
  }

  private static JButton button(String text) {
    for (Window window : Window.getWindows())
      if (window instanceof JDialog && window.isShowing()) {
        JButton found = button(window, text);
        if (found != null) return found;
      }
    return null;
  }

  private static JButton button(Container container, String text) {
    for (Component component : container.getComponents()) {
      if (component instanceof JButton button && text.equals(button.getText())) return button;
      JButton inside = component instanceof Container inner ? button(inner, text) : null;
      if (inside != null) return inside;
    }
    return null;
  }

  private static void waitFor(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.call()) {
      if (System.nanoTime() > end) throw new IllegalStateException("What was waited for did not happen");
      Thread.sleep(20);
    }
  }
}
