package io.github.deepmatting.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SliceProgressTest {

  /** Takes down what arrives. */
  private static final class Heard implements Progress {
    final List<String> messages = new ArrayList<>();

    @Override
    public void begin(String activity, long total) {
      messages.add("begin " + activity + " " + total);
    }

    @Override
    public void advance(long units) {
      messages.add("advance " + units);
    }

    @Override
    public void info(String message) {
      messages.add("info " + message);
    }

    @Override
    public void warn(String message) {
      messages.add("warn " + message);
    }

    @Override
    public boolean isCancelled() {
      return messages.size() > 3;
    }
  }

  @Test
  void everythingNamesTheSlice() {
    Heard heard = new Heard();
    Progress progress = SliceProgress.of(heard, 1, 3);
    progress.begin("Matting", 5);
    progress.advance(2);
    progress.info("small");
    progress.checkCancelled();
    progress.warn("odd");
    assertEquals(List.of("begin Matting, slice 2 of 3 5", "advance 2", "info slice 2 of 3: small",
        "warn slice 2 of 3: odd"), heard.messages);
    assertThrows(CancellationException.class, progress::checkCancelled);
  }

  @Test
  void aSingleSliceNeedsNoName() {
    Heard heard = new Heard();
    assertSame(heard, SliceProgress.of(heard, 0, 1));
  }
}
