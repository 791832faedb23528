/**
 * ImageJ's images and files, to and from the core: {@code ImagePlus} as ImgLib2 views over its own arrays, results as
 * new {@code ImagePlus} with the source's calibration and labels, image files opened with clear errors and written whole
 * or not at all. Knows no window and no dialog. May use every package below the faces, ImgLib2 and ImageJ 1.
 */
package io.github.deepmatting.imagej;
