package io.github.deepmatting.training;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a training made.
 *
 * @param folder the model folder
 * @param steps steps over all stages and resumes
 * @param best whether it has the weights of the best validation, else the last
 * @param scores what the validator measured of the model as written; empty without validation
 */
public record TrainedModel(Path folder, long steps, boolean best, Map<String, Double> scores) {}
