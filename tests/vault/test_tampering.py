"""Whatever is changed in a sealed thing, it stays closed and says so in the room's own words."""

import pytest
from tests.vault import tampering

from troth import vault

KINDS = {kind.name: kind for kind in tampering.targets()}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_not_changed_opens(kind):
    kind.opening(kind.sealed)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_bit_flip_is_refused(kind):
    tally = tampering.tried(tampering.flips(kind.sealed), kind.opening)
    assert (tally.refused, tally.accepted, tally.foreign) == (8 * len(kind.sealed), (), ())


def test_no_mutation_opens_and_none_breaks_otherwise():
    tallies = tampering.tally(tampering.MUTATIONS)
    assert {name: (tally.accepted, tally.foreign) for name, tally in tallies.items()} == dict.fromkeys(
        KINDS, ((), ())
    )
    assert sum(tally.refused for tally in tallies.values()) == tampering.MUTATIONS


def test_the_control_without_the_tag_is_caught_by_the_engine():
    kind = KINDS["record"]
    assert tampering.control(kind.sealed) == tampering.CONTENT
    assert len(tampering.tried(tampering.flips(kind.sealed), tampering.control).accepted) >= 8 * 16
    changed = tampering.mutations(kind, 2_000, seed=1)
    assert tampering.tried(changed, tampering.control).accepted


def test_the_engine_counts_errors_that_are_not_the_rooms():
    def foreign(box: bytes) -> object:
        raise KeyError("padding")

    tally = tampering.tried(iter([b"one", b"two"]), foreign)
    assert (tally.tried, len(tally.foreign)) == (2, 2)


def test_the_same_seed_gives_the_same_mutations():
    kind = KINDS["key"]
    first = list(tampering.mutations(kind, 50, seed=4))
    assert first == list(tampering.mutations(kind, 50, seed=4))
    assert first != list(tampering.mutations(kind, 50, seed=5))


@pytest.mark.parametrize("length", [0, 1, 3, 4, 67, 68, 83, 84, 115, 116, 117, 596, 1_065_045])
@pytest.mark.parametrize("begin", [b"", b"TV\x01\x01", b"TV\x01\x02"])
def test_zeros_of_any_length_are_refused(length, begin):
    box = (begin + bytes(length))[:length]
    for opening in (tampering.open_record, tampering.open_key, tampering.receive_key, tampering.read_note):
        with pytest.raises(vault.VaultError):
            opening(box)
