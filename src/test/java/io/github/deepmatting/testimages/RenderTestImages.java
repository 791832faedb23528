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

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Renders the images of {@code test-images} that have a true alpha, and the trimaps of all. Argument: the folder, which
 * also holds {@code cat.png}.
 *
 * <p>Alpha is rounded to 8 bits first and the image composed with the rounded one, so that the alpha stored is exact and
 * the image deviates from alpha * foreground + (1 - alpha) * background by its own rounding only.
 */
public final class RenderTestImages {

  private final Path folder;

  private RenderTestImages(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    RenderTestImages render = new RenderTestImages(Path.of(arguments[0]));
    Files.createDirectories(render.folder.resolve("trimaps"));
    Files.createDirectories(render.folder.resolve("alphas"));
    render.bee();
    render.cell();
    render.ciliate();
    render.cat();
  }

  private void bee() throws IOException {
    int width = 640;
    int height = 480;
    Layer layer = new Layer(width, height, 4);
    AffineTransform place = AffineTransform.getTranslateInstance(312, 250);
    place.rotate(Math.toRadians(-24));
    Bee.draw(layer, place, 7);
    float[][] drawn = layer.average();
    float[][] background = Backdrop.meadow(width, height, 3);
    Backdrop.noise(background, 0.006, 4);
    byte[] alpha = toBytes(drawn[3]);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      double a = (alpha[i] & 255) / 255.0;
      int rgb = 0;
      for (int c = 0; c < 3; c++) {
        double foreground = drawn[3][i] > 0 ? drawn[c][i] / drawn[3][i] : 0;
        rgb = rgb << 8 | round(a * foreground + (1 - a) * clip(background[c][i]), 255);
      }
      image.setRGB(i % width, i / width, rgb);
    }
    ImageIO.write(image, "png", folder.resolve("bee.png").toFile());
    writeGrey("alphas/bee.png", alpha, width, height);
    writeGrey("trimaps/bee.png", Trimaps.around(alpha, width, height, 6), width, height);
  }

  private void cell() throws IOException {
    int size = 512;
    Cells.Scene scene = Cells.spreading(size, 11);
    byte[] alpha = toBytes(scene.alpha());
    short[] pixels = new short[size * size];
    // A 12-bit camera with an offset: neither the darkest nor the brightest value of the type occurs.
    for (int i = 0; i < pixels.length; i++)
      pixels[i] = (short) (100 + round(compose(alpha[i], scene, i), 3900));
    ImagePlus image = new ImagePlus("cell", new ShortProcessor(size, size, pixels, null));
    save(image, "cell.tif", 0.2);
    writeGrey("alphas/cell.png", alpha, size, size);
    writeGrey("trimaps/cell.png", Trimaps.around(alpha, size, size, 4), size, size);
  }

  private void ciliate() throws IOException {
    int width = 320;
    int height = 240;
    int slices = 5;
    ImageStack images = new ImageStack(width, height);
    ImageStack alphas = new ImageStack(width, height);
    ImageStack trimaps = new ImageStack(width, height);
    for (int t = 0; t < slices; t++) {
      Cells.Scene scene = Cells.swimming(width, height, (double) t / (slices - 1), 5);
      byte[] alpha = toBytes(scene.alpha());
      byte[] pixels = new byte[width * height];
      for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) round(compose(alpha[i], scene, i), 255);
      String label = "t=" + t * 40 + " ms";
      images.addSlice(label, grey(pixels, width, height));
      alphas.addSlice(label, grey(alpha, width, height));
      trimaps.addSlice(label, grey(Trimaps.around(alpha, width, height, 3), width, height));
    }
    save(new ImagePlus("ciliate", images), "ciliate.tif", 0.5);
    save(new ImagePlus("ciliate-alpha", alphas), "alphas/ciliate.tif", 0.5);
    save(new ImagePlus("ciliate-trimap", trimaps), "trimaps/ciliate.tif", 0.5);
  }

  private void cat() throws IOException {
    BufferedImage image = ImageIO.read(folder.resolve("cat.png").toFile());
    byte[] trimap = CatTrimap.draw(image.getWidth(), image.getHeight());
    writeGrey("trimaps/cat.png", trimap, image.getWidth(), image.getHeight());
  }

  private static double compose(byte alpha, Cells.Scene scene, int i) {
    double a = (alpha & 255) / 255.0;
    return a * clip(scene.foreground()[i]) + (1 - a) * clip(scene.background()[i]);
  }

  private static ImageProcessor grey(byte[] values, int width, int height) {
    return new ByteProcessor(width, height, values, null);
  }

  private void writeGrey(String name, byte[] values, int width, int height) throws IOException {
    ImageIO.write(grey(values, width, height).getBufferedImage(), "png", folder.resolve(name).toFile());
  }

  private void save(ImagePlus image, String name, double micrometres) throws IOException {
    Calibration calibration = new Calibration(image);
    calibration.pixelWidth = micrometres;
    calibration.pixelHeight = micrometres;
    calibration.setUnit("micron");
    if (image.getStackSize() > 1) {
      image.setDimensions(1, 1, image.getStackSize());
      calibration.frameInterval = 0.04;
    }
    image.setCalibration(calibration);
    String path = folder.resolve(name).toString();
    FileSaver saver = new FileSaver(image);
    boolean saved = image.getStackSize() > 1 ? saver.saveAsTiffStack(path) : saver.saveAsTiff(path);
    if (!saved) throw new IOException("Could not write " + path);
  }

  private static byte[] toBytes(float[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) bytes[i] = (byte) round(values[i], 255);
    return bytes;
  }

  private static int round(double value, int largest) {
    return (int) Math.round(clip(value) * largest);
  }

  private static double clip(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
