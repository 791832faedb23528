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
package io.github.deepmatting.training;

import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.model.Npz;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.Weights;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.TrainedModel.Source;
import io.github.deepmatting.training.loop.Checkpoints;
import io.github.deepmatting.training.loop.MattingValidator;
import io.github.deepmatting.training.loop.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The weights that may become the model of a training: its start, those on its way, and averages. */
final class Candidates {

  private final Map<Source, Weights> weights = new EnumMap<>(Source.class);
  private final Map<Source, Map<String, Double>> scores = new EnumMap<>(Source.class);

  private Candidates() {}

  /**
   * @param latest the weights at the end, not averaged
   * @param validated whether they are to be measured; if not, the averaged ones at the end are the only candidate
   */
  static Candidates of(TrainingRequest request, Checkpoints checkpoints, Weights latest, boolean validated)
      throws IOException {
    Candidates candidates = new Candidates();
    Map<Source, Weights> all = candidates.weights;
    Path best = checkpoints.folder().resolve(Checkpoints.BEST);
    Weights last = Npz.read(checkpoints.folder().resolve(Checkpoints.LAST));
    if (!validated) all.put(Source.LAST, last);
    else {
      request.start().ifPresent(start -> all.put(Source.START, start.weights()));
      all.put(Source.BEST, Files.exists(best) ? Npz.read(best) : last);
      all.put(Source.LATEST, latest);
      if (request.start().isPresent()) all.put(Source.MEAN, mean(all.get(Source.START), last));
    }
    if (request.halfPrecision())
      for (Map.Entry<Source, Weights> one : all.entrySet())
        one.setValue(rounded(one.getValue(), checkpoints.folder()));
    return candidates;
  }

  private static Weights mean(Weights one, Weights other) {
    Map<String, Weights.Array> mean = new LinkedHashMap<>();
    for (String name : one.names()) {
      float[] values = one.get(name).values().clone();
      for (int i = 0; i < values.length; i++) values[i] = (values[i] + other.get(name).values()[i]) / 2;
      mean.put(name, new Weights.Array(one.get(name).shape(), values));
    }
    return new Weights(mean);
  }

  private static Weights rounded(Weights weights, Path folder) throws IOException {
    Path file = folder.resolve("half.npz");
    Npz.write(file, weights, true);
    try {
      return Npz.read(file);
    } finally {
      Files.delete(file);
    }
  }

  /** Measures all by the same images, unless there are none. */
  void measure(Engine runtime, TrainingRequest request, Validator validator, Progress progress) {
    if (validator == Validator.NONE) return;
    progress.begin("Measuring the candidates", weights.size());
    for (Map.Entry<Source, Weights> one : weights.entrySet()) {
      progress.checkCancelled();
      try (AlphaNetwork network =
          runtime.load(request.network(), one.getValue(), request.device(), request.threads())) {
        scores.put(one.getKey(), validator.validate(network));
      }
      progress.advance(1);
    }
  }

  Weights weights(Source source) {
    return weights.get(source);
  }

  /** The candidate with the lowest SAD, compared with the start. Of equals the first is taken, which is the start. */
  TrainedModel result(TrainingRequest request, long steps) {
    Source source = weights.keySet().stream().min(Comparator.comparingDouble(this::sad)).orElseThrow();
    Map<String, Double> own = scores.getOrDefault(source, Map.of());
    return new TrainedModel(request.out(), steps, source, own, Optional.ofNullable(scores.get(Source.START))
        .map(start -> Improvement.of(request.start().orElseThrow().name(), start, own)), true);
  }

  private double sad(Source source) {
    return scores.getOrDefault(source, Map.of()).getOrDefault(MattingValidator.SAD, 0.0);
  }
}
