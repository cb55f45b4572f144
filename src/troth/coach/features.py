"""What the model sees of a sentence: hashed words, classes of words, runs of letters, place, signs, the sentence before.

All texts of a call are read as one array of code points; every word and run of letters is hashed by arithmetic on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from troth.coach.folding import SPELLED, folded
from troth.coach.patterns import classes

BITS = 18
BASE = np.uint64(0x9E3779B97F4A7C15)
INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
MIX = np.uint64(0xBF58476D1CE4E5B9)
RUN = 4
# Classes that one word may be of; the rest are left out.
MOST = 4
# Two classes are seen together when at most so many words apart.
FAR = 7
LONGEST = 4000
BREAK, SPACE = 10, 32
Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Floats = NDArray[np.float32]
Part = tuple[Ints, Hashes, float]


@dataclass(frozen=True, slots=True)
class Features:
    """A sparse table: place and weight of each feature, and where each sentence's begin and end."""

    places: Ints
    weights: Floats
    bounds: Ints


def features(sentences: Sequence[str], messages: Sequence[int]) -> Features:
    """Hash sentences; `messages` tells, in order, the message that each is of."""
    count = len(sentences)
    joined = "".join(f"\n {folded(one[:LONGEST])} " for one in sentences) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    of = np.cumsum(codes == BREAK, dtype=np.int64) - 1
    message = np.asarray(messages, dtype=np.int64)
    parts = [*_words(codes, of, message), *_letters(codes, of), *_place(codes, of, message)]
    owner = np.concatenate([part[0] for part in parts])
    hashes = np.concatenate([part[1] for part in parts])
    weights = np.concatenate([_scaled(part, count) for part in parts])
    order = np.argsort(owner, kind="stable")
    bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.bincount(owner, minlength=count))))
    return Features((_mixed(hashes) >> np.uint64(64 - BITS)).astype(np.int64)[order], weights[order], bounds)


def _words(codes: Hashes, of: Ints, message: Ints) -> list[Part]:
    edge = np.diff(_in_word(codes).astype(np.int8), prepend=0, append=0)
    start, end = np.flatnonzero(edge == 1), np.flatnonzero(edge == -1)
    powers = np.cumprod(np.full(len(codes), BASE), dtype=np.uint64)
    back = np.cumprod(np.full(len(codes), INVERSE), dtype=np.uint64)
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(codes * powers, dtype=np.uint64)))
    word, owner = (sums[end] - sums[start]) * back[start], of[start]
    pair, three = _joined(word, 2), _joined(word, 3)
    rank = np.arange(len(owner)) - np.searchsorted(owner, owner)
    opening = rank < 3
    follows = np.append(np.where(np.diff(message) == 0, np.arange(1, len(message)), -1), -1)
    after = follows[owner]
    return [
        *_classes(word, owner, rank),
        (owner, word, 1.0),
        (owner[:-1][owner[1:] == owner[:-1]], pair[owner[1:] == owner[:-1]], 1.0),
        (owner[:-2][owner[2:] == owner[:-2]], three[owner[2:] == owner[:-2]], 0.6),
        (owner[opening], word[opening] * MIX + rank[opening].astype(np.uint64), 0.6),
        (after[after >= 0], word[after >= 0] * MIX + np.uint64(77), 0.4),
    ]


@cache
def _class_table() -> tuple[Hashes, Ints]:
    """Give the hashes of all words that have a class, sorted, and the classes of each: -1 where there are no more."""
    of: dict[str, list[int]] = {}
    for number, words in enumerate(classes().values()):
        for one in words:
            if "_" not in one:
                of.setdefault(one, []).append(number)
    for texted, meant in SPELLED.items():
        if texted not in of and meant in of:
            of[texted] = of[meant]
    hashes = np.array([_hash(word) for word in of], dtype=np.uint64)
    numbers = np.full((len(of), MOST), -1, dtype=np.int64)
    for row, found in enumerate(of.values()):
        numbers[row, : len(found)] = found[:MOST]
    order = np.argsort(hashes)
    return hashes[order], numbers[order]


def _hash(word: str) -> int:
    base, found, power = int(BASE), 0, 1
    for sign in word:
        found = (found + ord(sign) * power) % (1 << 64)
        power = power * base % (1 << 64)
    return found


def _classes(word: Hashes, owner: Ints, rank: Ints) -> list[Part]:
    """Give classes alone, at the beginning, in pairs near to each other, and beside plain words."""
    hashes, numbers = _class_table()
    place = np.minimum(np.searchsorted(hashes, word), len(hashes) - 1)
    mine = np.where((hashes[place] == word)[:, None], numbers[place], -1)
    at, column = np.nonzero(mine >= 0)
    one = mine[at, column].astype(np.uint64) + np.uint64(10_000)
    early = rank[at] < 3
    found = [
        (owner[at], one),
        (owner[at][early], one[early] * MIX + rank[at][early].astype(np.uint64)),
        *_beside(word, owner, at, one),
    ]
    found += _pairs(at, mine[at, column], owner)
    joined = np.concatenate([part[0] for part in found]), np.concatenate([part[1] for part in found])
    return [(*joined, 1.5)]


def _beside(word: Hashes, owner: Ints, at: Ints, one: Hashes) -> list[tuple[Ints, Hashes]]:
    """Give a class with the word after it, and with the word before it."""
    parts = []
    for step, salt in ((1, np.uint64(3)), (-1, np.uint64(5))):
        other = at + step
        inside = (other >= 0) & (other < len(word))
        inside[inside] = owner[other[inside]] == owner[at[inside]]
        parts.append((owner[at[inside]], _mixed(one[inside] * salt) + word[other[inside]] * BASE))
    return parts


def _pairs(at: Ints, number: Ints, owner: Ints) -> list[tuple[Ints, Hashes]]:
    """Give each two classes of words at most `FAR` apart: whether side by side or farther, in their order."""
    parts, whose = [], owner[at]
    for step in range(1, len(at)):
        apart = at[step:] - at[:-step]
        if apart.min() > FAR:
            break
        near = np.flatnonzero((apart > 0) & (apart <= FAR) & (whose[step:] == whose[:-step]))
        key = (number[:-step][near] * 1_000 + number[step:][near]) * 4 + np.minimum(apart[near], 2)
        parts.append((whose[near], key.astype(np.uint64) + np.uint64(1_000_000)))
    return parts


def _joined(word: Hashes, size: int) -> Hashes:
    found = word[: max(len(word) - size + 1, 0)].copy()
    for step in range(1, size):
        found = _mixed(found) + word[step : step + len(found)] * BASE
    return found


def _letters(codes: Hashes, of: Ints) -> list[Part]:
    many = max(len(codes) - RUN + 1, 0)
    run = np.full(many, RUN, dtype=np.uint64) * MIX
    for step in range(RUN):
        run = run * BASE + codes[step : step + many]
    whole = (of[:many] == of[RUN - 1 :]) & (codes[:many] != BREAK)
    return [(of[:many][whole], run[whole], 0.7)]


def _place(codes: Hashes, of: Ints, message: Ints) -> list[Part]:
    count = len(message)
    each = np.arange(count)
    same = np.diff(message) == 0
    first, last = np.append(True, ~same)[:count], np.append(~same, True)[:count]
    signs = np.zeros((count, 4), dtype=bool)
    for column, sign in enumerate('?!"'):
        signs[of[codes == ord(sign)], column] = True
    signs[of[codes > 0x2600], 3] = True
    length = np.log2(np.bincount(of, minlength=count)[:count] + 1).astype(np.uint64)
    before = np.where(first[:, None], False, np.roll(signs, 1, axis=0))
    bits = np.column_stack((signs, first, last, before[:, 0]))
    rows, columns = np.nonzero(bits)
    return [
        (each, length + np.uint64(1000), 0.3),
        (rows, columns.astype(np.uint64) + np.uint64(2000), 0.5),
        (each, np.full(count, 3000, dtype=np.uint64), 0.3),
    ]


def _in_word(codes: Hashes) -> NDArray[np.bool_]:
    small = (codes >= ord("a")) & (codes <= ord("z"))
    figure = (codes >= ord("0")) & (codes <= ord("9"))
    return np.asarray(small | figure | (codes == ord("'")) | (codes > 0xBF), dtype=np.bool_)


def _scaled(part: Part, count: int) -> Floats:
    owner, _, weight = part
    many = np.bincount(owner, minlength=count)
    return (weight / np.sqrt(many[owner])).astype(np.float32)


def _mixed(hashes: Hashes) -> Hashes:
    once = (hashes ^ (hashes >> np.uint64(30))) * MIX
    return np.asarray((once ^ (once >> np.uint64(27))) * np.uint64(0x94D049BB133111EB), dtype=np.uint64)
