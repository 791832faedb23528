/**
 * What the rest of the project sees of a network runtime: the description of a network, its weights, and the small
 * interfaces {@link io.github.deepmatting.engine.Engine}, {@link io.github.deepmatting.engine.AlphaNetwork} and
 * {@link io.github.deepmatting.engine.NetworkTrainer}; the isolating class loader that brings the implementation in.
 * May use the JDK, ImgLib2 and {@code progress}; names nothing of TensorFlow.
 */
package io.github.deepmatting.engine;
