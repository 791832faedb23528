/**
 * One matte, end to end: tiles over the unknown region, the network run on them, the alpha stitched and merged with the
 * trimap, the foreground estimated; stacks. May use every package below it but {@code tensorflow}, which it reaches
 * through {@code engine}.
 */
package io.github.deepmatting.matting;
