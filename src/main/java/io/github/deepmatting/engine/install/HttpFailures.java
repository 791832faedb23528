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

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;

/** Describes failures of HTTP in plain words. */
final class HttpFailures {

  private HttpFailures() {}

  /** The reason why there was no answer, or no complete one. */
  static String reason(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause())
      if (cause instanceof UnresolvedAddressException) return "the host's name is not known";
    if (e instanceof HttpTimeoutException) return "no answer in time";
    if (e instanceof ConnectException) return "the connection was refused";
    return e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** The meaning of an answer other than the file, and what to do. */
  static String refusal(int status, URI address, Optional<ProxyAddress> proxy) {
    String elsewhere = "download the files elsewhere and install them from a folder";
    return switch (status) {
      case 404, 410 -> "There is no " + address + " (HTTP " + status + "). The repository's address must be the root of"
          + " a Maven repository that holds org.tensorflow, e.g. " + RepositorySource.CENTRAL;
      case 407 -> "The proxy " + proxy.map(ProxyAddress::toString).orElse("of Java's settings") + " asks for a name and"
          + " a password (HTTP 407), which can't be given here; " + elsewhere;
      default -> address + (status == 401 || status == 403 ? " is not public (HTTP " : " can't be fetched (HTTP ")
          + status + "). Give another repository address, or " + elsewhere;
    };
  }
}
