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

import io.github.deepmatting.engine.EngineBuild;
import io.github.deepmatting.engine.EngineUnavailableException;
import io.github.deepmatting.engine.NativePlatform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The jars of one engine. The resource {@code jars.txt}, made by {@code scripts/engine-jars}, lists all engines.
 *
 * @param platform the platform that it runs on
 * @param build CPU or GPU
 * @param version of TensorFlow Java
 * @param jars its jars
 */
public record EngineDistribution(NativePlatform platform, EngineBuild build, String version, List<EngineJar> jars) {

  private static final String LIST = "jars.txt";

  public EngineDistribution {
    jars = List.copyOf(jars);
  }

  /**
   * The engine for a platform.
   *
   * @throws EngineUnavailableException if there is none for the platform
   * @throws IllegalArgumentException if there is no such build for the platform
   */
  public static EngineDistribution of(NativePlatform platform, EngineBuild build) {
    platform.requireSupported();
    String exact = platform + "/" + build;
    List<String> lines = lines();
    if (lines.stream().noneMatch(line -> line.startsWith(exact + " ")))
      throw new IllegalArgumentException("There is no " + build + " build of TensorFlow for " + platform
          + "; choose build " + builds(lines, platform));
    Set<String> wanted = Set.of("all", platform.toString(), exact);
    List<EngineJar> jars = lines.stream()
        .map(line -> line.split(" "))
        .filter(columns -> wanted.contains(columns[0]))
        .map(EngineJar::parse)
        .toList();
    String version = jars.stream().filter(jar -> jar.artifact().equals("tensorflow-core-api"))
        .findFirst().orElseThrow().version();
    return new EngineDistribution(platform, build, version, jars);
  }

  private static String builds(List<String> lines, NativePlatform platform) {
    return Arrays.stream(EngineBuild.values())
        .filter(build -> lines.stream().anyMatch(line -> line.startsWith(platform + "/" + build + " ")))
        .map(EngineBuild::toString)
        .collect(Collectors.joining(" or "));
  }

  private static List<String> lines() {
    try (InputStream stream = EngineDistribution.class.getResourceAsStream(LIST)) {
      if (stream == null) throw new IllegalStateException("The plugin's jar lacks " + LIST);
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of its folder, e.g. {@code 1.1.0-linux-x86_64-cpu}. */
  public String name() {
    return version + "-" + platform + "-" + build;
  }

  /** The size of all jars in bytes. */
  public long size() {
    return jars.stream().mapToLong(EngineJar::size).sum();
  }

  /** The bytes that the unpacked native libraries take on disk in addition. */
  public long unpacked() {
    return jars.stream().mapToLong(EngineJar::unpacked).sum();
  }

  /** Its version, build, platform and size, for people to read. */
  public String describe() {
    return "TensorFlow Java " + version + ", " + build + " build for " + platform + ": " + jars.size() + " files, "
        + Bytes.megabytes(size()) + " to download, " + Bytes.megabytes(size() + unpacked()) + " on disk";
  }
}
