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
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files of its own folder that a description names, without those on the web. */
final class NamedFiles {

  private final Map<String, Optional<String>> sums = new LinkedHashMap<>();

  private NamedFiles() {}

  /**
   * The names, each with the SHA-256 that the description gives. The description's own name comes first, without one.
   *
   * @param source the name of the description in messages
   * @throws IOException if it can't be read, or names a file with two different sums
   */
  static Map<String, Optional<String>> of(InputStream description, String source) throws IOException {
    YamlMap map = YamlMap.read(description, source);
    NamedFiles files = new NamedFiles();
    files.add(ModelFolder.DESCRIPTION_FILE, Optional.empty(), source);
    for (String key : List.of("documentation", "covers", "attachments")) files.addAll(map.values().get(key), source);
    for (String key : List.of("inputs", "outputs"))
      if (map.values().get(key) instanceof List<?> tensors)
        for (Object tensor : tensors)
          for (String part : List.of("test_tensor", "sample_tensor")) files.addAll(in(tensor, part), source);
    if (map.values().get("weights") instanceof Map<?, ?> weights)
      for (Object format : weights.values()) files.addAll(format, source);
    files.addAll(in(in(map.values().get("config"), "deep_matting"), "weights"), source);
    return files.sums;
  }

  private static Object in(Object map, String key) {
    return map instanceof Map<?, ?> entries ? entries.get(key) : null;
  }

  /** Adds the files of a value: a name, a mapping with a source and perhaps its sum, or a list of these. */
  private void addAll(Object value, String source) throws IOException {
    if (value instanceof List<?> list) {
      for (Object element : list) addAll(element, source);
    } else if (value instanceof String name) {
      add(name, Optional.empty(), source);
    } else if (value instanceof Map<?, ?> map && map.get("source") instanceof String name) {
      add(name, Optional.ofNullable(map.get("sha256")).map(sum -> sum.toString().toLowerCase(Locale.ROOT)), source);
    }
  }

  private void add(String name, Optional<String> sum, String source) throws IOException {
    if (name.matches("(?i)https?://.*")) return;
    Optional<String> before = sums.getOrDefault(name, Optional.empty());
    if (before.isPresent() && sum.isPresent() && !before.equals(sum))
      throw new IOException(source + " names the file '" + name + "' with two different SHA-256");
    sums.put(name, before.or(() -> sum));
  }
}
