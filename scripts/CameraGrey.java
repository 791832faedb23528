import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import java.io.File;
import java.util.Arrays;
import java.util.Random;

/**
 * Turns colour images into what a 16-bit camera on a microscope gives: grey (the mean of red, green and blue), 12 of the 16
 * bits used, an offset of 100 counts, photon noise of 0.5 electrons a count and 3 counts of read noise. The same images
 * for the same files. Arguments: folder of images, folder for the TIFF files.
 */
public class CameraGrey {

  private static final double OFFSET = 100;
  private static final double RANGE = 3900;
  private static final double ELECTRONS_A_COUNT = 0.5;
  private static final double READ_NOISE = 3;

  public static void main(String[] folders) {
    File[] files = new File(folders[0]).listFiles(File::isFile);
    Arrays.sort(files);
    new File(folders[1]).mkdirs();
    for (File file : files) {
      ImagePlus image = IJ.openImage(file.getPath());
      ColorProcessor colours = image.getProcessor().convertToColorProcessor();
      ShortProcessor counts = new ShortProcessor(image.getWidth(), image.getHeight());
      Random random = new Random(file.getName().hashCode());
      for (int i = 0; i < colours.getPixelCount(); i++) {
        int rgb = colours.get(i);
        double signal = ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 765.0 * RANGE;
        double noise = Math.sqrt(signal / ELECTRONS_A_COUNT + READ_NOISE * READ_NOISE) * random.nextGaussian();
        counts.set(i, (int) Math.min(Math.max(Math.round(OFFSET + signal + noise), 0), 65535));
      }
      String name = file.getName().replaceAll("\\.[^.]*$", "");
      if (!IJ.saveAsTiff(new ImagePlus(name, counts), new File(folders[1], name + ".tif").getPath()))
        throw new IllegalStateException("Could not write " + name + ".tif to " + folders[1]);
    }
  }
}
