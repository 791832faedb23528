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

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Maven repository on this machine that misbehaves as told; plays the proxy too, since it only looks at paths. */
final class FaultyServer implements AutoCloseable {

  /** What to do to an answer. */
  interface Fault {
    /**
     * @param exchange not answered yet
     * @param content the file that was asked for
     * @param start first byte that was asked for
     * @return whether the fault has answered itself
     */
    boolean answer(HttpExchange exchange, byte[] content, int start) throws IOException;
  }

  static final Fault NONE = (exchange, content, start) -> false;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Fault fault = NONE;

  FaultyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://localhost:" + port() + "/maven2";
  }

  int port() {
    return server.getAddress().getPort();
  }

  void put(EngineJar jar, byte[] content) {
    files.put("/maven2/" + jar.repositoryPath(), content);
  }

  void misbehave(Fault how) {
    fault = how;
  }

  /** "path from the start" of each request, e.g. {@code a-1.jar from 0}. */
  List<String> requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] content = files.get(exchange.getRequestURI().getPath());
      String range = exchange.getRequestHeaders().getFirst("Range");
      int start = range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
      String path = exchange.getRequestURI().getPath();
      requests.add(path.substring(path.lastIndexOf('/') + 1) + " from " + start);
      if (content == null) exchange.sendResponseHeaders(404, -1);
      else if (!fault.answer(exchange, content, start)) send(exchange, content, start, content.length);
    }
  }

  /** Promises everything from the start to the end of the file, and sends it up to a byte before which it breaks off. */
  static void send(HttpExchange exchange, byte[] content, int start, int end) throws IOException {
    if (start > 0)
      exchange.getResponseHeaders().set(
          "Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
    exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
    OutputStream out = exchange.getResponseBody();
    out.write(Arrays.copyOfRange(content, start, end));
    out.flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
