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
package io.github.deepmatting.imagej;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How users name stages and devices in dialogs, macros and scripts, where nothing but this checks what they wrote. */
public final class MattingChoices {

  /** The choice of the network's last stage. */
  public static final String LAST_STAGE = "last";

  /** The choice of a GPU where there is one. */
  public static final String AUTO = "auto";

  private MattingChoices() {}

  /**
   * Understands a stage.
   *
   * @return 1, 2, or 0 for the network's last
   * @throws IllegalArgumentException for other words; the message tells which are allowed
   */
  public static int stage(String name) {
    return switch (name.strip()) {
      case LAST_STAGE -> 0;
      case "1" -> 1;
      case "2" -> 2;
      default -> throw new IllegalArgumentException("stage is '" + name + "'; allowed are last, 1, 2");
    };
  }

  /**
   * Understands a device, in either case.
   *
   * @throws IllegalArgumentException for other words; the message tells which are allowed
   */
  public static DeviceChoice device(String name) {
    return Arrays.stream(DeviceChoice.values()).filter(choice -> choice.name().equalsIgnoreCase(name.strip()))
        .findFirst().orElseThrow(() -> new IllegalArgumentException("device is '" + name + "'; allowed are "
            + Arrays.stream(DeviceChoice.values()).map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))));
  }
}
