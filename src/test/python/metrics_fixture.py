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
"""Writes the fixtures of AlphaMetricsParityTest: small 8-bit mattes and their errors by numpy and scipy.

The errors follow Rhemann et al., "A perceptually motivated online benchmark for image matting" (CVPR 2009), with whole
two-dimensional filters and scipy's labelling in double precision; thresholds are compared as integers. Nothing of it
follows the Java program's separable rows or union-find.

NAME.bin holds (big-endian) int32 width and height, then bytes row by row: predicted alpha, true alpha, trimap.
expected.tsv holds a line a fixture: name, SAD, MSE, Grad, Conn (SAD, Grad and Conn in thousands).

    python3 metrics_fixture.py ../resources/io/github/deepmatting/metrics
"""
import pathlib
import sys

import numpy as np
from scipy import ndimage

SIGMA, REACH = 1.4, 4


def gradient(alpha):
    """Magnitude of the Gaussian derivative; the filter has a sum of squares of 1."""
    y, x = np.mgrid[-REACH:REACH + 1, -REACH:REACH + 1]
    kernel = x * np.exp(-(x * x + y * y) / (2 * SIGMA**2))
    kernel /= np.linalg.norm(kernel)
    return np.hypot(*(ndimage.correlate(alpha, k, mode="nearest") for k in (kernel, kernel.T)))


def source_levels(alpha, truth):
    """For each pixel the last threshold up to which it is in the largest region without a gap; 8-bit values."""
    inside = np.ones(alpha.shape, bool)
    levels = np.zeros(alpha.shape)
    for step in range(1, 11):
        labels, count = ndimage.label(10 * np.minimum(alpha, truth).astype(int) >= 255 * step)
        sizes = np.bincount(labels.ravel(), minlength=2)[1:]
        inside &= (labels == 1 + np.argmax(sizes)) if count else False
        levels[inside] = step / 10
    return levels


def errors(alpha8, truth8, trimap):
    alpha, truth, unknown = alpha8 / 255, truth8 / 255, trimap == 128
    difference = (alpha - truth)[unknown]
    levels = source_levels(alpha8, truth8)
    phi = [np.where(a - levels >= 0.15, 1 - (a - levels), 1) for a in (alpha, truth)]
    return (np.abs(difference).sum() / 1000, np.mean(difference**2),
            ((gradient(alpha) - gradient(truth))[unknown]**2).sum() / 1000,
            np.abs(phi[0] - phi[1])[unknown].sum() / 1000)


def case(seed, width, height, noise, all_unknown):
    """A smooth random matte, a disturbed copy with holes and islands, and a trimap of the first."""
    random = np.random.default_rng(seed)
    smooth = ndimage.gaussian_filter(random.normal(size=(height, width)), min(width, height) / 8, mode="reflect")
    truth = np.clip(0.5 + smooth / smooth.std() * 0.6, 0, 1)
    alpha = np.clip(truth + noise * ndimage.gaussian_filter(random.normal(size=truth.shape), 0.7), 0, 1)
    alpha[random.random(truth.shape) < 0.05] = 0
    alpha[random.random(truth.shape) < 0.03] = 1
    trimap = np.where(truth == 0, 0, np.where(truth == 1, 255, 128))
    trimap[ndimage.grey_dilation((trimap == 128).astype(int), 3) == 1] = 128
    if all_unknown:
        trimap[:] = 128
    alpha = np.where(trimap == 128, np.rint(255 * alpha), trimap)
    return [plane.astype(np.uint8) for plane in (alpha, np.rint(255 * truth), trimap)]


def main(folder):
    lines = ["name\tsad\tmse\tgrad\tconn"]
    for name, arguments in {
            "band": (1, 40, 30, 0.3, False), "all-unknown": (2, 37, 29, 0.5, True),
            "smaller-than-filter": (3, 5, 3, 0.3, True), "one-row": (4, 31, 1, 0.3, True),
            "good": (5, 33, 41, 0.03, False)}.items():
        planes = case(*arguments)
        height, width = planes[0].shape
        data = np.array([width, height], ">i4").tobytes() + b"".join(plane.tobytes() for plane in planes)
        (folder / f"{name}.bin").write_bytes(data)
        lines.append("\t".join([name, *(repr(float(value)) for value in errors(*planes))]))
    (folder / "expected.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
