/**
 * The trimap: which pixels are known foreground, known background or unknown, and how one is made from a mask, labels
 * or a probability map. May use {@code image} and ImgLib2.
 */
package io.github.deepmatting.trimap;
