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

import java.net.InetSocketAddress;

/**
 * The address of an HTTP proxy.
 *
 * @param host its name or address
 * @param port its port, 1 to 65535
 */
public record ProxyAddress(String host, int port) {

  /**
   * Reads {@code HOST:PORT}, with or without {@code http://} before it.
   *
   * @param parameter the name of the value in a message
   * @throws IllegalArgumentException if it has another form
   */
  public static ProxyAddress parse(String parameter, String text) {
    String bare = text.strip().replaceFirst("^[Hh][Tt][Tt][Pp]://", "").replaceFirst("/$", "");
    int colon = bare.lastIndexOf(':');
    try {
      int port = Integer.parseInt(bare.substring(colon + 1));
      String host = bare.substring(0, Math.max(0, colon)).replaceFirst("^\\[(.*)]$", "$1");
      if (port >= 1 && port <= 65535 && host.matches("[^\\s/@]+")) return new ProxyAddress(host, port);
    } catch (NumberFormatException e) {
      // Told below, with what is allowed.
    }
    throw new IllegalArgumentException(parameter + " is '" + text
        + "'; it must be HOST:PORT, e.g. proxy.example.org:3128, without a user or password");
  }

  InetSocketAddress socketAddress() {
    return new InetSocketAddress(host, port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
