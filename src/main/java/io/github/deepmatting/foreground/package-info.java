/**
 * Colours of the foreground (and background) behind a matte: multi-level foreground estimation (Germer, Uelwer, Conrad
 * and Harmeling 2020, arXiv:2006.14970), compositing and cut-outs. Works on images of any bit depth and number of
 * channels, in their own units. May use {@code image}, ImgLib2 and {@code progress}.
 */
package io.github.deepmatting.foreground;
