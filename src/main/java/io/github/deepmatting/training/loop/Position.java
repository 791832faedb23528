/*-
 * #%L
 * Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
 * %%
 * Copyright (C) 2026 Deep Matting developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.deepmatting.training.loop;

import io.github.deepmatting.network.Weights;

/**
 * The point that a training has reached.
 *
 * @param phase index of the phase in the plan; beyond the last one if the training is over
 * @param steps steps done in this phase, in the last one if the training is over
 * @param seconds time spent in this phase, likewise
 * @param batches batches used over all phases
 * @param allSeconds time spent in all phases
 * @param bestScore lowest validation score so far; infinite if there is none
 * @param withoutImprovement validations since then, in this phase
 */
public record Position(
    int phase, long steps, double seconds, long batches, double allSeconds, double bestScore, int withoutImprovement) {

  public static final Position START = new Position(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, 0);

  /** A float holds integers exactly up to here. */
  private static final long BASE = 1L << 20;

  Position stepped(double elapsed) {
    return new Position(
        phase, steps + 1, seconds + elapsed, batches + 1, allSeconds + elapsed, bestScore, withoutImprovement);
  }

  Position waited(double elapsed) {
    return new Position(
        phase, steps, seconds + elapsed, batches, allSeconds + elapsed, bestScore, withoutImprovement);
  }

  Position scored(double score) {
    boolean better = score < bestScore;
    return new Position(phase, steps, seconds, batches, allSeconds, better ? score : bestScore,
        better ? 0 : withoutImprovement + 1);
  }

  /** The beginning of the next phase. */
  Position nextPhase() {
    return new Position(phase + 1, 0, 0, batches, allSeconds, bestScore, 0);
  }

  /** The same point, as the end of the training or, with -1, as one in its last phase. */
  Position moved(int phases) {
    return new Position(phase + phases, steps, seconds, batches, allSeconds, bestScore, withoutImprovement);
  }

  /** As floats, for a checkpoint. */
  public Weights.Array toArray() {
    return new Weights.Array(new long[] {9}, new float[] {phase, steps / BASE, steps % BASE, (float) seconds,
        batches / BASE, batches % BASE, (float) bestScore, withoutImprovement, (float) allSeconds});
  }

  /** Reads what {@link #toArray()} wrote. */
  public static Position of(Weights.Array array) {
    float[] v = array.values();
    // Version 0.1 did not store the time of all phases.
    if (v.length != 8 && v.length != 9)
      throw new IllegalArgumentException("The position of a training has 9 values but there are " + v.length);
    return new Position((int) v[0], (long) v[1] * BASE + (long) v[2], v[3], (long) v[4] * BASE + (long) v[5],
        v[v.length == 8 ? 3 : 8], v[6], (int) v[7]);
  }
}
