/** Renders the images in {@code test-images} and checks them. Uses the JDK and ImageJ 1 only. */
package io.github.deepmatting.testimages;
