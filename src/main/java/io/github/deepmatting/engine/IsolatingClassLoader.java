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
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;

/**
 * Loads TensorFlow, JavaCPP, protobuf and the package that uses them from its own jars only, and everything else from
 * its parent first. Versions of them on the parent's class path are neither seen nor disturbed.
 *
 * <p>For the isolated packages the parent is not even asked when a class is missing here: a mixture of two versions
 * would fail later and less clearly.
 */
final class IsolatingClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  /** Packages, with all below them, that come from this loader. */
  static final List<String> ISOLATED =
      List.of("org.tensorflow.", "org.bytedeco.", "com.google.protobuf.", "io.github.deepmatting.tensorflow.");

  private static final List<String> ISOLATED_FOLDERS =
      ISOLATED.stream().map(name -> name.replace('.', '/')).toList();

  /**
   * @param urls the engine's jars, and the jar or class folder that holds {@code io.github.deepmatting.tensorflow}
   * @param parent the loader of everything else
   */
  IsolatingClassLoader(URL[] urls, ClassLoader parent) {
    super("deep-matting-engine", urls, parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (ISOLATED.stream().noneMatch(name::startsWith)) return super.loadClass(name, resolve);
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      if (found == null) found = findClass(name);
      if (resolve) resolveClass(found);
      return found;
    }
  }

  @Override
  public URL getResource(String name) {
    return isolated(name) ? findResource(name) : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return isolated(name) ? findResources(name) : super.getResources(name);
  }

  /** Native libraries are resources beside the classes that load them. */
  private static boolean isolated(String resource) {
    return ISOLATED_FOLDERS.stream().anyMatch(resource::startsWith);
  }
}
