/**
 * How long work reports back: progress, messages and cancelling. One small interface that the faces (SciJava task,
 * console bar, none) implement; everything below a face only calls it. May use the JDK alone.
 */
package io.github.deepmatting.progress;
