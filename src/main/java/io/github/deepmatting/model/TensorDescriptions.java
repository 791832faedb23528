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

import static io.github.deepmatting.model.ResourceDescription.entries;

import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes a network's input and output tensors after the BioImage.IO model specification 0.5. */
final class TensorDescriptions {

  private TensorDescriptions() {}

  /** The smallest height and width of a tile: the specification requires that cropping the halo leaves something. */
  static int smallestSize(NetworkConfiguration network) {
    int multiple = network.sizeMultiple();
    return (2 * network.halo() / multiple + 1) * multiple;
  }

  static Map<String, Object> input(NetworkConfiguration network) {
    Map<String, Object> size = entries("min", smallestSize(network), "step", network.sizeMultiple());
    boolean plain = network.inputChannels() == InputFeature.IMAGE.channels() + InputFeature.TRIMAP.channels();
    // At most 128 characters.
    String description = plain
        ? "Red, green, blue in [0,1], and the trimap: 0 background, 0.5 unknown, 1 foreground"
        : "Red, green, blue, trimap and what is computed from them; config.deep_matting.input_channels says how";
    return entries(
        "id", "input",
        "description", description,
        "axes", axes(entries("type", "space", "id", "y", "size", size),
            entries("type", "space", "id", "x", "size", new LinkedHashMap<>(size)), channelNames(network)),
        "data", entries("type", "float32", "range", List.of(0.0, largestInput(network))));
  }

  /** Distances between colours reach the RGB cube's diagonal, the root of 3; all other channels are in [0,1]. */
  private static double largestInput(NetworkConfiguration network) {
    return network.inputs().contains(InputFeature.IMPLIED_ALPHA) ? 1.75 : 1.0;
  }

  static Map<String, Object> output(NetworkConfiguration network) {
    Map<String, Object> y = entries("type", "space", "id", "y", "size", entries("tensor_id", "input", "axis_id", "y"));
    Map<String, Object> x = entries("type", "space", "id", "x", "size", entries("tensor_id", "input", "axis_id", "x"));
    if (network.halo() > 0) {
      y.put("halo", network.halo());
      x.put("halo", network.halo());
    }
    return entries(
        "id", "alpha",
        "description", network.smoothing().isEmpty()
            ? "Alpha matte; known pixels of the trimap are put in afterwards"
            : "Alpha of the network; then known pixels are put in and the rest is smoothed"
                + " (config.deep_matting.network.smoothing)",
        "axes", axes(y, x, List.of("alpha")),
        "data", entries("type", "float32", "range", List.of(0.0, 1.0)));
  }

  /** The meanings of the input tensor's channels, in order. */
  static List<Map<String, Object>> channelMeanings(NetworkConfiguration network) {
    List<Map<String, Object>> channels = new ArrayList<>();
    List<String> names = channelNames(network);
    for (InputFeature feature : network.inputs())
      for (String meaning : meanings(feature))
        channels.add(entries("name", names.get(channels.size()), "meaning", meaning));
    return channels;
  }

  private static List<String> channelNames(NetworkConfiguration network) {
    List<String> names = new ArrayList<>();
    for (InputFeature feature : network.inputs())
      for (int i = 0; i < feature.channels(); i++)
        names.add(feature.key().replace('-', '_') + (feature.channels() > 1 ? "_" + i : ""));
    return names;
  }

  private static List<String> meanings(InputFeature feature) {
    return switch (feature) {
      case IMAGE -> List.of("red in [0,1]", "green in [0,1]", "blue in [0,1]");
      case TRIMAP -> List.of("0 in the known background, 0.5 in the unknown region, 1 in the known foreground");
      case COARSE_ALPHA -> List.of("the network's own alpha of the image at half the resolution, brought up by local"
          + " linear functions of the colours (of the smallest size: closed-form alpha, Levin et al. 2008, solved at a reduced"
          + " resolution); 0 and 1 in the known regions");
      case CLOSED_FORM_ALPHA -> List.of("closed-form alpha (Levin et al. 2008) solved at a reduced resolution and"
          + " brought back by local linear functions of the colours; 0 and 1 in the known regions");
      case EXTENDED_COLOURS -> List.of(
          extended("foreground", "red"), extended("foreground", "green"), extended("foreground", "blue"),
          extended("background", "red"), extended("background", "green"), extended("background", "blue"));
      case IMPLIED_ALPHA -> List.of(
          "alpha of the projection of the pixel's colour on the line between the extended colours, in [0,1]",
          "distance of the pixel's colour from the segment between the extended colours (RGB cube's edge = 1)",
          "distance between the extended colours (RGB cube's edge = 1)");
      case DISTANCES -> List.of(
          "d / (d + 32), d the distance in pixels to the nearest known foreground; 1 where there is none",
          "d / (d + 32), d the distance in pixels to the nearest known background; 1 where there is none");
      case KNOWN_COLOURS -> List.of(
          known("foreground", "1/32", 128), known("background", "1/32", 128), known("foreground", "1/16", 128),
          known("background", "1/16", 128), known("foreground", "1/8", 64), known("background", "1/8", 64));
    };
  }

  private static String known(String region, String colour, int place) {
    return "share of known " + region + " among the known pixels of like colour nearby (within about " + colour
        + " of a channel's range and " + place + " pixels) and one of neither, in [0,1]";
  }

  private static String extended(String region, String colour) {
    return colour + " of the known " + region + ", extended over the whole image (push-pull), in [0,1]";
  }

  private static List<Object> axes(Map<String, Object> y, Map<String, Object> x, List<String> channels) {
    return List.of(entries("type", "batch"), y, x, entries("type", "channel", "channel_names", channels));
  }
}
