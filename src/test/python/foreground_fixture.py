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
"""Writes the fixture of ForegroundParityTest: multi-level foreground estimation on whole levels in numpy.

Written from the equations of Germer, Uelwer, Conrad, Harmeling 2020 (arXiv:2006.14970) alone, in double precision, with
a 2x2 system solved by numpy for every pixel; nothing of it follows the Java program's tiles, closed form or storage.
Neighbours beyond the border do not count; pixels with even x + y are updated before those with odd x + y.

Fixture (big-endian): int32 width, height, channels; then as float32 alpha (y, x), image, foreground, background
(channel, y, x each).

    python3 foreground_fixture.py ../resources/io/github/deepmatting/foreground/parity.bin
"""
import sys
import numpy as np

EPSILON_R, OMEGA, SMALL, BIG, SMALL_SIZE = 1e-5, 1.0, 10, 2, 32
NEIGHBOURS = ((0, -1), (0, 1), (-1, 0), (1, 0))


def nearest(values, height, width):
    """Nearest-neighbour resize of an array (y, x, ...)."""
    rows = np.arange(height) * values.shape[0] // height
    columns = np.arange(width) * values.shape[1] // width
    return values[rows][:, columns]


def shifted(values, dy, dx):
    """Each pixel's neighbour, and where it exists."""
    height, width = values.shape[:2]
    rows, columns = np.arange(height) + dy, np.arange(width) + dx
    exists = ((rows >= 0) & (rows < height))[:, None] & ((columns >= 0) & (columns < width))[None, :]
    return values[rows.clip(0, height - 1)][:, columns.clip(0, width - 1)], exists


def update(image, alpha, front, back, chosen):
    """Solves the 2x2 systems of the chosen pixels, one for each channel, given their neighbours."""
    weights_sum = np.zeros_like(alpha)
    front_sum, back_sum = np.zeros_like(front), np.zeros_like(back)
    for dy, dx in NEIGHBOURS:
        other_alpha, exists = shifted(alpha, dy, dx)
        weight = np.where(exists, EPSILON_R + OMEGA * abs(alpha - other_alpha), 0)
        weights_sum += weight
        front_sum += weight[..., None] * shifted(front, dy, dx)[0]
        back_sum += weight[..., None] * shifted(back, dy, dx)[0]
    if alpha.size == 1:  # no neighbours at all: explain the pixel, from the means
        u = np.array([alpha[0, 0], 1 - alpha[0, 0]])
        means = np.stack([front[0, 0], back[0, 0]])
        means = means + np.outer(u, image[0, 0] - u @ means) / (u @ u)
        return means[0].clip(0, 1)[None, None], means[1].clip(0, 1)[None, None]
    u = np.stack([alpha, 1 - alpha], -1)
    matrix = u[..., :, None] * u[..., None, :] + weights_sum[..., None, None] * np.eye(2)
    right = u[..., :, None] * image[..., None, :] + np.stack([front_sum, back_sum], -2)
    solution = np.linalg.solve(matrix, right).clip(0, 1)
    chosen = chosen[..., None]
    return np.where(chosen, solution[..., 0, :], front), np.where(chosen, solution[..., 1, :], back)


def estimate(image, alpha):
    height, width = alpha.shape
    front = image[alpha > 0.9].mean(0)[None, None]
    back = image[alpha < 0.1].mean(0)[None, None]
    steps = int(np.ceil(np.log2(max(width, height))))
    for i in range(steps + 1):
        w, h = round(width ** (i / steps)), round(height ** (i / steps))
        level_image, level_alpha = nearest(image, h, w), nearest(alpha, h, w)
        front, back = nearest(front, h, w), nearest(back, h, w)
        board = np.add.outer(np.arange(h), np.arange(w)) % 2
        for _ in range(SMALL if max(w, h) <= SMALL_SIZE else BIG):
            for colour in (0, 1):
                front, back = update(level_image, level_alpha, front, back, board == colour)
    return front, back


def main():
    width, height = 131, 71  # odd, two rows and three columns of tiles
    random = np.random.default_rng(5)
    y, x = np.mgrid[0:height, 0:width]
    distance = np.hypot(x - 60, (y - 34) * 1.5) - 33 + 6 * np.sin(np.arctan2(y - 34, x - 60) * 9)
    alpha = (0.5 - distance / 14).clip(0, 1).astype(np.float32)
    colours = random.random((4, 2))
    wave = lambda a, b: 0.5 + 0.5 * np.sin(x / a + y / b)[..., None]
    true_front = colours[0] * wave(11, 17) + colours[1] * (1 - wave(11, 17))
    true_back = colours[2] * wave(7, -13) + colours[3] * (1 - wave(7, -13))
    a = alpha[..., None]
    image = (a * true_front + (1 - a) * true_back + random.normal(0, 0.01, true_front.shape)).clip(0, 1)
    image = image.astype(np.float32)
    front, back = estimate(image.astype(float), alpha.astype(float))
    with open(sys.argv[1], "wb") as file:
        np.array([width, height, 2], ">i4").tofile(file)
        alpha.astype(">f4").tofile(file)
        for values in (image, front, back):
            values.transpose(2, 0, 1).astype(">f4").tofile(file)


main()
