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
"""Writes the .npz files that NpzTest compares with, by NumPy alone.

Run in src/test/python:  python3 make_npz_fixtures.py
"""

import os

import numpy as np

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/io/github/deepmatting/model")

# Ties between two half-precision numbers, subnormals, the largest number, the smallest that rounds up to it, zeros.
EDGES = [0.0, -0.0, 1.0, -2.5, 1 + 2.0**-11, 1 + 3 * 2.0**-11, 1 + 2.0**-11 + 2.0**-20, 65504.0, 65519.0, -65519.9,
         2.0**-14, 2.0**-14 - 2.0**-26, 2.0**-24, 2.0**-25, 2.0**-25 * 1.0001, 3 * 2.0**-25, 5 * 2.0**-25, 1e-9,
         2047 * 2.0**-25, 0.1, -0.3, 3.14159265, 1e-5]

kernel = (np.arange(2 * 3 * 4 * 5).reshape(2, 3, 4, 5) / 7 - 6).astype("<f4")
arrays = {
    "conv1_1/kernel": kernel,
    "conv1_1/bias": np.array([0.5, -1.25], "<f4"),
    "steps": np.array(12345, "<f4"),
    "edges": np.array(EDGES, "<f4"),
}
halves = {name: values.astype("<f2") for name, values in arrays.items() if name != "steps"}
others = {"double": np.array([[0.1, 1e300], [-2, 3]], "<f8"), "long": np.array([1, -2, 1 << 24], "<i8")}
np.savez(os.path.join(FOLDER, "single.npz"), **arrays)
np.savez_compressed(os.path.join(FOLDER, "half.npz"), **halves)
np.savez(os.path.join(FOLDER, "double-and-long.npz"), **others)
np.savez(os.path.join(FOLDER, "big-endian.npz"), a=np.ones(3, ">f4"))
np.savez(os.path.join(FOLDER, "fortran.npz"), a=np.asfortranarray(kernel[0, 0]))
