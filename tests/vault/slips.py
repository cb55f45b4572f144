"""Slips of the hand in codes, as many as wanted: none may pass for another code."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from troth.vault import BadCode
from troth.vault.codes import DIGITS, read_code, write_code

CODES = 100  # the size in every test run
FULL = 1_000  # one reliability check: about a million slips


@dataclass(frozen=True)
class Tally:
    tried: int
    passed: tuple[str, ...]


def tally(codes: int, *, seed: int = 1) -> Tally:
    """Try every slip in so many codes; every twentieth is an invitation code."""
    chance = Random(seed)
    tried, passed = 0, []
    for number in range(codes):
        size = 16 if number % 20 == 0 else 20
        for signs in slips(write_code(chance.randbytes(size)).replace("-", "")):
            tried += 1
            if not is_refused(signs, size=size):
                passed.append(signs)
    return Tally(tried, tuple(passed))


def slips(signs: str) -> Iterator[str]:
    """Every code with one other character, and every swap of two different neighbours."""
    for at, right in enumerate(signs):
        yield from (signs[:at] + digit + signs[at + 1 :] for digit in DIGITS if digit != right)
        if signs[at + 1 : at + 2] not in ("", right):
            yield signs[:at] + signs[at + 1] + right + signs[at + 2 :]


def is_refused(signs: str, *, size: int) -> bool:
    try:
        read_code(signs, size=size)
    except BadCode:
        return True
    return False
