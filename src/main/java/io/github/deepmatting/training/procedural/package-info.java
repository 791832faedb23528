/**
 * Objects drawn by rules, with exact alpha: fur and hair, bristles, nets, branches and leaves, glass, smoke, soft and
 * crisp solids. They take their colours from photographs. May use {@code training.pixels}.
 */
package io.github.deepmatting.training.procedural;
