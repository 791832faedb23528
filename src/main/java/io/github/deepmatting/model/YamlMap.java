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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A YAML mapping whose values are asked for by key and type. Every error names the source and the full key. Remembers
 * the keys that were asked for, so that unknown ones can be refused.
 */
public final class YamlMap {

  private static final int LARGEST = 1 << 20;
  private static final int LONGEST_TEXT = 10_000;

  private final Map<String, Object> values;
  private final String source;
  private final String prefix;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param values the mapping
   * @param source the name of its origin in messages
   */
  public YamlMap(Map<String, ?> values, String source) {
    this(values, source, "");
  }

  private YamlMap(Map<String, ?> values, String source, String prefix) {
    this.values = new LinkedHashMap<>(values);
    this.source = source;
    this.prefix = prefix;
  }

  /**
   * Reads plain YAML: mappings, sequences, strings, numbers and truth values, no other Java types, and no aliases of
   * mappings or sequences, by which a small file can unfold to a huge one. Texts come on one line: white space and line
   * breaks in them become single spaces.
   *
   * @throws IOException if the stream can't be read, has more than {@value #LARGEST} bytes, holds control characters or
   *     is not such YAML
   */
  public static YamlMap read(InputStream stream, String source) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST)
      throw new IOException(source + " is too large for a description: more than " + LARGEST + " bytes");
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    Object root;
    try {
      root = new Yaml(new SafeConstructor(options)).load(new String(bytes, StandardCharsets.UTF_8));
    } catch (YAMLException e) {
      String problem = e.getMessage().startsWith("Number of aliases")
          ? "an alias (*name) stands for a mapping or a list; write it out" : e.getMessage();
      throw new IOException(source + " is no valid YAML: " + problem, e);
    }
    if (!(root instanceof Map<?, ?> map))
      throw new IOException(source + " must hold a YAML mapping (key: value) but holds " + typeOf(root));
    return new YamlMap(stringKeys((Map<?, ?>) plain(map, source)), source);
  }

  /** The value with its texts on one line each. */
  private static Object plain(Object value, String source) throws IOException {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet())
        plain.put(plain(entry.getKey(), source), plain(entry.getValue(), source));
      return plain;
    }
    if (value instanceof List<?> list) {
      List<Object> plain = new ArrayList<>();
      for (Object element : list) plain.add(plain(element, source));
      return plain;
    }
    if (!(value instanceof String text)) return value;
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() > LONGEST_TEXT)
      throw new IOException(source + " holds a text of " + line.length() + " characters; at most " + LONGEST_TEXT
          + " are allowed: '" + Quoted.of(line) + "'");
    for (int i = 0; i < line.length(); i++)
      if (!Quoted.isPlain(line.charAt(i)))
        throw new IOException(source + " holds the text '" + Quoted.of(line) + "' with a control character");
    return line;
  }

  /** The mapping as YAML text in block style. */
  public static String write(Map<String, ?> values) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndent(2);
    options.setWidth(120);
    options.setSplitLines(false);
    return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options).dump(values);
  }

  /** True if there is a value for a key. */
  public boolean contains(String key) {
    known.add(key);
    return values.get(key) != null;
  }

  /**
   * The text of a key.
   *
   * @throws IllegalArgumentException here and below, if there is none or it is of another type
   */
  public String text(String key) {
    return get(key, String.class, "a text");
  }

  /** One of these texts. */
  public String choice(String key, List<String> allowed) {
    String text = text(key);
    if (!allowed.contains(text)) throw wrong(key, "one of " + String.join(", ", allowed), text);
    return text;
  }

  /** A truth value. */
  public boolean flag(String key) {
    return get(key, Boolean.class, "true or false");
  }

  /** An integer. */
  public int integer(String key) {
    return get(key, Integer.class, "an integer");
  }

  /** A number, integer or not. */
  public double number(String key) {
    return get(key, Number.class, "a number").doubleValue();
  }

  /** A time; YAML makes a date of it unless it is in quotes. */
  public Instant instant(String key) {
    if (contains(key) && values.get(key) instanceof Date date) return date.toInstant();
    String text = text(key);
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong(key, "a time like 2026-01-31T12:00:00Z", text);
    }
  }

  /** A mapping. */
  public YamlMap map(String key) {
    return new YamlMap(stringKeys(get(key, Map.class, "a mapping")), source, prefix + key + ".");
  }

  /** A list of texts. */
  public List<String> texts(String key) {
    return list(key, String.class, "texts");
  }

  /** A list of integers. */
  public List<Integer> integers(String key) {
    return list(key, Integer.class, "integers");
  }

  /** A list of numbers. */
  public List<Double> numbers(String key) {
    return list(key, Number.class, "numbers").stream().map(Number::doubleValue).toList();
  }

  /** A list of mappings. */
  public List<YamlMap> maps(String key) {
    List<YamlMap> maps = new ArrayList<>();
    for (Map<?, ?> map : list(key, Map.class, "mappings"))
      maps.add(new YamlMap(stringKeys(map), source, prefix + key + "[" + maps.size() + "]."));
    return maps;
  }

  /** All values, unchanged. */
  public Map<String, Object> values() {
    return values;
  }

  /**
   * Refuses all keys that were not asked for before.
   *
   * @throws IllegalArgumentException naming the first of them
   */
  public void refuseOthers() {
    for (String key : values.keySet())
      if (!known.contains(key))
        throw new IllegalArgumentException(
            source + ": unknown key '" + prefix + Quoted.of(key) + "'; allowed are " + String.join(", ", known));
  }

  private <T> List<T> list(String key, Class<T> type, String elements) {
    List<T> list = new ArrayList<>();
    for (Object element : get(key, List.class, "a list of " + elements)) {
      if (!type.isInstance(element))
        throw wrong(key + "[" + list.size() + "]", "one of a list of " + elements, element);
      list.add(type.cast(element));
    }
    return list;
  }

  private <T> T get(String key, Class<T> type, String expected) {
    known.add(key);
    Object value = values.get(key);
    if (!type.isInstance(value)) throw wrong(key, expected, value);
    return type.cast(value);
  }

  private IllegalArgumentException wrong(String key, String expected, Object value) {
    String found = value == null ? "is missing" : "is " + typeOf(value) + " (" + Quoted.of(value) + ")";
    return new IllegalArgumentException(
        source + ": '" + prefix + key + "' must be " + expected + " but " + found);
  }

  private static String typeOf(Object value) {
    if (value == null) return "nothing";
    if (value instanceof Map) return "a mapping";
    if (value instanceof List) return "a list";
    if (value instanceof Boolean) return "a truth value";
    return value instanceof Number ? "a number" : "a text";
  }

  private static Map<String, Object> stringKeys(Map<?, ?> map) {
    Map<String, Object> strings = new LinkedHashMap<>();
    map.forEach((key, value) -> strings.put(String.valueOf(key), value));
    return strings;
  }
}
