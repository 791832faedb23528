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
package io.github.deepmatting.commands.javacheck;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * What {@link JavaCheckTest} runs in a process of its own: SciJava on a Java 8 as far as it can be played, in a class
 * loader that takes class files up to version 52 alone, with the error that Java 8 has for others. Prints a line for each
 * command: its place in the menu and why it was cancelled.
 */
public final class OldJava {

  private static final int JAVA_8 = 52;

  private OldJava() {}

  /** Takes no class file newer than Java 8's. */
  private static final class Java8Loader extends URLClassLoader {

    Java8Loader(URL[] urls) {
      super(urls, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (file == null) throw new ClassNotFoundException(name);
        int version = ByteBuffer.wrap(file.readNBytes(8)).getShort(6);
        if (version > JAVA_8)
          throw new UnsupportedClassVersionError(name + " has been compiled by a more recent version of the Java Runtime"
              + " (class file version " + version + ".0), this version recognizes class file versions up to 52.0");
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
      return super.findClass(name);
    }
  }

  public static void main(String[] classPath) throws Exception {
    PrintStream out = System.out;
    System.setProperty("java.specification.version", "1.8");
    System.setProperty("java.version", "1.8.0_482");
    List<URL> urls = new ArrayList<>();
    for (String element : classPath[0].split(File.pathSeparator)) urls.add(Path.of(element).toUri().toURL());
    try (Java8Loader loader = new Java8Loader(urls.toArray(URL[]::new))) {
      Thread.currentThread().setContextClassLoader(loader);
      Object context = loader.loadClass("org.scijava.Context").getConstructor().newInstance();
      Class<?> moduleServiceType = loader.loadClass("org.scijava.module.ModuleService");
      Class<?> infoType = loader.loadClass("org.scijava.module.ModuleInfo");
      Class<?> moduleType = loader.loadClass("org.scijava.Cancelable");
      Object modules = context.getClass().getMethod("service", Class.class).invoke(context, moduleServiceType);
      for (Object info : (List<?>) moduleServiceType.getMethod("getModules").invoke(modules)) {
        String menu = String.valueOf(infoType.getMethod("getMenuPath").invoke(info));
        if (!menu.contains("Deep Matting")) continue;
        Future<?> run = (Future<?>) moduleServiceType.getMethod("run", infoType, boolean.class, Object[].class)
            .invoke(modules, info, true, new Object[0]);
        Object module = run.get();
        Object reason = module == null ? "no module" : moduleType.getMethod("getCancelReason").invoke(module);
        out.println("command=" + menu + "=" + reason);
      }
      context.getClass().getMethod("dispose").invoke(context);
    }
  }
}
