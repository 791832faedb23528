/**
 * Errors of a predicted alpha matte against the true one: sum of absolute differences, mean squared error, gradient
 * and connectivity error over the unknown region, after Rhemann et al., <i>A perceptually motivated online benchmark
 * for image matting</i> (CVPR 2009). May use {@code image} and {@code trimap}.
 */
package io.github.deepmatting.metrics;
