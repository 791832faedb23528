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

/**
 * A jar of the engine.
 *
 * @param group Maven's groupId
 * @param artifact Maven's artifactId
 * @param version its version
 * @param classifier the platform and build that it is for; empty for all
 * @param size in bytes
 * @param unpacked bytes that its native libraries take when unpacked; 0 for none
 * @param sha256 64 lower-case hexadecimal digits
 */
public record EngineJar(
    String group, String artifact, String version, String classifier, long size, long unpacked, String sha256) {

  /** The columns of a line of the list after the first. */
  static EngineJar parse(String[] columns) {
    String[] coordinates = columns[1].split(":");
    return new EngineJar(coordinates[0], coordinates[1], coordinates[2], coordinates.length > 3 ? coordinates[3] : "",
        Long.parseLong(columns[2]), Long.parseLong(columns[3]), columns[4]);
  }

  /** Its name in the engine's folder and in a repository. */
  public String fileName() {
    return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
  }

  /** Its path in a Maven repository, with slashes, without one at the start. */
  public String repositoryPath() {
    return group.replace('.', '/') + "/" + artifact + "/" + version + "/" + fileName();
  }
}
