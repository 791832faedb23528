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

import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * A Maven repository, by HTTP or HTTPS. Continues where an earlier attempt ended (range requests, RFC 9110, section
 * 14), and retries a few times when the connection breaks. If no proxy is given, it uses the one of Java's system
 * properties ({@code https.proxyHost}, {@code https.proxyPort} and so on), which Fiji sets from its proxy settings.
 */
public final class RepositorySource implements JarSource {

  /** Maven Central. */
  public static final String CENTRAL = "https://repo.maven.apache.org/maven2";

  /** The times to wait, and the number of attempts. */
  record Patience(Duration connect, Duration silence, Duration pause, int tries) {
    static final Patience NORMAL =
        new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(2), 5);
  }

  private static final long CANCEL_CHECK_MILLISECONDS = 200;
  private static final long GOOD_PIECE = 1 << 14;

  private final URI root;
  private final Optional<ProxyAddress> proxy;
  private final Patience patience;
  private final HttpClient client;

  /**
   * @param address the repository's root, with {@code http} or {@code https}
   * @param proxy the proxy; empty for that of Java's system properties, if any
   * @throws IllegalArgumentException if the address is not valid
   */
  public RepositorySource(String address, Optional<ProxyAddress> proxy) {
    this(address, proxy, Patience.NORMAL);
  }

  RepositorySource(String address, Optional<ProxyAddress> proxy, Patience patience) {
    this.root = root(address);
    this.proxy = proxy;
    this.patience = patience;
    HttpClient.Builder builder = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .connectTimeout(patience.connect());
    proxy.ifPresent(through -> builder.proxy(ProxySelector.of(through.socketAddress())));
    client = builder.build();
  }

  private static URI root(String address) {
    try {
      URI uri = URI.create(address.strip().replaceFirst("/*$", "/"));
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) return uri;
    } catch (IllegalArgumentException e) {
      // Told below, with what is allowed.
    }
    throw new IllegalArgumentException("The repository is '" + address
        + "'; it must be the address of a Maven repository's root, e.g. " + CENTRAL);
  }

  @Override
  public String name() {
    return root.toString();
  }

  @Override
  public void fetch(EngineJar jar, Path part, Progress progress) throws IOException {
    PartFile file = new PartFile(part);
    for (int attempt = 1; file.length() != jar.size(); attempt++) {
      long before = file.length();
      if (before > jar.size()) file.restart();
      try {
        progress.begin("Downloading " + jar.fileName(), jar.size());
        file.grow(patience.silence(), progress, () -> fetchRest(jar, file));
        if (file.length() < jar.size()) throw new IOException("the connection ended early");
      } catch (PartFile.WriteException | RefusedException e) {
        throw e;
      } catch (IOException e) {
        progress.checkCancelled();
        // An attempt that brought a good piece does not count: even a bad connection finishes.
        if (file.length() - before >= GOOD_PIECE) attempt = 1;
        if (attempt >= patience.tries()) throw broken(jar, file, e);
        progress.info("The download of " + jar.fileName() + " broke off (" + HttpFailures.reason(e)
            + "); continuing after " + Bytes.megabytes(file.length()));
        pause(progress);
      }
    }
  }

  /** Thrown for an answer that the server would only repeat. */
  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /** Asks for what the file lacks and appends it; runs in a thread of its own. */
  private void fetchRest(EngineJar jar, PartFile file) throws IOException, InterruptedException {
    long have = file.length();
    URI address = root.resolve(jar.repositoryPath());
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience.silence());
    if (have > 0) request.header("Range", "bytes=" + have + "-");
    HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      int status = response.statusCode();
      if (status == 416 || (status == 206 && startOf(response) != have)) {
        // The part is not the beginning of this file; the next attempt starts from zero.
        file.restart();
        throw new IOException("the server has no such part of it");
      }
      if (status != 200 && status != 206) {
        if (status >= 500) throw new IOException("the server answered " + status);
        throw new RefusedException(HttpFailures.refusal(status, address, proxy));
      }
      if (status == 200 && have > 0) file.restart(); // the server can't send parts
      long coming = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      if (coming >= 0 && file.length() + coming != jar.size())
        throw new RefusedException(address + " has " + (file.length() + coming) + " bytes but " + jar.fileName()
            + " must have " + jar.size() + "; the repository is not a copy of Maven Central, or a proxy sent a page of"
            + " its own. Give another repository address, or install from a folder");
      file.append(body, jar.size());
    }
  }

  /** The first byte of the part that the server sent. */
  private static long startOf(HttpResponse<?> response) {
    String range = response.headers().firstValue("Content-Range").orElse("");
    String start = range.replaceFirst("^bytes (\\d{1,18})-.*$", "$1");
    return start.matches("\\d{1,18}") ? Long.parseLong(start) : -1;
  }

  private IOException broken(EngineJar jar, PartFile file, IOException e) throws IOException {
    return new IOException(root.resolve(jar.repositoryPath()) + " can't be fetched: " + HttpFailures.reason(e)
        + proxy.map(through -> " (through the proxy " + through + ")").orElse("") + ". Check the network"
        + (proxy.isPresent() ? " and the proxy's address" : ", or name a proxy") + "; or download the files elsewhere"
        + " and install them from a folder. " + (file.length() > 0 ? Bytes.megabytes(file.length()) + " of "
        + Bytes.megabytes(jar.size()) + " are kept, and the next attempt continues there." : ""), e);
  }

  private void pause(Progress progress) {
    long until = System.nanoTime() + patience.pause().toNanos();
    try {
      while (System.nanoTime() < until) {
        progress.checkCancelled();
        TimeUnit.MILLISECONDS.sleep(Math.min(CANCEL_CHECK_MILLISECONDS, 1 + patience.pause().toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
