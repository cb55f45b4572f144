"""The file of weights: a magic word, a header as JSON, then int8 tables. Nothing in it can run."""

import hashlib
import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from troth.coach.features import BITS as FULL
from troth.coach.features import Features

MAGIC = b"TROTH COACH 1\n"
VERSION = 1
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
        many = len(seen.bounds) - 1
        if many == 0:
            return np.zeros((0, len(self.names)))
        bits = FULL - (len(self.weights).bit_length() - 1)
        found = self.weights[seen.places >> bits].astype(np.float32) * seen.weights[:, None]
        return np.add.reduceat(found, seen.bounds[:-1], axis=0).astype(np.float64) * self.scale + self.offset

    def scores(self, seen: Features) -> Floats:
        """Score sentences: about the share of times that each name is right."""
        return 1.0 / (1.0 + np.exp(-np.clip(self.raw(seen) * self.slope + self.shift, -30.0, 30.0)))


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that was learned, and from what."""

    marks: Table
    traps: Table
    gaps: Table
    rests_on: Mapping[str, str]


def packed(tables: Mapping[str, Table], *, rests_on: Mapping[str, str]) -> bytes:
    """Make the bytes of the file; the same tables give the same bytes."""
    body = b"".join(one.weights.tobytes() for one in tables.values())
    header: dict[str, Any] = {
        "version": VERSION,
        "sha256": hashlib.sha256(body).hexdigest(),
        "rests_on": dict(rests_on),
        "tables": {
            name: {
                "names": list(one.names),
                "buckets": len(one.weights),
                **{key: [float(f"{value:.9g}") for value in getattr(one, key)] for key in NUMBERS},
            }
            for name, one in tables.items()
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
        raise ValueError("weights: expected version 1, undamaged")
    tables, place = {}, 0
    for name in ("marks", "traps", "gaps"):
        told = header["tables"][name]
        shape = (told["buckets"], len(told["names"]))
        weights = np.frombuffer(body, dtype=np.int8, count=shape[0] * shape[1], offset=place).reshape(shape)
        place += shape[0] * shape[1]
        tables[name] = Table(tuple(told["names"]), weights, *(np.array(told[key]) for key in NUMBERS))
    return Weights(**tables, rests_on=header["rests_on"])


@cache
def shipped() -> Weights:
    """Open the weights that come with the program, once a process."""
    return opened(files("troth.coach").joinpath("weights.bin").read_bytes())
