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
package io.github.deepmatting.engine;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The start of the native library, remembered in a file for as long as it takes: a crash takes the whole process down and
 * leaves the file behind. The next start finds it and explains the crash, once; the start after that goes ahead. A file
 * whose process was killed from outside, and so has left no crash report, is only told of in the log.
 */
final class NativeStart {

  private static final String PREFIX = "starting-";
  private static final Duration FOREIGN_AGE = Duration.ofDays(1);
  private static final int SEARCHED_LINES = 20;
  private static final System.Logger LOG = System.getLogger(NativeStart.class.getName());

  private final Path marker;

  private NativeStart(Path marker) {
    this.marker = marker;
  }

  /**
   * Begins a start.
   *
   * @param folder where starts are remembered; one that can't be written remembers none
   * @throws EngineUnavailableException if an earlier start crashed, which is forgotten by this; it names the crash
   *     report and tells what to do
   */
  static NativeStart begin(Path folder) {
    List<String> crashes = new ArrayList<>();
    for (Path earlier : markersIn(folder)) crashOf(earlier).ifPresent(crashes::add);
    if (!crashes.isEmpty())
      throw new EngineUnavailableException("The engine was not started, because its native library crashed when it was"
          + " started before: " + String.join("; ", crashes) + ". To try again all the same, just repeat what you did. If"
          + " it crashes again: delete the folder " + folder + ", where the library is unpacked to; install the engine"
          + " anew, in its CPU build if it was the GPU build (Plugins > Deep Matting > TensorFlow Engine..., or deepmatting"
          + " engine install); on a processor without AVX it can't run at all. A report of the problem should have the"
          + " named file with it.");
    Path marker = folder.resolve(PREFIX + ProcessHandle.current().pid());
    try {
      Files.createDirectories(folder);
      Files.writeString(marker, describeThisProcess());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "This start is not remembered", e);
    }
    return new NativeStart(marker);
  }

  /** Ends the start: it went well, or failed with an error that was told. */
  void end() {
    try {
      Files.deleteIfExists(marker);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The file of this start is left behind", e);
    }
  }

  private static List<Path> markersIn(Path folder) {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String describeThisProcess() throws IOException {
    String report = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-XX:ErrorFile=")).map(argument -> argument.substring(14))
        .reduce("", (first, last) -> last);
    return String.join("\n", "host=" + host(), "time=" + Instant.now(),
        "started=" + ProcessHandle.current().info().startInstant().map(Instant::toString).orElse(""),
        "folder=" + Path.of("").toAbsolutePath().toString().replace("\\", "\\\\"),
        "report=" + report.replace("\\", "\\\\")) + "\n";
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }

  /** What is known of the crash of an earlier start; empty if it did not crash, or is still under way. */
  private static Optional<String> crashOf(Path marker) {
    try {
      long pid = Long.parseLong(marker.getFileName().toString().substring(PREFIX.length()));
      Properties start = new Properties();
      try (var reader = Files.newBufferedReader(marker, StandardCharsets.UTF_8)) {
        start.load(reader);
      }
      Instant time = Instant.parse(start.getProperty("time", Instant.EPOCH.toString()));
      // Whether a process of another machine with the same folder still lives can't be known.
      boolean foreign = !start.getProperty("host", "").equals(host());
      if (foreign ? time.plus(FOREIGN_AGE).isAfter(Instant.now()) : lives(pid, start.getProperty("started", "")))
        return Optional.empty();
      Files.delete(marker);
      Optional<Path> report = foreign ? Optional.empty() : report(pid, start).filter(file -> writtenAfter(time, file));
      if (report.isEmpty()) {
        LOG.log(Level.INFO, "A start of the engine at {0} was not finished; its process was ended from outside", time);
        return Optional.empty();
      }
      return Optional.of("at " + time + " in process " + pid + " (" + problem(report.get()) + "); see the file "
          + report.get());
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "The file of a start can't be read: " + marker, e);
      return Optional.empty();
    }
  }

  /** Whether that very process lives, and not another one that was given its number. */
  private static boolean lives(long pid, String started) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
        .filter(process -> process.info().startInstant().map(Instant::toString).orElse("").equals(started))
        .isPresent();
  }

  /** The file that Java leaves of a crash, where it was told to or else in one of its two places. */
  private static Optional<Path> report(long pid, Properties start) {
    Path folder = Path.of(start.getProperty("folder", ""));
    String asked = start.getProperty("report", "").replace("%p", String.valueOf(pid));
    String usual = "hs_err_pid" + pid + ".log";
    return Stream.of(
            folder.resolve(asked.isBlank() ? usual : asked), folder.resolve(usual),
            Path.of(System.getProperty("java.io.tmpdir")).resolve(usual), Path.of("/tmp").resolve(usual))
        .filter(Files::isRegularFile).findFirst();
  }

  private static boolean writtenAfter(Instant time, Path file) {
    try {
      // File systems round times.
      return Files.getLastModifiedTime(file).toInstant().plusSeconds(2).isAfter(time);
    } catch (IOException e) {
      return false;
    }
  }

  /** The line of the report that names the signal or error, e.g. "SIGILL (0x4) at pc=0x..., pid=1, tid=2". */
  private static String problem(Path report) throws IOException {
    try (Stream<String> lines = Files.lines(report, StandardCharsets.ISO_8859_1)) {
      return lines.limit(SEARCHED_LINES).filter(line -> line.matches("#\\s+(SIG|EXCEPTION|Internal).*"))
          .map(line -> line.substring(1).strip()).findFirst().orElse("unknown error");
    }
  }
}
