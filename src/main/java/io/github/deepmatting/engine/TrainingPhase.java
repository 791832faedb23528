package io.github.deepmatting.engine;

/** The three phases of training, after section 4 of Xu et al. 2017. */
public enum TrainingPhase {
  /** The encoder&ndash;decoder learns from the alpha-prediction and the compositional loss. */
  ENCODER_DECODER,
  /** The refinement learns from the alpha-prediction loss, the encoder&ndash;decoder is frozen. */
  REFINEMENT,
  /** Both stages learn from the alpha-prediction loss of the refined alpha. */
  END_TO_END
}
