/**
 * Training a matting network: composing samples from foregrounds, photographs and drawn objects, the sample queue, the
 * schedule of phases, validation, checkpoints, listeners. Knows no window and no console. May use all packages of the
 * core but {@code tensorflow}.
 */
package io.github.deepmatting.training;
