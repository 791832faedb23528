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
package io.github.deepmatting.training.samples;

import io.github.deepmatting.training.data.Foregrounds;
import io.github.deepmatting.training.data.Photographs;
import io.github.deepmatting.training.pixels.Blur;
import io.github.deepmatting.training.pixels.Chance;
import io.github.deepmatting.training.pixels.Layer;
import io.github.deepmatting.training.pixels.SmoothNoise;
import io.github.deepmatting.training.procedural.Branches;
import io.github.deepmatting.training.procedural.Bristles;
import io.github.deepmatting.training.procedural.Foliage;
import io.github.deepmatting.training.procedural.Fur;
import io.github.deepmatting.training.procedural.Glass;
import io.github.deepmatting.training.procedural.Net;
import io.github.deepmatting.training.procedural.ProceduralMatte;
import io.github.deepmatting.training.procedural.Smoke;
import io.github.deepmatting.training.procedural.Solids;
import io.github.deepmatting.trimap.Trimap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Composes training samples on the fly: an object with exact alpha, from a file or drawn, over a photograph, with the
 * augmentations of Xu et al. 2017, section 4 (crops of several sizes around unknown pixels, flips, random trimap
 * dilation), and more. A seed decides everything. Safe for several threads.
 */
public final class SampleComposer implements SampleSource {

  /** A sample without known foreground or background is taken only after as many attempts, or by this chance. */
  private static final int ATTEMPTS = 6;

  private static final double ALLOW_ONE_SIDED = 0.12;

  /** The share of backgrounds with an object of their own, to be told from the foreground. */
  private static final double DISTRACTOR = 0.08;

  private static final List<ProceduralMatte> MATTES = List.of(new Fur(), new Solids(), new Bristles(), new Net(),
      new Branches(), new Foliage(), new Glass(), new Smoke());

  /** The share of objects with a part that has colours of its own. */
  private static final double PAINTED = 0.35;

  /** The share of such parts that have one colour, as a flag, a label or a cap does, rather than a texture. */
  private static final double PLAIN_PART = 0.4;

  /** The share of such parts that the trimap leaves unknown, so that their colours are nowhere known. */
  private static final double UNMARKED_PART = 0.6;

  /** Running sums of how often each kind is drawn. */
  private static final double[] CUMULATIVE = {42, 57, 65, 71, 79, 86, 96, 102};

  /** The share of samples that look as from a scientific camera, if any image has more than 8 bits. */
  private static final double SENSOR = 0.4;

  /** The share of grey samples with camera effects that look as from a scientific camera, whatever the data. */
  private static final double GREY_SENSOR = 0.5;

  private final Foregrounds foregrounds;
  private final Photographs photographs;
  private final SampleOptions options;
  private final double sensor;

  /**
   * @param foregrounds may be null if all objects are to be drawn by rules
   * @param photographs backgrounds, and textures of drawn objects
   */
  public SampleComposer(Foregrounds foregrounds, Photographs photographs, SampleOptions options) {
    this.foregrounds = foregrounds;
    this.photographs = photographs;
    this.options = options;
    this.sensor = photographs.areDeep() || foregrounds != null && foregrounds.areDeep() ? SENSOR : 0;
  }

  @Override
  public TrainingSample sample(long seed, int size) {
    if (size < 32) throw new IllegalArgumentException("The size of a sample must be at least 32 but is " + size);
    SplittableRandom random = new SplittableRandom(seed);
    boolean oneSided = Chance.of(random, ALLOW_ONE_SIDED);
    for (int attempt = 1; ; attempt++) {
      int photograph = photographs.choose(random);
      Layer layer = objects(random, size, photograph);
      PaintedPart part = Chance.of(random, PAINTED) ? paint(layer, random) : null;
      boolean unmarked = part != null && Chance.of(random, UNMARKED_PART);
      if (Chance.of(random, options.defocus())) layer.defocus(Chance.logUniform(random, 0.5, 3));
      // What is turned down needs no background.
      double narrower = 1;
      for (int t = 0; t < 3; t++, narrower *= 0.5) {
        Trimap trimap = RandomTrimap.random(random, size, narrower).of(layer.alpha(), size, random);
        if (unmarked) trimap = part.leftUnknown(trimap);
        if (acceptable(trimap, oneSided) || attempt == ATTEMPTS && t == 2)
          return finish(compose(layer, photograph, random), trimap, random);
      }
    }
  }

  /**
   * A sample to measure with: a foreground from a file over a photograph, with a random trimap, changed by nothing but
   * a camera.
   *
   * @param seed decides everything
   * @param size columns and rows, at least 32
   */
  public TrainingSample plain(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int attempt = 1; ; attempt++) {
      Layer layer = foregrounds.draw(random, size);
      Trimap trimap = RandomTrimap.random(random, size, Math.pow(0.8, attempt - 1)).of(layer.alpha(), size, random);
      if (acceptable(trimap, false) || attempt == 3 * ATTEMPTS)
        return finish(
            Composite.of(layer, photographs.draw(random, photographs.choose(random), size)), trimap, random);
    }
  }

  private static boolean acceptable(Trimap trimap, boolean oneSided) {
    double pixels = (double) trimap.width() * trimap.height();
    double unknown = trimap.count(Trimap.UNKNOWN) / pixels;
    if (unknown < 0.05 || unknown > 0.95) return false;
    double least = 0.005 * pixels;
    return oneSided
        || trimap.count(Trimap.FOREGROUND) >= least && trimap.count(Trimap.BACKGROUND) >= least;
  }

  private TrainingSample finish(Composite composite, Trimap trimap, RandomGenerator random) {
    float[] rgb = composite.image();
    int size = composite.size();
    boolean grey = isGrey(rgb);
    boolean deep = sensor > 0 && Chance.of(random, sensor);
    boolean camera = !deep && Chance.of(random, options.camera());
    if (deep || camera && grey && Chance.of(random, GREY_SENSOR)) {
      SensorEffects effects = SensorEffects.random(random);
      effects.apply(rgb, random);
      effects.applyMean(composite.foreground());
      effects.applyMean(composite.background());
      if (grey) ColourChange.grey(rgb, 0);
    } else if (camera) {
      CameraEffects.random(random).apply(rgb, size, grey, random);
      if (grey) ColourChange.grey(rgb, 0);
    }
    return new TrainingSample(size, rgb, trimap, composite.alpha(), composite.foreground(), composite.background());
  }

  private static boolean isGrey(float[] rgb) {
    int plane = rgb.length / 3;
    for (int i = 0; i < plane; i += 37) if (rgb[i] != rgb[i + plane] || rgb[i] != rgb[i + 2 * plane]) return false;
    return true;
  }

  /** One object, or two. */
  private Layer objects(RandomGenerator random, int size, int photograph) {
    Layer layer = object(random, size, photograph);
    if (Chance.of(random, options.second())) layer.over(object(random, size, photograph));
    return layer;
  }

  /** Object and background, before noise. */
  private Composite compose(Layer layer, int photograph, RandomGenerator random) {
    int size = layer.size();
    float[] background = Chance.of(random, options.plainBackground())
        ? plain(random, size) : photographs.draw(random, photograph, size);
    if (Chance.of(random, DISTRACTOR)) hide(foregrounds == null ? null : foregrounds.draw(random, size), background);
    if (Chance.of(random, 0.7)) ColourChange.random(random).apply(background);
    if (Chance.of(random, options.blurredBackground()))
      Blur.gaussian(background, size, Chance.logUniform(random, 1, 8));
    Composite composite = Composite.of(layer, background);
    if (Chance.of(random, 0.7)) ColourChange.random(random).apply(composite.foreground());
    if (Chance.of(random, options.lowContrast()))
      ColourChange.approach(composite.foreground(), composite.alpha(), background, Chance.uniform(random, 0.4, 1));
    if (Chance.of(random, options.grey())) grey(composite, random);
    return composite;
  }

  private Layer object(RandomGenerator random, int size, int background) {
    if (foregrounds != null && !Chance.of(random, options.procedural())) return foregrounds.draw(random, size);
    int photograph = Chance.of(random, options.samePhotograph()) ? background : photographs.choose(random);
    float[] texture = photographs.draw(random, photograph, size);
    return MATTES.get(Chance.index(random, CUMULATIVE)).draw(size, texture, random);
  }

  /**
   * Gives a part of the object colours of its own: where the trimap leaves it unknown, they are nowhere known, and what
   * is unlike the background must be taken for the object.
   */
  private PaintedPart paint(Layer layer, RandomGenerator random) {
    int size = layer.size();
    float[] texture = Chance.of(random, PLAIN_PART)
        ? plain(random, size) : photographs.draw(random, photographs.choose(random), size);
    PaintedPart part = PaintedPart.random(layer.alpha(), size, random);
    part.paint(layer, texture);
    return part;
  }

  private static void hide(Layer object, float[] background) {
    if (object == null) return;
    int plane = object.alpha().length;
    for (int i = 0; i < background.length; i++)
      background[i] = object.colour()[i] + (1 - object.alpha()[i % plane]) * background[i];
  }

  private static float[] plain(RandomGenerator random, int size) {
    float[] light = SmoothNoise.field(random, size, size * Chance.uniform(random, 0.7, 2));
    float depth = (float) Chance.uniform(random, 0, 0.25);
    float[] result = new float[3 * size * size];
    double value = random.nextDouble();
    double colourful = Chance.of(random, 0.5) ? 0 : 0.6;
    for (int c = 0; c < 3; c++) {
      float base = (float) Math.max(0, Math.min(1, value + colourful * (random.nextDouble() - 0.5)));
      for (int i = 0; i < size * size; i++)
        result[c * size * size + i] = Math.max(0, Math.min(1, base * (1 + depth * light[i])));
    }
    return result;
  }

  // As under a microscope: no colour, often a dark field with a brighter object, or low contrast.
  private static void grey(Composite composite, RandomGenerator random) {
    int channel = random.nextInt(4);
    ColourChange.grey(composite.foreground(), channel);
    ColourChange.grey(composite.background(), channel);
    if (Chance.of(random, 0.4)) {
      float floor = (float) Chance.uniform(random, 0, 0.2);
      float range = (float) Chance.uniform(random, 0.02, 0.4);
      float lift = (float) Chance.uniform(random, 0.1, 0.5);
      for (int i = 0; i < composite.foreground().length; i++) {
        composite.background()[i] = floor + range * composite.background()[i];
        composite.foreground()[i] = Math.min(1, floor + lift + (1 - floor - lift) * composite.foreground()[i]);
      }
    }
    if (Chance.of(random, 0.3))
      for (int i = 0; i < composite.foreground().length; i++) {
        composite.background()[i] = 1 - composite.background()[i];
        composite.foreground()[i] = 1 - composite.foreground()[i];
      }
  }
}
