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
package io.github.deepmatting.imagej.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.deepmatting.files.ExistingFiles;
import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.imagej.StandInNetwork;
import io.github.deepmatting.imagej.batch.MatteRecord.Status;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.StoppableWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders of images, with a network whose alpha is red. */
@Timeout(60)
class MatteBatchTest {

  @TempDir Path folder;
  private final MatteSummary summary = new MatteSummary();
  private final List<String> failed = new ArrayList<>();
  private Path images;
  private Path trimaps;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    images = Files.createDirectory(folder.resolve("images"));
    trimaps = Files.createDirectory(folder.resolve("trimaps"));
    out = folder.resolve("out");
    for (String name : List.of("c", "a", "b")) {
      Pictures.save(Pictures.rgb(), images.resolve(name + ".png"));
      Pictures.save(Pictures.trimap(), trimaps.resolve(name + "-trimap.png"));
    }
  }

  private void run(ExistingFiles existing) throws IOException {
    run(existing, new StandInNetwork(() -> {}), Progress.NONE);
  }

  private void run(ExistingFiles existing, StandInNetwork network, Progress progress) throws IOException {
    run(images, existing, network, progress);
  }

  private void run(Path input, ExistingFiles existing, StandInNetwork network, Progress progress) throws IOException {
    InputFailures failures = new InputFailures(failure -> {
      summary.add(failure);
      failed.add(failure.message());
    });
    List<MattePair> pairs = MattePair.find(List.of(input), trimaps, failures);
    summary.expect(pairs);
    new MatteBatch(pairs, out, existing, MatteOptions.DEFAULT.with("outputs", "alpha,foreground"))
        .run(options -> network.matting(), failures, summary::add, progress);
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<Status> statuses() {
    return summary.records().stream().map(MatteRecord::status).toList();
  }

  @Test
  void imagesAreDoneInTheOrderOfTheirNamesAndOneFailureStopsNothing() throws Exception {
    Files.writeString(images.resolve("b.png"), "no, \"image\"");
    run(ExistingFiles.SKIP);
    assertEquals(List.of("a-alpha.tif", "a-foreground.png", "c-alpha.tif", "c-foreground.png"), written());
    assertEquals(List.of(Status.DONE, Status.FAILED, Status.DONE), statuses());
    assertEquals("2 done, 1 failed", summary.text());
    assertEquals(1, failed.size());
    assertTrue(failed.get(0).contains(images.resolve("b.png").toString()), failed.get(0));

    ResultsTable table = summary.table();
    assertEquals(3, table.size());
    assertEquals("a.png", table.getStringValue("Image", 0));
    assertEquals("failed", table.getStringValue("Status", 1));
    assertEquals(failed.get(0), table.getStringValue("Message", 1));
    assertEquals("c-alpha.tif c-foreground.png", table.getStringValue("Files", 2));
    assertEquals(1, table.getValue("Slices", 2));

    Path file = out.resolve(MatteSummary.FILE);
    summary.writeCsv(file);
    List<String> lines = Files.readAllLines(file);
    assertEquals("Image,Status,Slices,Time (s),Files,Message", lines.get(0));
    assertTrue(lines.get(1).matches(
        java.util.regex.Pattern.quote(images.resolve("a.png") + ",done,1,") + "\\d+\\.\\d{3},a-alpha.tif a-foreground.png,"),
        lines.get(1));
    assertTrue(lines.get(2).startsWith(images.resolve("b.png") + ",failed,0,0.000,,"), lines.get(2));
  }

  @Test
  void fieldsWithCommasAndQuotesAreQuoted() throws Exception {
    summary.add(MatteRecord.notDone(Path.of("x.png")).failed("no, \"never\""));
    Path file = folder.resolve("s.csv");
    summary.writeCsv(file);
    // RFC 4180, section 2.7.
    assertEquals("x.png,failed,0,0.000,,\"no, \"\"never\"\"\"", Files.readAllLines(file).get(1));
  }

  @Test
  void whatExistsIsPassedOverAndOnlyWhatIsMissingIsMade() throws Exception {
    Files.createDirectory(out);
    for (String name : List.of("a-alpha.tif", "a-foreground.png", "b-alpha.tif"))
      Files.writeString(out.resolve(name), "mine");
    run(ExistingFiles.SKIP);
    assertEquals(List.of(Status.SKIPPED, Status.DONE, Status.DONE), statuses());
    assertEquals(6, written().size());
    for (String name : List.of("a-alpha.tif", "a-foreground.png", "b-alpha.tif"))
      assertEquals("mine", Files.readString(out.resolve(name)), name);
    assertEquals(24, Pictures.open(out.resolve("b-foreground.png")).getBitDepth());

    run(ExistingFiles.SKIP, new StandInNetwork(() -> {
      throw new AssertionError("nothing is left to do");
    }), Progress.NONE);
    assertEquals(3, summary.count(Status.SKIPPED));

    run(ExistingFiles.REPLACE);
    assertEquals(3, summary.count(Status.DONE));
    assertEquals(32, Pictures.open(out.resolve("a-alpha.tif")).getBitDepth());

    run(ExistingFiles.REFUSE);
    assertEquals(3, summary.count(Status.FAILED));
  }

  @Test
  void aStopIsHeardWhileTheNetworkIsBusyAndLeavesNothingHalfMade() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean second = new AtomicBoolean();
    StandInNetwork slow = new StandInNetwork(() -> {
      if (!second.getAndSet(true)) return;
      busy.countDown();
      uninterruptibly(release);
    });
    Progress stopping = new Progress() {
      @Override
      public boolean isCancelled() {
        return busy.getCount() == 0;
      }
    };
    // Comes back although the network goes on: it is let go only after that.
    assertThrows(CancellationException.class, () -> StoppableWork.run("test", shown -> {
      run(ExistingFiles.SKIP, slow, shown);
      return null;
    }, stopping));
    assertEquals(List.of(Status.DONE, Status.NOT_DONE, Status.NOT_DONE), statuses());
    assertEquals("1 done, 2 not done", summary.text());
    release.countDown();
    slow.closed.await();
    assertEquals(List.of("a-alpha.tif", "a-foreground.png"), written());
    assertEquals(List.of(), failed);
  }

  private static void uninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nothing interrupts native code", e);
    }
  }

  @Test
  void theWholeIsToldByTheSizesOfTheFiles() throws Exception {
    Files.delete(images.resolve("c.png"));
    ImagePlus stack = Pictures.stack(Pictures.grey16(1), Pictures.grey16(2));
    Path large = Pictures.save(stack, images.resolve("c.tif"));
    List<Double> shares = new ArrayList<>();
    run(ExistingFiles.SKIP, new StandInNetwork(() -> {}), new Progress() {
      @Override
      public void whole(double share) {
        shares.add(share);
      }
    });
    double small = Files.size(images.resolve("a.png"));
    double total = 2 * small + Files.size(large);
    // The second half of the stack begins in the middle of its share.
    List<Double> expected = List.of(0.0, small / total, 2 * small / total, 2 * small / total,
        2 * small / total + Files.size(large) / total / 2);
    assertEquals(expected.size(), shares.size(), shares.toString());
    for (int i = 0; i < shares.size(); i++) assertEquals(expected.get(i), shares.get(i), 1e-12);
  }

  @Test
  void anEmptyFolderIsAFailureThatNamesIt() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    run(empty, ExistingFiles.SKIP, new StandInNetwork(() -> {
      throw new AssertionError("no model is needed");
    }), Progress.NONE);
    assertEquals(List.of(Status.FAILED), statuses());
    assertTrue(failed.get(0).contains(empty + ": holds no image"), failed.get(0));
    assertFalse(written().stream().anyMatch(name -> name.endsWith(".tif")));
  }

  @Test
  void aStackWithABadSliceIsWrittenAndCountsAsFailed() throws Exception {
    ImagePlus stack = Pictures.stack(Pictures.grey16(1000), Pictures.grey16(1000), Pictures.grey16(1000));
    Path image = Pictures.save(stack, folder.resolve("s.tif"));
    trimaps = Pictures.save(Pictures.trimap(), folder.resolve("one.png"));
    AtomicInteger slice = new AtomicInteger();
    run(image, ExistingFiles.SKIP, new StandInNetwork(() -> {
      if (slice.incrementAndGet() == 2) throw new IllegalStateException("no number at x=3");
    }), Progress.NONE);
    assertEquals(List.of("s-alpha.tif", "s-foreground.tif"), written());
    assertEquals(List.of(Status.FAILED), statuses());
    assertEquals(1, failed.size());
    assertTrue(failed.get(0).endsWith(
        "1 of 3 slices failed and are empty in the results: slice 2: no number at x=3"), failed.get(0));
    MatteRecord record = summary.records().get(0);
    assertEquals(3, record.slices());
    assertEquals(2, record.files().size());
    ImagePlus alpha = Pictures.open(out.resolve("s-alpha.tif"));
    assertArrayEquals(new float[Pictures.WIDTH * Pictures.HEIGHT], (float[]) alpha.getStack().getPixels(2));
    assertEquals(10_000 / 65535f, alpha.getStack().getProcessor(3).getf(10, 0), 1e-6);
  }
}
