/**
 * Square windows of floating-point pixels that training samples are composed of: layers with premultiplied colour,
 * blurs, smooth noise, images decoded into bytes and their resampling. May use the JDK alone.
 */
package io.github.deepmatting.training.pixels;
