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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same class names and resources in two jars made here, "old" on the parent and "new" behind the isolating loader,
 * each telling which jar it comes from.
 */
class IsolatingClassLoaderTest {

  private static final List<String> SHARED =
      List.of(
          "org.tensorflow.Session",
          "org.bytedeco.javacpp.Loader",
          "com.google.protobuf.Message",
          "io.github.deepmatting.tensorflow.Implementation",
          "org.tensorflowlike.Other",
          "com.google.common.Lists");

  @TempDir Path folder;

  private URLClassLoader parent;
  private IsolatingClassLoader isolating;

  @BeforeEach
  void makeJars() throws IOException {
    Path old = jar("old", "org.tensorflow.OnlyInOld", "example.OnlyInOld");
    Path fresh = jar("new", "org.tensorflow.OnlyInNew", "example.OnlyInNew");
    parent = new URLClassLoader(new URL[] {old.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    isolating = new IsolatingClassLoader(new URL[] {fresh.toUri().toURL()}, parent);
  }

  @AfterEach
  void close() throws IOException {
    isolating.close();
    parent.close();
  }

  /** A jar with the shared classes and these two, and a resource {@code lib.txt} in each class's package. */
  private Path jar(String origin, String... own) throws IOException {
    List<String> names = new java.util.ArrayList<>(SHARED);
    names.addAll(List.of(own));
    Path sources = Files.createDirectories(folder.resolve(origin));
    Path classes = Files.createDirectories(folder.resolve(origin + "-classes"));
    List<String> arguments = new java.util.ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    for (String name : names) {
      int dot = name.lastIndexOf('.');
      Path source = sources.resolve(name + "/" + name.substring(dot + 1) + ".java");
      Files.createDirectories(source.getParent());
      Files.writeString(
          source,
          "package " + name.substring(0, dot) + "; public class " + name.substring(dot + 1)
              + " { public static String origin() { return \"" + origin + "\"; } }");
      arguments.add(source.toString());
    }
    assertEquals(
        0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])), "javac");
    Path jar = folder.resolve(origin + " engine.jar");
    java.util.Set<String> entries = new java.util.LinkedHashSet<>();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : names) {
        String path = name.replace('.', '/');
        out.putNextEntry(new JarEntry(path + ".class"));
        out.write(Files.readAllBytes(classes.resolve(path + ".class")));
        String resource = path.substring(0, path.lastIndexOf('/')) + "/lib.txt";
        if (!entries.add(resource)) continue;
        out.putNextEntry(new JarEntry(resource));
        out.write(origin.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static String origin(Class<?> type) throws ReflectiveOperationException {
    return (String) type.getMethod("origin").invoke(null);
  }

  private static String text(URL url) throws IOException {
    try (var in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void isolatedClassesAreTheNewOnes() throws Exception {
    for (String name : SHARED.subList(0, 4)) {
      Class<?> type = isolating.loadClass(name);
      assertEquals("new", origin(type), name);
      assertSame(isolating, type.getClassLoader(), name);
      assertSame(type, isolating.loadClass(name), name);
      assertNotSame(type, parent.loadClass(name), name);
      assertEquals("old", origin(parent.loadClass(name)), name);
    }
  }

  @Test
  void allOthersAreTheParents() throws Exception {
    for (String name : SHARED.subList(4, 6)) assertSame(parent.loadClass(name), isolating.loadClass(name), name);
    assertEquals("old", origin(isolating.loadClass("example.OnlyInOld")));
    assertSame(String.class, isolating.loadClass("java.lang.String"));
  }

  @Test
  void whatTheParentLacksComesFromItsOwnJars() throws Exception {
    assertEquals("new", origin(isolating.loadClass("example.OnlyInNew")));
    assertEquals("new", origin(isolating.loadClass("org.tensorflow.OnlyInNew")));
  }

  @Test
  void anIsolatedClassThatOnlyTheParentHasIsNotFound() throws Exception {
    assertNotNull(parent.loadClass("org.tensorflow.OnlyInOld"));
    assertThrows(ClassNotFoundException.class, () -> isolating.loadClass("org.tensorflow.OnlyInOld"));
  }

  @Test
  void resourcesFollowTheirPackage() throws Exception {
    for (String isolated :
        List.of("org/tensorflow/", "org/bytedeco/javacpp/", "com/google/protobuf/", "io/github/deepmatting/tensorflow/")) {
      assertEquals("new", text(isolating.getResource(isolated + "lib.txt")), isolated);
      List<URL> all = Collections.list(isolating.getResources(isolated + "lib.txt"));
      assertEquals(1, all.size(), isolated);
      assertEquals("new", text(all.get(0)), isolated);
    }
    assertEquals("old", text(isolating.getResource("org/tensorflowlike/lib.txt")));
    assertEquals(2, Collections.list(isolating.getResources("org/tensorflowlike/lib.txt")).size());
    assertNull(isolating.getResource("org/tensorflow/absent.txt"));
    Class<?> session = isolating.loadClass("org.tensorflow.Session");
    try (var in = session.getResourceAsStream("lib.txt")) {
      assertTrue(in != null && new String(in.readAllBytes(), StandardCharsets.UTF_8).equals("new"));
    }
  }
}
