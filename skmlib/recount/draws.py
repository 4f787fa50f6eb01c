"""Random draws that can be repeated anywhere: numpy's PCG64, seeded through its SeedSequence, and resampling (method, 15).

The stream is documented by its author (O'Neill 2014, PCG XSL RR 128/64) and by numpy, which gives the same bits for a seed in
every version; the draws made from it are those of numpy's version in requirements.lock.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

MASK_32, MASK_64, MASK_128 = (1 << 32) - 1, (1 << 64) - 1, (1 << 128) - 1
POOL = 4
MIX_FIRST, MIX_NEXT = 0x43B0D7E5, 0x931E8875
STATE_FIRST, STATE_NEXT = 0x8B51F9DD, 0x58F38DED
MIX_LEFT, MIX_RIGHT = 0xCA01F9DD, 0x4973F715
PCG_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
DOUBLE_STEP = 2.0**-53


def uniforms(seed: int) -> Iterator[float]:
    """Draw numbers from 0 to 1, without end.

    Parameters
    ----------
    seed : int
        From 0 to 2^128 - 1.

    Yields
    ------
    float
        What `numpy.random.default_rng(seed).random()` gives one after the other.

    Examples
    --------
    From numpy 2.4.6:

    >>> [round(one, 8) for one in itertools.islice(uniforms(20170514), 3)]
    [0.84526973, 0.55066492, 0.94701215]
    """
    words = _seed_words(seed)
    start, stream = ((words[place] << 64) | words[place + 1] for place in (0, 2))
    step = ((stream << 1) | 1) & MASK_128
    state = _advance((step + start) & MASK_128, step)
    while True:
        state = _advance(state, step)
        mixed, turn = (state >> 64) ^ (state & MASK_64), state >> 122
        turned = ((mixed >> turn) | (mixed << (64 - turn))) & MASK_64
        yield (turned >> 11) * DOUBLE_STEP


def resample(n: int, random: Iterator[float]) -> list[int]:
    """Draw n of n things with replacement.

    Parameters
    ----------
    n : int
        How many there are, 1 or more.
    random : iterator of float
        From `uniforms`.

    Returns
    -------
    list of int
        How often each was drawn: one binomial number after the other, of what is left to draw and of what is left to draw from.
    """
    times, left, share, rest = [0] * n, n, 1 / n, 1.0
    for place in range(n - 1):
        times[place] = _binomial(left, share / rest, random)
        left -= times[place]
        if not left:
            return times
        rest -= share
    times[-1] = left
    return times


def _binomial(n: int, p: float, random: Iterator[float]) -> int:
    """Draw a binomial number by inversion; of a probability above one half, what is missing to n."""
    if p > 0.5:
        return n - _binomial(n, 1.0 - p, random)
    q, first = 1.0 - p, math.exp(n * math.log1p(-p))
    bound = int(min(n, n * p + 10.0 * math.sqrt(n * p * q + 1)))
    drawn, weight, rest = 0, first, next(random)
    while rest > weight:
        drawn += 1
        if drawn > bound:
            drawn, weight, rest = 0, first, next(random)
        else:
            rest -= weight
            weight = ((n - drawn + 1) * p * weight) / (drawn * q)
    return drawn


def _advance(state: int, step: int) -> int:
    """Give the next state of the generator."""
    return (state * PCG_MULTIPLIER + step) & MASK_128


def _seed_words(seed: int) -> list[int]:
    """Spread a seed over four words of 64 bits."""
    constants = _constants(MIX_FIRST, MIX_NEXT)
    pool = [_hash((seed >> (32 * place)) & MASK_32, next(constants)) for place in range(POOL)]
    for source, target in itertools.permutations(range(POOL), 2):
        mixed = (MIX_LEFT * pool[target] - MIX_RIGHT * _hash(pool[source], next(constants))) & MASK_32
        pool[target] = mixed ^ (mixed >> 16)
    constants = _constants(STATE_FIRST, STATE_NEXT)
    halves = [_hash(word, next(constants)) for word in pool * 2]
    return [low | (high << 32) for low, high in zip(halves[::2], halves[1::2], strict=True)]


def _constants(first: int, factor: int) -> Iterator[tuple[int, int]]:
    """Give pairs of neighbouring constants of 32 bits, each the one before times a factor."""
    while True:
        following = (first * factor) & MASK_32
        yield first, following
        first = following


def _hash(word: int, constants: tuple[int, int]) -> int:
    """Hash a word of 32 bits."""
    product = ((word ^ constants[0]) * constants[1]) & MASK_32
    return product ^ (product >> 16)
