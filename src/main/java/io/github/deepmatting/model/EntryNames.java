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
package io.github.deepmatting.model;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Names of files in an archive that can be trusted. All errors are sentences without a subject ("has ..."). */
final class EntryNames {

  private static final int LONGEST = 128;

  /** Devices of Windows, whatever follows their first dot. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4",
      "com5", "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
      "lpt9");

  private EntryNames() {}

  /**
   * Checks that an entry's name can lead nowhere but into the archive's folder.
   *
   * @throws IOException if it is absolute, climbs up, has backslashes or a drive, or characters beyond printable ASCII
   */
  static void requireInside(String name) throws IOException {
    if (name.isEmpty()) throw new IOException("has an entry without a name");
    int odd = name.chars().filter(sign -> sign < ' ' || sign > '~').findFirst().orElse(-1);
    if (odd >= 0)
      throw new IOException(
          "has an entry whose name holds the character number " + odd + "; letters, digits and - _ . are allowed");
    boolean leadsOut = name.startsWith("/") || name.contains("\\") || name.contains(":");
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    for (String part : path.split("/", -1)) leadsOut |= part.isEmpty() || part.strip().matches("\\.+\\s*");
    if (leadsOut) throw new IOException("has the entry '" + name + "', which may lead out of the model's folder");
  }

  /**
   * Checks that a file of this name can lie in a folder on every system.
   *
   * @throws IOException if it can't
   */
  static void requirePlainFile(String name) throws IOException {
    if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_. ()+-]*") || name.endsWith(".") || name.endsWith(" ")
        || name.length() > LONGEST || isDevice(name))
      throw new IOException("has the file '" + name + "'; allowed are names of up to " + LONGEST
          + " letters, digits, spaces and _ . + - ( ), without folders");
  }

  /** True if Windows takes the name for a device. */
  static boolean isDevice(String name) {
    return DEVICES.contains(name.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT));
  }
}
