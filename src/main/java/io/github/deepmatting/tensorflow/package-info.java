/**
 * The network, its losses, its optimiser and its sessions in TensorFlow Java's graph mode: the only package that names
 * {@code org.tensorflow}. It is loaded by {@code engine}'s isolating class loader and seen through the interfaces of
 * {@code engine} alone; may use {@code engine} and TensorFlow.
 */
package io.github.deepmatting.tensorflow;
