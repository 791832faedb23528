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

import io.github.deepmatting.imagej.sources.SourceKind;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JOptionPane;
import org.scijava.thread.ThreadService;

/**
 * Asks what a trimap is to be made of before a command's own dialog opens, since a dialog of SciJava can't change its
 * fields once it is open: so it has only those that the source needs.
 */
final class TrimapSourceDialog {

  private TrimapSourceDialog() {}

  /**
   * Asks.
   *
   * @param threads knows the thread for windows
   * @param title of the command
   * @param likely is chosen to begin with
   * @return empty if the user does not want to choose
   */
  static Optional<SourceKind> ask(ThreadService threads, String title, SourceKind likely) {
    Object[] labels = Arrays.stream(SourceKind.values()).map(SourceKind::label).toArray();
    AtomicReference<Object> answer = new AtomicReference<>();
    try {
      threads.invoke(() -> answer.set(JOptionPane.showInputDialog(
          null, "What is the trimap made of?", title, JOptionPane.QUESTION_MESSAGE, null, labels, likely.label())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("The dialog that asks for the source of the trimap failed", e.getCause());
    }
    return Arrays.stream(SourceKind.values()).filter(kind -> kind.label().equals(answer.get())).findFirst();
  }
}
