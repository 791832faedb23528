#!/usr/bin/env python3

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
"""Writes the fixture of MattingLaplacianTest and ClosedFormAlphaTest: closed-form matting with dense matrices in numpy.

Written from equation 12 of Levin, Lischinski, Weiss, A Closed-Form Solution to Natural Image Matting (TPAMI 2008), each
window's matrix from a general matrix inverse, the unknown alphas from a general dense solver. Nothing of it follows the
Java program's elimination order, storage or iteration.

Fixture (big-endian): int32 width, height; then as float64 the epsilon; the image (channel, y, x); the trimap (y, x; 0,
128, 255); the dense Laplacian (y * width + x both ways); the alpha (y, x).

    python3 closed_form_fixture.py ../resources/io/github/deepmatting/closedform/closed-form.bin
"""
import sys
import numpy as np

WIDTH, HEIGHT, EPSILON = 11, 9, 1e-4


def laplacian(image, epsilon):
    """Equation 12; image (y, x, channel)."""
    height, width, _ = image.shape
    matrix = np.zeros((height * width, height * width))
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            pixels = [(y + j) * width + x + i for j in (-1, 0, 1) for i in (-1, 0, 1)]
            colours = image.reshape(-1, 3)[pixels]
            mean = colours.mean(axis=0)
            covariance = np.cov(colours.T, bias=True)
            inverse = np.linalg.inv(covariance + epsilon / 9 * np.eye(3))
            for i, p in enumerate(pixels):
                for j, q in enumerate(pixels):
                    similarity = (1 + (colours[i] - mean) @ inverse @ (colours[j] - mean)) / 9
                    matrix[p, q] += (p == q) - similarity
    return matrix


def main(path):
    random = np.random.default_rng(5)
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    truth = 1 / (1 + np.exp(-(x - 5 + 0.5 * (y - 4)) / 1.5))
    foreground = np.stack([0.9 - 0.02 * y, 0.3 + 0.01 * x, 0.2 + 0.03 * y], axis=-1)
    background = np.stack([0.1 + 0.02 * x, 0.5 - 0.01 * y, 0.8 - 0.02 * x], axis=-1)
    image = truth[..., None] * foreground + (1 - truth[..., None]) * background
    image = (image + random.normal(0, 0.02, image.shape)).clip(0, 1).astype(np.float32).astype(np.float64)
    trimap = np.where(truth > 0.93, 255, np.where(truth < 0.07, 0, 128))
    # Unknown pixels on the border and in a corner, and a known pixel amid unknown ones.
    trimap[:3, 0] = 128
    trimap[5, 5] = 255
    matrix = laplacian(image, EPSILON)
    unknown = (trimap == 128).ravel()
    alpha = (trimap == 255).ravel().astype(float)
    alpha[unknown] = np.linalg.solve(
        matrix[np.ix_(unknown, unknown)], -matrix[np.ix_(unknown, ~unknown)] @ alpha[~unknown])
    with open(path, "wb") as file:
        np.array([WIDTH, HEIGHT], ">i4").tofile(file)
        for values in ([EPSILON], image.transpose(2, 0, 1), trimap, matrix, alpha):
            np.asarray(values, ">f8").ravel().tofile(file)
    print("unknown", unknown.sum(), "alpha", alpha.min(), alpha.max())


if __name__ == "__main__":
    main(sys.argv[1])
