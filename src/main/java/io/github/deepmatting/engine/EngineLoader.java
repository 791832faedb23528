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
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Loads the engine, through a class loader of its own. Only one class loader can load a native library, so there is one
 * engine per process, made at first use and kept until the process ends. Safe for several threads.
 */
public final class EngineLoader {

  private static final String IMPLEMENTATION = "io.github.deepmatting.tensorflow.TensorFlowEngine";

  private static final EngineLoader PROCESS = new EngineLoader();

  private Engine engine;
  private Path loadedFrom;

  private EngineLoader() {}

  /**
   * The engine of this process. The first call loads that of {@link EngineFolder#find()}, which takes seconds; in a new
   * engine folder some 700 MB are unpacked.
   *
   * @throws EngineUnavailableException if there is no engine folder for this platform, or it does not load
   */
  public static Engine get() {
    return PROCESS.getOrLoad();
  }

  /**
   * The engine of this process, from this folder.
   *
   * @throws EngineUnavailableException if it does not load, or if this process already has an engine from another
   *     folder
   */
  public static Engine load(EngineFolder folder) {
    return PROCESS.getOrLoad(folder);
  }

  /** The folder of the engine that this process runs; empty if it runs none yet. */
  public static Optional<Path> loadedFrom() {
    return PROCESS.folder();
  }

  private synchronized Optional<Path> folder() {
    return Optional.ofNullable(loadedFrom);
  }

  private synchronized Engine getOrLoad() {
    return engine != null ? engine : getOrLoad(EngineFolder.find());
  }

  private synchronized Engine getOrLoad(EngineFolder folder) {
    Path directory = folder.directory().toAbsolutePath().normalize();
    if (engine == null) {
      engine = instantiate(folder);
      loadedFrom = directory;
    } else if (!loadedFrom.equals(directory)) {
      throw new EngineUnavailableException(
          "This process already runs the engine of " + loadedFrom + " and can't change to that of " + directory
              + "; restart to change it.");
    }
    return engine;
  }

  private static Engine instantiate(EngineFolder folder) {
    ClassLoader parent = EngineLoader.class.getClassLoader();
    IsolatingClassLoader loader = new IsolatingClassLoader(urls(folder), parent);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    Path cache = NativeSettings.cacheFor(folder.directory());
    thread.setContextClassLoader(loader);
    try {
      NativeSettings.apply(loader, cache);
      return (Engine) loader.loadClass(IMPLEMENTATION).getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw failure(folder, e.getCause());
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw failure(folder, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static EngineUnavailableException failure(EngineFolder folder, Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) root = root.getCause();
    String hint =
        String.valueOf(root.getMessage()).contains("already loaded in another classloader")
            ? " Another copy of this plugin runs in the same process: keep only one, and restart."
            : " Its jars may be incomplete or of versions that don't fit together, or the disk may have been full when"
                + " the native library was unpacked to " + NativeSettings.cacheFor(folder.directory())
                + ": delete that folder, install the engine again, and restart.";
    return new EngineUnavailableException(
        "The engine in " + folder.directory() + " does not load (" + root + ")." + hint, cause);
  }

  private static URL[] urls(EngineFolder folder) {
    List<Path> paths = new ArrayList<>(folder.jars());
    paths.add(
        EnginePlaces.ownLocation()
            .orElseThrow(
                () -> new EngineUnavailableException(
                    "The plugin's own classes come from no jar or folder, so the engine can't be isolated.")));
    URL[] urls = new URL[paths.size()];
    try {
      for (int i = 0; i < urls.length; i++) urls[i] = paths.get(i).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new EngineUnavailableException("A jar's path is no URL: " + e.getMessage(), e);
    }
    return urls;
  }
}
