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
package io.github.deepmatting.commands.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.ProgressContract;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

class TaskProgressTest {

  private final Context context = new Context(TaskService.class, LogService.class);
  private final Task task = context.service(TaskService.class).createTask("Test");
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final List<String> shown = new ArrayList<>();
  private long milliseconds;

  @AfterEach
  void dispose() {
    context.dispose();
  }

  private TaskProgress progress() {
    // The real one tells its listeners in any order.
    StatusService status = (StatusService) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {StatusService.class}, (proxy, method, arguments) -> {
          shown.add(method.getName() + (arguments == null ? "" : " " + Arrays.toString(arguments)));
          return null;
        });
    return new TaskProgress(
        task, status, context.service(LogService.class), cancelled::get, () -> milliseconds * 1_000_000L);
  }

  @Test
  void activitiesAndUnitsGoToTheTask() {
    try (TaskProgress progress = progress()) {
      progress.begin("Predicting", 5_000_000_000L);
      assertEquals("Predicting", task.getStatusMessage());
      assertEquals(5_000_000_000L, task.getProgressMaximum());
      milliseconds = 150;
      progress.advance(2_000_000_000L);
      assertEquals(2_000_000_000L, task.getProgressValue());
      assertFalse(task.isDone());
    }
    assertTrue(task.isDone());
  }

  @Test
  void theTimeLeftIsThatOfTheWholeWhereItsPartsAreTold() {
    TaskProgress progress = progress();
    progress.begin("Predicting", 4);
    milliseconds = 30_000;
    progress.advance(1);
    // A quarter took 30 s.
    assertEquals("Predicting, 90 s left", task.getStatusMessage());
    progress.whole(0);
    milliseconds = 60_000;
    progress.whole(0.2);
    progress.begin("Reading", 7);
    // A fifth of the whole took 30 s since its first part began.
    assertEquals("Reading, 2 min left", task.getStatusMessage());
    assertEquals(200, task.getProgressValue());
    assertEquals(1000, task.getProgressMaximum());
    progress.close();
  }

  @Test
  void theStatusBarIsNotFlooded() {
    TaskProgress progress = progress();
    progress.begin("Predicting", 1000);
    for (milliseconds = 0; milliseconds < 250; milliseconds++) progress.advance(2);
    progress.advance(500);
    progress.close();
    assertEquals(List.of("showStatus [0, 100, Predicting]", "showStatus [20, 100, Predicting]",
        "showStatus [40, 100, Predicting]", "showStatus [100, 100, Predicting]", "showProgress [1, 1]", "clearStatus"), shown);
  }

  @Test
  void eitherTheTaskOrTheCommandStopsTheWork() {
    TaskProgress progress = progress();
    progress.checkCancelled();
    cancelled.set(true);
    assertThrows(CancellationException.class, progress::checkCancelled);
    cancelled.set(false);
    task.cancel("enough");
    assertThrows(CancellationException.class, progress::checkCancelled);
  }

  @Nested
  class Contract extends ProgressContract {
    private final List<String> logged = new CopyOnWriteArrayList<>();

    @Override
    protected Progress create() {
      context.service(LogService.class).addLogListener(message -> logged.add(String.valueOf(message.text())));
      return progress();
    }

    @Override
    protected List<String> read() {
      return logged;
    }

    @Override
    protected void cancel() {
      cancelled.set(true);
    }
  }
}
