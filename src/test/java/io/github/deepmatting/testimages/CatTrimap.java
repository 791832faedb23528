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
package io.github.deepmatting.testimages;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * The trimap of the photograph of a cat, drawn by hand: its outline as it was read off the enlarged photograph, a band
 * as wide as fur and defocus need, and areas around the whiskers that cross the background.
 */
final class CatTrimap {

  /** From the left ear down to the shoulder; the left border of the image is in the body below. */
  private static final double[][] LEFT = {
    {40, -12}, {40, 0}, {37, 20}, {34, 40}, {32, 60}, {31, 80}, {30, 98}, {26, 107}, {14, 114}, {0, 122}, {-12, 129}
  };

  /** From the right ear down the cheek and below the chin to the chest. */
  private static final double[][] RIGHT = {
    {408, -12}, {400, 0}, {381, 22}, {379, 33}, {374, 54}, {366, 63}, {359, 73}, {360, 88}, {362, 105}, {365, 117},
    {362, 127}, {362, 140}, {360, 155}, {355, 168}, {347, 184}, {337, 197}, {327, 207}, {318, 218}, {317, 235},
    {316, 250}, {309, 264}, {298, 274}, {282, 283}, {262, 291}, {244, 300}, {236, 312}
  };

  private static final double[][][] WHISKERS = {
    {{357, 73}, {384, 74}, {412, 86}, {421, 110}, {410, 110}, {386, 97}, {358, 94}},
    {{360, 108}, {378, 110}, {378, 130}, {360, 132}},
    {{310, 222}, {340, 218}, {390, 213}, {392, 226}, {372, 232}, {396, 252}, {405, 268}, {396, 272}, {366, 262},
      {388, 300}, {228, 300}, {270, 282}, {310, 264}}
  };

  private CatTrimap() {}

  /** Values 0, 128 and 255 in rows. */
  static byte[] draw(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    Path2D.Double cat = line(LEFT);
    cat.lineTo(-12, height + 12);
    for (int i = RIGHT.length - 1; i >= 0; i--) cat.lineTo(RIGHT[i][0], RIGHT[i][1]);
    cat.closePath();
    graphics.setColor(Color.WHITE);
    graphics.fill(cat);
    // The left side lies farther out of focus than the right one.
    unknown(image, stroke(line(LEFT), 21));
    unknown(image, stroke(line(RIGHT), 17));
    for (double[][] polygon : WHISKERS) unknown(image, line(polygon));
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  /** Set value by value: a grey painted with a colour would pass through a colour conversion. */
  private static void unknown(BufferedImage image, Shape shape) {
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++)
        if (shape.contains(x + 0.5, y + 0.5)) image.getRaster().setSample(x, y, 0, 128);
  }

  private static Path2D.Double line(double[][] points) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(points[0][0], points[0][1]);
    for (double[] point : points) path.lineTo(point[0], point[1]);
    return path;
  }

  private static Shape stroke(Shape line, double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(line);
  }
}
