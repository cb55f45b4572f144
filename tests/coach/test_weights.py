"""The file of weights: small, checked, and nothing in it can run."""

import hashlib
import json
from importlib.resources import files
from math import prod

import numpy as np
import pytest

from troth.coach import MARKS, TRAPS
from troth.coach.features import features
from troth.coach.second_look import SecondLook, shapes
from troth.coach.weights import TABLES, Table, Weights, opened, packed, shipped

RAW = files("troth.coach").joinpath("weights.bin").read_bytes()


def test_the_file_is_small_and_names_what_it_rests_on():
    assert len(RAW) <= 2_000_000
    found = opened(RAW)
    assert (found.marks.names, found.traps.names) == (MARKS, TRAPS)
    assert found.marks.weights.dtype == np.int8
    assert all(name.startswith("training/") for name in found.rests_on)
    assert all(len(one) == 64 for one in found.rests_on.values())


@pytest.mark.parametrize(
    "harm",
    [lambda raw: raw[1:], lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]), lambda raw: raw[:-1], lambda _: b""],
)
def test_a_damaged_file_is_refused(harm):
    with pytest.raises(ValueError, match="weights"):
        opened(harm(RAW))


def test_what_is_packed_opens_again_the_same():
    one = np.ones(2)
    table = Table(("a", "b"), np.arange(-8, 8, dtype=np.int8).reshape(8, 2), one, one, one, one, one / 2)
    given = dict.fromkeys(TABLES, table)
    second = SecondLook(**{name: np.ones(shape) for name, shape in shapes(3, 4, 2).items()})
    told = {"threat:will-harm:1": np.array([1.5, 0.0, -2.25])}
    raw = packed(given, second, told, rests_on={"x": "y"})
    found = opened(raw)
    assert isinstance(found, Weights)
    assert np.array_equal(found.traps.weights, table.weights)
    assert np.array_equal(found.second.hidden, second.hidden)
    assert found.evidence["threat:will-harm:1"].tolist() == [1.5, 0.0, -2.25]
    again = packed(
        {name: getattr(found, name) for name in TABLES}, found.second, found.evidence, rests_on={"x": "y"}
    )
    assert raw == again


def test_features_are_the_same_alone_and_among_others():
    texts = ["What would help?", "You never listen to me, ever.", "ok 😀"]
    many = shipped().marks.raw(features(texts, [0, 1, 2]))
    for at, text in enumerate(texts):
        assert np.array_equal(shipped().marks.raw(features([text], [0]))[0], many[at])


def test_the_sentence_before_counts_only_within_a_message():
    apart, together = (features(["Trust me.", "ok"], owners) for owners in ([0, 1], [0, 0]))
    assert apart.bounds.tolist() != together.bounds.tolist()


def test_the_header_is_plain_json():
    start = RAW.index(b"{")
    header, _ = json.JSONDecoder().raw_decode(RAW[start:].decode("latin-1"))
    size = sum(one["buckets"] * len(one["names"]) for one in header["tables"].values())
    inputs, hidden, names = header["second"]["inputs"], header["second"]["hidden"], len(MARKS)
    size += 4 * sum(prod(shape) for shape in shapes(inputs, hidden, names).values())
    assert hashlib.sha256(RAW[-size:]).hexdigest() == header["sha256"]
