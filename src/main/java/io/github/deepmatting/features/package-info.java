/**
 * Input channels of a network that are computed before it, from image and trimap: closed-form alpha at a reduced
 * resolution, extended colours, distances. May use {@code image}, {@code trimap}, {@code engine} (for the list of
 * features), {@code progress} and ImgLib2.
 */
package io.github.deepmatting.features;
