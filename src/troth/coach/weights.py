"""The file of weights: a magic word, a header as JSON, then int8 tables. Nothing in it can run."""

import hashlib
import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from troth.coach.features import BITS as FULL
from troth.coach.features import Features
from troth.coach.second_look import SecondLook, shapes

MAGIC = b"TROTH COACH 2\n"
VERSION = 2
TABLES = ("marks", "traps", "danger", "gaps")
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """A linear model: int8 weights by bucket and name, a scale and an offset a name, Platt's two numbers, the line."""

    names: tuple[str, ...]
    weights: NDArray[np.int8]
    scale: Floats
    offset: Floats
    slope: Floats
    shift: Floats
    line: Floats

    def sums(self, places: NDArray[np.int64]) -> Floats:
        """Add up rows of plain features: one row of places a case."""
        return np.asarray(self.weights[places].sum(axis=1, dtype=np.int64) * self.scale + self.offset)

    def raw(self, seen: Features) -> Floats:
        """Score sentences before calibration."""
        return summed(self.weights, seen) * self.scale + self.offset

    def scores(self, seen: Features) -> Floats:
        """Score sentences: about the share of times that each name is right."""
        return self.calibrated(self.raw(seen))

    def calibrated(self, raw: Floats) -> Floats:
        """Turn raw scores into shares."""
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(raw * self.slope + self.shift, -30.0, 30.0))))


def summed(weights: NDArray[np.int8], seen: Features) -> Floats:
    """Add up what the features of each sentence weigh: one row a sentence, one column a name."""
    if len(seen.bounds) == 1:
        return np.zeros((0, weights.shape[1]))
    bits = FULL - (len(weights).bit_length() - 1)
    found = weights[seen.places >> bits].astype(np.float32) * seen.weights[:, None]
    return np.asarray(np.add.reduceat(found, seen.bounds[:-1], axis=0), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that was learned, and from what."""

    marks: Table
    traps: Table
    danger: Table
    gaps: Table
    second: SecondLook
    both: NDArray[np.int8]
    evidence: Mapping[str, Floats]
    rests_on: Mapping[str, str]

    def raw(self, seen: Features) -> tuple[Floats, Floats]:
        """Score sentences for marks and danger before calibration, in one go."""
        marks, danger, many = self.marks, self.danger, len(self.marks.names)
        found = summed(self.both, seen)
        return found[:, :many] * marks.scale + marks.offset, found[:, many:] * danger.scale + danger.offset


def packed(
    tables: Mapping[str, Table],
    second: SecondLook,
    evidence: Mapping[str, Floats],
    *,
    rests_on: Mapping[str, str],
) -> bytes:
    """Make the bytes of the file; the same tables give the same bytes."""
    inputs, hidden = second.hidden.shape
    layers = {name: getattr(second, name) for name in shapes(inputs, hidden, len(second.offset))}
    body = b"".join(tables[name].weights.tobytes() for name in TABLES)
    body += b"".join(one.astype("<f4").tobytes() for one in layers.values())
    header: dict[str, Any] = {
        "version": VERSION,
        "sha256": hashlib.sha256(body).hexdigest(),
        "rests_on": dict(rests_on),
        "second": {"inputs": inputs, "hidden": hidden},
        "evidence": {name: [round(float(one), 3) for one in each] for name, each in sorted(evidence.items())},
        "tables": {
            name: {
                "names": list(one.names),
                "buckets": len(one.weights),
                **{key: [float(f"{value:.9g}") for value in getattr(one, key)] for key in NUMBERS},
            }
            for name, one in ((name, tables[name]) for name in TABLES)
        },
    }
    told = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    return MAGIC + struct.pack("<I", len(told)) + told + body


NUMBERS: Sequence[str] = ("scale", "offset", "slope", "shift", "line")


def opened(raw: bytes) -> Weights:
    """Read the bytes of the file.

    Raises ``ValueError`` where they are of another format, or damaged.
    """
    if not raw.startswith(MAGIC):
        raise ValueError("weights: expected a file of the coach")
    start = len(MAGIC) + 4
    (size,) = struct.unpack_from("<I", raw, len(MAGIC))
    header = json.loads(raw[start : start + size])
    body = memoryview(raw)[start + size :]
    if header["version"] != VERSION or hashlib.sha256(body).hexdigest() != header["sha256"]:
        raise ValueError(f"weights: expected version {VERSION}, undamaged")
    tables, place = {}, 0
    for name in TABLES:
        told = header["tables"][name]
        shape = (told["buckets"], len(told["names"]))
        weights = np.frombuffer(body, dtype=np.int8, count=shape[0] * shape[1], offset=place).reshape(shape)
        place += shape[0] * shape[1]
        tables[name] = Table(tuple(told["names"]), weights, *(np.array(told[key]) for key in NUMBERS))
    second = _second(body[place:], len(tables["marks"].names), **header["second"])
    evidence = {name: np.array(each) for name, each in header["evidence"].items()}
    both = np.hstack((tables["marks"].weights, tables["danger"].weights))
    return Weights(**tables, second=second, both=both, evidence=evidence, rests_on=header["rests_on"])


def _second(body: memoryview, names: int, *, inputs: int, hidden: int) -> SecondLook:
    place, found = 0, {}
    for name, shape in shapes(inputs, hidden, names).items():
        found[name] = (
            np.frombuffer(body, dtype="<f4", count=prod(shape), offset=place)
            .reshape(shape)
            .astype(np.float64)
        )
        place += 4 * prod(shape)
    return SecondLook(**found)


@cache
def shipped() -> Weights:
    """Open the weights that come with the program, once a process."""
    return opened(files("troth.coach").joinpath("weights.bin").read_bytes())
