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

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings of JavaCPP, which loads the native library and accounts for native memory. It reads them once, from system
 * properties. They are put back afterwards, so that another JavaCPP in the same process is not affected. The user's own
 * settings stay.
 */
final class NativeSettings {

  static final String CACHE = "org.bytedeco.javacpp.cachedir";

  private NativeSettings() {}

  /**
   * The folder that the native library is unpacked to, once: the folder {@code cache} in the engine folder, or, if that
   * can't be written, {@code .deep-matting/cache} in the user's home folder; the system property {@value #CACHE} has
   * precedence.
   */
  static Path cacheFor(Path engineFolder) {
    String set = System.getProperty(CACHE);
    if (set != null && !set.isBlank()) return Path.of(set);
    Path inFolder = engineFolder.resolve("cache");
    boolean writable = Files.exists(inFolder) ? Files.isWritable(inFolder) : Files.isWritable(engineFolder);
    return writable ? inFolder : Path.of(System.getProperty("user.home"), ".deep-matting", "cache");
  }

  /**
   * Makes the JavaCPP of this class loader take its settings.
   *
   * @throws InvocationTargetException if JavaCPP does not start
   */
  static void apply(ClassLoader loader, Path cache) throws ReflectiveOperationException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(CACHE, cache.toString());
    // JavaCPP's limits follow the Java heap, which has nothing to do with what a network needs; 0 is none.
    settings.put("org.bytedeco.javacpp.maxbytes", "0");
    settings.put("org.bytedeco.javacpp.maxphysicalbytes", "0");
    Map<String, String> before = new LinkedHashMap<>();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String name = setting.getKey();
      before.put(name, System.getProperty(name));
      if (before.get(name) == null) System.setProperty(name, setting.getValue());
    }
    try {
      loader.loadClass("org.bytedeco.javacpp.Loader").getMethod("getCacheDir").invoke(null);
      Class.forName("org.bytedeco.javacpp.Pointer", true, loader);
    } finally {
      before.forEach((name, value) -> {
        if (value == null) System.clearProperty(name);
      });
    }
  }
}
