###
# #%L
# Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
# %%
# Copyright (C) 2026 Deep Matting developers
# %%
# Redistribution and use in source and binary forms, with or without
# modification, are permitted provided that the following conditions are met:
# 
# 1. Redistributions of source code must retain the above copyright notice,
#    this list of conditions and the following disclaimer.
# 2. Redistributions in binary form must reproduce the above copyright notice,
#    this list of conditions and the following disclaimer in the documentation
#    and/or other materials provided with the distribution.
# 
# THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
# AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
# IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
# ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
# LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
# CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
# SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
# INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
# CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
# ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
# POSSIBILITY OF SUCH DAMAGE.
# #L%
###
"""Writes the .h5 files that VggWeightsTest reads, by h5py, in both of Keras' layouts: a VGG of small widths.

Element k (in C order) of a layer's kernel is 10 * the layer's number + k / 64, that of its bias minus as much; the
layers are numbered in their order from 1.

Run in src/test/python:  python3 make_vgg_fixtures.py
"""

import os

import h5py
import numpy as np

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/io/github/deepmatting/model")

LAYERS = {
    "block1_conv1": (3, 3, 3, 2),
    "block1_conv2": (3, 3, 2, 2),
    "block2_conv1": (3, 3, 2, 3),
    "fc1": (3 * 3 * 3, 5),
}


def values(number, shape):
    return (10 * number + np.arange(np.prod(shape)) / 64).reshape(shape).astype("<f4")


with h5py.File(os.path.join(FOLDER, "vgg-old.h5"), "w", libver="earliest") as file:
    file.attrs["layer_names"] = np.array([name.encode() for name in ["input_1", *LAYERS]])
    file.create_group("input_1")
    for number, (name, shape) in enumerate(LAYERS.items(), 1):
        group = file.create_group(name)
        group.create_dataset(name + "_W_1:0", data=values(number, shape))
        group.create_dataset(name + "_b_1:0", data=-values(number, shape[-1:]))

with h5py.File(os.path.join(FOLDER, "vgg-new.h5"), "w") as file:
    for number, (name, shape) in enumerate(LAYERS.items(), 1):
        group = file.create_group(f"model_weights/vgg16/{name}/{name}")
        group.create_dataset("kernel:0", data=values(number, shape), compression="gzip", shuffle=True)
        group.create_dataset("bias:0", data=-values(number, shape[-1:]).astype("<f8"))
        # The optimiser's, under the same names.
        group = file.create_group(f"optimizer_weights/Adam/m/{name}")
        group.create_dataset("kernel:0", data=np.zeros(shape, "<f4"))
        group.create_dataset("bias:0", data=np.zeros(shape[-1:], "<f4"))
