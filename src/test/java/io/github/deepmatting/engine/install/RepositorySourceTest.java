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
package io.github.deepmatting.engine.install;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a server that cuts connections, knows no ranges, stalls, redirects and refuses. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RepositorySourceTest {

  private static final RepositorySource.Patience IMPATIENT = new RepositorySource.Patience(
      Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMillis(1), 3);

  @TempDir Path folder;
  private final byte[] content = new byte[300_000];
  private EngineJar jar;
  private Path part;
  private FaultyServer server;

  @BeforeEach
  void start() throws IOException {
    new Random(7).nextBytes(content);
    jar = new EngineJar("org.example.group", "thing", "1.2", "linux-x86_64", content.length, 0, "");
    part = folder.resolve("thing.part");
    server = new FaultyServer();
    server.put(jar, content);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void fetch(Progress progress) throws IOException {
    new RepositorySource(server.address(), Optional.empty(), IMPATIENT).fetch(jar, part, progress);
  }

  private void assertFetched() throws IOException {
    assertArrayEquals(content, Files.readAllBytes(part));
  }

  private String failure() {
    return assertThrows(IOException.class, () -> fetch(Progress.NONE)).getMessage();
  }

  @Test
  void aFileComesWholeWithItsProgress() throws IOException {
    AtomicLong bytes = new AtomicLong();
    AtomicLong total = new AtomicLong();
    fetch(new Progress() {
      @Override
      public void begin(String activity, long units) {
        total.set(units);
      }

      @Override
      public void advance(long units) {
        bytes.addAndGet(units);
      }
    });
    assertFetched();
    assertEquals(content.length, bytes.get());
    assertEquals(content.length, total.get());
  }

  @Test
  void goesOnWhereAnEarlierTryEnded() throws IOException {
    Files.write(part, Arrays.copyOf(content, 123_456));
    fetch(Progress.NONE);
    assertFetched();
    assertEquals(List.of("thing-1.2-linux-x86_64.jar from 123456"), server.requests());
  }

  @Test
  void goesOnByItselfAfterACutConnection() throws IOException {
    AtomicInteger answers = new AtomicInteger();
    server.misbehave((exchange, file, start) -> {
      if (answers.incrementAndGet() > 4) return false;
      FaultyServer.send(exchange, file, start, start + 50_000);
      return true;
    });
    fetch(Progress.NONE);
    assertFetched();
    assertEquals(5, server.requests().size());
    assertEquals("thing-1.2-linux-x86_64.jar from 0", server.requests().get(0));
  }

  @Test
  void aConnectionThatBringsNothingIsGivenUpAndWhatCameIsKept() throws IOException {
    Files.write(part, Arrays.copyOf(content, 200_000));
    server.misbehave((exchange, file, start) -> {
      FaultyServer.send(exchange, file, start, start);
      return true;
    });
    String message = failure();
    assertTrue(message.startsWith(server.address() + "/org/example/group/thing/1.2/thing-1.2-linux-x86_64.jar can't"),
        message);
    assertTrue(message.contains("1 MB of 1 MB are kept"), message);
    assertEquals(3, server.requests().size());
    assertArrayEquals(Arrays.copyOf(content, 200_000), Files.readAllBytes(part));
  }

  @Test
  void aServerWithoutRangesSendsAllAnew() throws IOException {
    Files.write(part, new byte[1000]);
    server.misbehave((exchange, file, start) -> {
      FaultyServer.send(exchange, file, 0, file.length);
      return true;
    });
    fetch(Progress.NONE);
    assertFetched();
  }

  @Test
  void aServerThatSendsAnotherPartIsAskedForAll() throws IOException {
    Files.write(part, Arrays.copyOf(content, 1000));
    server.misbehave((exchange, file, start) -> {
      if (start == 0) return false;
      FaultyServer.send(exchange, file, start + 1, file.length);
      return true;
    });
    fetch(Progress.NONE);
    assertFetched();
  }

  @Test
  void aServerThatKnowsNoSuchPartIsAskedForAll() throws IOException {
    Files.write(part, Arrays.copyOf(content, 1000));
    server.misbehave((exchange, file, start) -> {
      if (start == 0) return false;
      exchange.sendResponseHeaders(416, -1);
      return true;
    });
    fetch(Progress.NONE);
    assertFetched();
  }

  @Test
  void moreThanThereIsIsThrownAway() throws IOException {
    Files.write(part, new byte[content.length + 1]);
    fetch(Progress.NONE);
    assertFetched();
  }

  @Test
  void aFileOfAnotherSizeIsRefusedBeforeItIsFetched() throws IOException {
    server.put(jar, "<html>Please log in</html>".getBytes());
    String message = failure();
    assertTrue(message.contains("has 26 bytes but thing-1.2-linux-x86_64.jar must have 300000"), message);
    assertFalse(Files.exists(part) && Files.size(part) > 0);
    assertEquals(1, server.requests().size());
  }

  /** Without a length before it, only its checksum can tell; 1.9 GB came of a file of 4 MB. */
  @Test
  void anAnswerWithoutEndIsReadNoFurtherThanTheFileIsLong() throws IOException {
    server.misbehave((exchange, whole, start) -> {
      exchange.sendResponseHeaders(200, 0); // in chunks
      exchange.getResponseBody().write(whole);
      for (int i = 0; i < 100_000; i++) exchange.getResponseBody().write(new byte[1 << 16]);
      return true;
    });
    fetch(Progress.NONE);
    assertFetched();
    assertEquals(1, server.requests().size());
  }

  /** It was fetched 554 times in 45 s. */
  @Test
  void tenBytesTooManyAreNotReadAndNotAskedForAgain() throws IOException {
    server.misbehave((exchange, whole, start) -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(Arrays.copyOf(whole, whole.length + 10));
      return true;
    });
    fetch(Progress.NONE);
    assertFetched();
    assertEquals(1, server.requests().size());
  }

  @Test
  void aServerThatSendsAByteATimeIsGivenUp() {
    server.misbehave((exchange, whole, start) -> {
      FaultyServer.send(exchange, whole, start, start + 1);
      return true;
    });
    assertThrows(IOException.class, () -> fetch(Progress.NONE));
    assertEquals(IMPATIENT.tries(), server.requests().size());
  }

  @Test
  void aStalledServerIsGivenUp() throws IOException {
    server.misbehave((exchange, file, start) -> {
      if (start > 0) return false;
      FaultyServer.send(exchange, file, 0, 100_000);
      sleepLong();
      return true;
    });
    fetch(Progress.NONE);
    assertFetched();
    assertEquals("thing-1.2-linux-x86_64.jar from 100000", server.requests().get(1));
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    server.misbehave((exchange, file, start) -> {
      sleepLong();
      return true;
    });
    String message = failure();
    assertTrue(message.contains("no answer in time"), message);
    assertEquals(3, server.requests().size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cancellingDoesNotWaitForTheServer(boolean answers) throws IOException {
    server.misbehave((exchange, file, start) -> {
      if (answers) FaultyServer.send(exchange, file, 0, 100_000);
      sleepLong();
      return true;
    });
    RepositorySource patient = new RepositorySource(server.address(), Optional.empty(),
        new RepositorySource.Patience(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 3));
    Progress stopping = new Progress() {
      @Override
      public boolean isCancelled() {
        try {
          return !server.requests().isEmpty() && (!answers || Files.exists(part) && Files.size(part) == 100_000);
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    };
    assertThrows(CancellationException.class, () -> patient.fetch(jar, part, stopping));
    if (answers) assertArrayEquals(Arrays.copyOf(content, 100_000), Files.readAllBytes(part));
  }

  private static void sleepLong() {
    try {
      TimeUnit.MINUTES.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void redirectsAreFollowed() throws IOException {
    server.misbehave((exchange, file, start) -> {
      if (exchange.getRequestURI().getQuery() != null) return false;
      exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "?mirror");
      exchange.sendResponseHeaders(302, -1);
      return true;
    });
    fetch(Progress.NONE);
    assertFetched();
  }

  @ParameterizedTest
  @CsvSource({"404, must be the root of a Maven repository", "403, is not public", "401, is not public",
      "407, asks for a name and a password", "400, can't be fetched (HTTP 400)"})
  void refusalsAreToldAtOnce(int status, String expected) {
    server.misbehave((exchange, file, start) -> {
      exchange.sendResponseHeaders(status, -1);
      return true;
    });
    String message = failure();
    assertTrue(message.contains(expected), message);
    assertEquals(1, server.requests().size());
  }

  @Test
  void aServerInTroubleIsAskedAgain() throws IOException {
    AtomicInteger answers = new AtomicInteger();
    server.misbehave((exchange, file, start) -> {
      if (answers.incrementAndGet() > 2) return false;
      exchange.sendResponseHeaders(503, -1);
      return true;
    });
    fetch(Progress.NONE);
    assertFetched();
  }

  @Test
  void theProxyIsUsed() throws IOException {
    // No such host is ever asked: the proxy answers for it.
    new RepositorySource("http://repository.invalid/maven2", Optional.of(new ProxyAddress("localhost", server.port())),
        IMPATIENT).fetch(jar, part, Progress.NONE);
    assertFetched();
  }

  @Test
  void aProxyThatRefusesIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    RepositorySource source = new RepositorySource(server.address().replace("localhost", "repository.invalid"),
        Optional.of(new ProxyAddress("localhost", port)), IMPATIENT);
    String message =
        assertThrows(IOException.class, () -> source.fetch(jar, part, Progress.NONE)).getMessage();
    assertTrue(message.contains("the connection was refused (through the proxy localhost:" + port + ")"), message);
  }

  @Test
  void anUnknownHostIsToldApart() {
    RepositorySource source = new RepositorySource("http://repository.invalid/maven2", Optional.empty(), IMPATIENT);
    String message =
        assertThrows(IOException.class, () -> source.fetch(jar, part, Progress.NONE)).getMessage();
    assertTrue(message.contains("the host's name is not known"), message);
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldApartFromTheNetwork() throws IOException {
    Files.createDirectory(part);
    Files.createFile(part.resolve("in the way"));
    EngineJar large = new EngineJar("org.example.group", "thing", "1.2", "linux-x86_64", 5_000_000, 0, "");
    server.put(large, new byte[5_000_000]);
    String message = assertThrows(IOException.class,
        () -> new RepositorySource(server.address(), Optional.empty(), IMPATIENT).fetch(large, part, Progress.NONE))
        .getMessage();
    assertTrue(message.startsWith(part + " can't be written"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ftp://example.org/maven2", "repo.example.org/maven2", "http:///maven2", "https://a b/"})
  void addressesThatAreNoneAreRefused(String address) {
    String message = assertThrows(IllegalArgumentException.class, () -> new RepositorySource(address, Optional.empty()))
        .getMessage();
    assertTrue(message.contains("'" + address + "'"), message);
  }

  @ParameterizedTest
  @CsvSource({"proxy.example.org:3128, proxy.example.org, 3128", "http://10.0.0.1:80/, 10.0.0.1, 80", "[::1]:99, ::1, 99"})
  void proxiesAreRead(String text, String host, int port) {
    assertEquals(new ProxyAddress(host, port), ProxyAddress.parse("proxy", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "proxy", "proxy:", ":80", "proxy:0", "proxy:65536", "user:word@proxy:80", "a b:80"})
  void whatIsNoProxyIsRefused(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ProxyAddress.parse("--proxy", text)).getMessage();
    assertTrue(message.startsWith("--proxy is '" + text + "'; it must be HOST:PORT"), message);
  }
}
