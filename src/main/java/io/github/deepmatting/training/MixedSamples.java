package io.github.deepmatting.training;

import io.github.deepmatting.training.pixels.Chance;
import java.util.List;
import java.util.SplittableRandom;

/** Samples of several sources, each by its weight. */
public final class MixedSamples implements SampleSource {

  /**
   * One of the sources.
   *
   * @param weight how often it is taken, relative to the others; above 0
   */
  public record Part(SampleSource source, double weight) {
    public Part {
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY))
        throw new IllegalArgumentException("The weight of a source of samples must be above 0 but is " + weight);
    }
  }

  private final List<SampleSource> sources;
  private final double[] cumulative;

  /** @param parts at least one */
  public MixedSamples(List<Part> parts) {
    if (parts.isEmpty()) throw new IllegalArgumentException("There must be a source of samples");
    sources = parts.stream().map(Part::source).toList();
    cumulative = new double[parts.size()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) cumulative[i] = sum += parts.get(i).weight();
  }

  @Override
  public TrainingSample sample(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    SampleSource source = sources.get(Chance.index(random, cumulative));
    return source.sample(random.nextLong(), size);
  }
}
