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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.EngineBuild;
import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.engine.EngineMissingException;
import io.github.deepmatting.engine.install.InstallRequest;
import io.github.deepmatting.engine.install.InstalledEngine;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineOfferTest {

  @TempDir Path folder;
  private final List<String> happened = new ArrayList<>();

  private EngineMissingException missing() {
    return assertThrows(EngineMissingException.class, () -> EngineFolder.at(folder));
  }

  private EngineOffer offer(boolean answer) {
    return new EngineOffer(question -> {
      happened.add(question);
      return answer;
    }, request -> {
      assertEquals(InstallRequest.of(EngineBuild.CPU), request);
      happened.add("installed");
      return new InstalledEngine(folder, "TensorFlow 0", false);
    });
  }

  @Test
  void onYesTheEngineIsInstalledAndTheWorkDoneOnceMore() throws IOException {
    EngineMissingException missing = missing();
    offer(true).around(() -> {
      happened.add("work");
      if (happened.size() == 1) throw missing;
    }, Progress.NONE);
    assertEquals(4, happened.size());
    assertEquals(List.of("installed", "work"), happened.subList(2, 4));
    // The question names the size and the place.
    assertTrue(happened.get(1).contains(" MB to download"), happened.get(1));
    assertTrue(happened.get(1).contains("into " + InstallRequest.of(EngineBuild.CPU).target()), happened.get(1));
  }

  @Test
  void onNoTheErrorStays() {
    EngineMissingException missing = missing();
    assertSame(missing, assertThrows(EngineMissingException.class, () -> offer(false).around(() -> {
      throw missing;
    }, Progress.NONE)));
    assertEquals(1, happened.size());
  }

  @Test
  void nothingIsAskedWhereThereIsAnEngine() throws IOException {
    offer(true).around(() -> happened.add("work"), Progress.NONE);
    assertEquals(List.of("work"), happened);
  }
}
