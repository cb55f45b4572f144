"""Check 1: nothing changed opens, and nothing fails in another way than the room's own."""

from tests.prove.checks import Check, Proof
from tests.vault import tampering

SEED = 1
CHECK = Check(
    1,
    target="every bit flip of one box of each kind, and 1,000,000 mutations: 0 accepted, 0 foreign errors",
    least={
        "unchanged things opened": (6, 6),
        "bit flips": (28_000, 28_000),
        "mutations": (tampering.FULL, tampering.RELEASE),
    },
    controls=("an opener without the tag's check accepts",),
    limit_s=(60, 600),
    own_homes=True,
)


def test_what_is_not_changed_opens(proof: Proof) -> None:
    for kind in tampering.targets():
        kind.opening(kind.sealed)
        proof.count("unchanged things opened")


def test_no_bit_flip_opens(proof: Proof) -> None:
    for kind in tampering.targets():
        tally = tampering.tried(tampering.flips(kind.sealed), kind.opening)
        assert tally.tried == 8 * len(kind.sealed)
        proof.count("bit flips", tally.tried)
        assert not tally.accepted, f"{kind.name}: {len(tally.accepted)} accepted"
        assert not tally.foreign, f"{kind.name}: {tally.foreign[0][:100]}"


def test_no_mutation_opens(proof: Proof) -> None:
    proof.note(f"seed {SEED}")
    tallies = tampering.tally(proof.size(tampering.FULL, tampering.RELEASE), seed=SEED).values()
    proof.count("mutations", sum(tally.tried for tally in tallies))
    proof.none("accepted", [box for tally in tallies for box in tally.accepted])
    proof.none("foreign errors", [error for tally in tallies for error in tally.foreign])


def test_an_opener_without_the_tag_is_noticed(proof: Proof) -> None:
    kind = next(kind for kind in tampering.targets() if kind.name == "record")
    assert tampering.control(kind.sealed) == tampering.CONTENT
    tally = tampering.tried(tampering.flips(kind.sealed), tampering.control)
    proof.control(
        "an opener without the tag's check accepts",
        noticed=len(tally.accepted) >= 8 * 16,
        seen=f"{len(tally.accepted)} of {tally.tried} flips accepted",
    )
