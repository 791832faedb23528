package io.github.deepmatting.tensorflow;

import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.TrainerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980) with global-norm clipping of the gradient, decoupled weight decay and an
 * exponential moving average of the weights. With step t, rate r and moments m, v of a gradient g:
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g,  v = beta2 v + (1 - beta2) g^2
 * w = w - r sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)  - r decay w
 * </pre>
 *
 * (the form at the end of the paper's section 2). The powers of the betas are fed, not kept in the graph: there is
 * nothing that the update could race with, and a resumed training goes on exactly.
 */
final class Adam {

  private final TrainerOptions options;
  private final VariableSet weights;
  private final VariableSet firstMoments;
  private final VariableSet secondMoments;
  private final VariableSet average;
  private final Placeholder<TFloat32> rate;
  private final Placeholder<TFloat32> beta1Power;
  private final Placeholder<TFloat32> beta2Power;
  private final Placeholder<TFloat32> averageDecay;

  Adam(Ops tf, NetworkConfiguration configuration, TrainerOptions options, VariableSet weights) {
    this.options = options;
    this.weights = weights;
    this.firstMoments = new VariableSet(tf, configuration);
    this.secondMoments = new VariableSet(tf, configuration);
    this.average = new VariableSet(tf, configuration);
    this.rate = scalar(tf);
    this.beta1Power = scalar(tf);
    this.beta2Power = scalar(tf);
    this.averageDecay = scalar(tf);
  }

  private static Placeholder<TFloat32> scalar(Ops tf) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
  }

  VariableSet firstMoments() {
    return firstMoments;
  }

  VariableSet secondMoments() {
    return secondMoments;
  }

  VariableSet average() {
    return average;
  }

  /** What one update of some weights needs to be run. */
  record Update(List<Op> targets, Operand<TFloat32> gradientNorm) {}

  /**
   * Adds to the graph the update of the named weights by the gradient of the loss.
   */
  Update minimize(Ops tf, org.tensorflow.Graph graph, Operand<TFloat32> loss, List<String> names) {
    Output<?>[] variables = names.stream().map(n -> weights.value(n).asOutput()).toArray(Output<?>[]::new);
    Output<?>[] gradients = graph.addGradients(loss.asOutput(), variables);
    List<Operand<TFloat32>> squares = new ArrayList<>();
    for (Output<?> gradient : gradients) squares.add(tf.nn.l2Loss(gradient.expect(TFloat32.class)));
    Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.math.addN(squares)));
    Operand<TFloat32> factor = tf.constant(1f);
    if (options.clipNorm() > 0) {
      Operand<TFloat32> largest = tf.constant((float) options.clipNorm());
      factor = tf.math.div(largest, tf.math.maximum(norm, largest));
    }
    // A variable's value shares its memory: no weight may change before every gradient is computed.
    Ops afterGradients = tf.withControlDependencies(norm);
    factor = afterGradients.identity(factor);
    List<Op> targets = new ArrayList<>();
    for (int i = 0; i < gradients.length; i++)
      targets.add(update(tf, names.get(i), tf.math.mul(gradients[i].expect(TFloat32.class), factor)));
    return new Update(targets, norm);
  }

  private Op update(Ops tf, String name, Operand<TFloat32> gradient) {
    Operand<TFloat32> updated = tf.train.applyAdam(weights.variable(name), firstMoments.variable(name),
        secondMoments.variable(name), beta1Power, beta2Power, rate, tf.constant((float) options.beta1()),
        tf.constant((float) options.beta2()), tf.constant((float) options.epsilon()), gradient);
    if (options.weightDecay() > 0 && name.endsWith("/kernel")) {
      Operand<TFloat32> decay = tf.math.mul(rate, tf.constant((float) options.weightDecay()));
      updated = tf.assignSub(weights.variable(name), tf.math.mul(tf.identity(updated), decay));
    }
    Operand<TFloat32> difference = tf.math.sub(average.variable(name), tf.identity(updated));
    return tf.assignSub(average.variable(name),
        tf.math.mul(difference, tf.math.sub(tf.constant(1f), averageDecay)));
  }

  /** The scalars that a step feeds. */
  Map<Placeholder<TFloat32>, Float> feeds(double learningRate, long step) {
    // A short average at first, or it would remember the random weights of the start.
    double decay = Math.min(options.averageDecay(), (1.0 + step) / (10.0 + step));
    return Map.of(
        rate, (float) learningRate,
        beta1Power, (float) Math.pow(options.beta1(), step),
        beta2Power, (float) Math.pow(options.beta2(), step),
        averageDecay, (float) decay);
  }

  /** Starts afresh: no moments, the average equal to the given weights. */
  void reset(Session session, io.github.deepmatting.engine.Weights initial) {
    firstMoments.assignZeros(session);
    secondMoments.assignZeros(session);
    average.assign(session, initial, "");
  }
}
