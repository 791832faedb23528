/**
 * Models as they lie on disk: weights in NumPy's {@code .npz}, VGG16's in Keras' {@code .h5} (the only package that names
 * jHDF), the model folder with its {@code rdf.yaml} after the BioImage.IO specification and its exchange as one file,
 * named network configurations, and which models there are. Nothing of a model is used before it is checked. May use
 * {@code engine} and {@code progress}.
 */
package io.github.deepmatting.model;
