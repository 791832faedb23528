package io.github.deepmatting.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private final StringWriter text = new StringWriter();
  private long seconds;
  private boolean cancelled;

  private ConsoleProgress progress(boolean bar, boolean quiet) {
    return new ConsoleProgress(new PrintWriter(text), bar, quiet, () -> seconds * 1_000_000_000L, () -> cancelled);
  }

  private String lines() {
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void withoutATerminalALineNowAndThen() {
    ConsoleProgress progress = progress(false, false);
    progress.begin("Predicting", 200);
    for (seconds = 1; seconds <= 20; seconds++) progress.advance(5);
    progress.warn("odd");
    // After 10 s 50 of 200 are done, so 30 s are left; after 20 s 100, so 20 s.
    assertEquals("25 % Predicting, 30 s left\n50 % Predicting, 20 s left\nwarning: odd\n", lines());
  }

  @Test
  void atATerminalABarThatMessagesDoNotMixWith() {
    ConsoleProgress progress = progress(true, false);
    progress.begin("Predicting", 4);
    seconds = 1;
    progress.advance(2);
    progress.error("bad");
    String bar = "[###############...............] 50 % Predicting";
    String before = "[..............................] 0 % Predicting";
    assertEquals("\r" + before + "\r" + bar + "\r" + " ".repeat(bar.length()) + "\rerror: bad\n", lines());
  }

  @Test
  void aShorterBarLeavesNothingOfALongerOne() {
    ConsoleProgress progress = progress(true, false);
    progress.begin("A long activity", 0);
    progress.begin("Short", 0);
    assertEquals("\rA long activity ...\rShort ...          ", lines());
  }

  @Test
  void quietTellsOnlyWhatIsWrong() {
    ConsoleProgress progress = progress(true, true);
    progress.begin("Predicting", 4);
    progress.info("note");
    progress.warn("odd");
    progress.error("bad");
    assertEquals("warning: odd\nerror: bad\n", lines());
  }

  @Test
  void itStopsWorkWhenAsked() {
    ConsoleProgress progress = progress(false, false);
    assertFalse(progress.isCancelled());
    cancelled = true;
    assertThrows(CancellationException.class, progress::checkCancelled);
  }
}
