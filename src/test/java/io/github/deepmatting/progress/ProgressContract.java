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
package io.github.deepmatting.progress;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What work may rely on, whatever progress it is given. */
public abstract class ProgressContract {

  /** The progress to test, not cancelled yet. */
  protected abstract Progress create();

  /** What a person has read of it so far, messages and activities; in any form. */
  protected abstract List<String> read();

  /** The user asks to stop; does nothing where nobody can. */
  protected abstract void cancel();

  /** True if somebody reads its messages and can ask to stop. */
  protected boolean isHeard() {
    return true;
  }

  private boolean isRead(String text) {
    return read().stream().anyMatch(line -> line.contains(text));
  }

  @Test
  void anyOrderOfReportsIsFine() {
    Progress progress = create();
    assertDoesNotThrow(() -> {
      progress.advance(3);
      progress.whole(0.7);
      progress.whole(0.2);
      progress.begin("Of an unknown number", 0);
      progress.advance(1);
      progress.begin("Predicting", 5);
      progress.advance(9);
      progress.advance(0);
      progress.whole(1);
      progress.checkCancelled();
    });
    assertFalse(progress.isCancelled());
  }

  @Test
  void messagesAndActivitiesArrive() {
    Progress progress = create();
    progress.info("small tiles");
    progress.warn("odd trimap");
    assertEquals(isHeard(), isRead("small tiles"));
    assertEquals(isHeard(), isRead("odd trimap"));
  }

  @Test
  void itsPartsNameWhatTheyAreAbout() {
    Progress progress = create();
    progress.slice(1, 3).warn("odd trimap");
    progress.named("label 7").warn("no background");
    progress.part(0.25, 0.5).named("a/b.png").info("a/b.png was read");
    assertEquals(isHeard(), isRead("slice 2 of 3: odd trimap"));
    assertEquals(isHeard(), isRead("label 7: no background"));
    assertEquals(isHeard(), isRead("a/b.png was read"));
    assertFalse(isRead("a/b.png: a/b.png"));
    assertSame(progress, progress.slice(0, 1));
  }

  @Test
  void cancellingReachesWorkAndItsParts() {
    Progress progress = create();
    List<Progress> all =
        List.of(progress, progress.part(0, 0.5), progress.slice(2, 4), progress.slice(0, 2).part(0, 1).named("label 1"));
    for (Progress each : all) assertDoesNotThrow(each::checkCancelled);
    cancel();
    for (Progress each : all) {
      assertEquals(isHeard(), each.isCancelled());
      if (isHeard()) assertThrows(CancellationException.class, each::checkCancelled);
      else assertDoesNotThrow(each::checkCancelled);
    }
  }

  @Test
  void severalThreadsMayReport() {
    Progress progress = create();
    progress.begin("Predicting", 4000);
    IntStream.range(0, 4000).parallel().forEach(i -> {
      progress.advance(1);
      if (i % 1000 == 0) progress.info("message " + i);
      if (i % 100 == 0) progress.whole(i / 4000.0);
    });
    for (int i = 0; i < 4000; i += 1000) assertEquals(isHeard(), isRead("message " + i));
    assertTrue(!progress.isCancelled());
  }
}
