"""Who wrote a message: the person who was named, or somebody else. It never guesses."""

import re
import unicodedata
from collections.abc import Iterable

from troth.coach.exports.errors import BadExport, WhoIsWho

# Marks of direction, which chat programs put around names and numbers without showing them.
MARKS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
MOST_KNOWN, LONGEST, LONGEST_RAW = 500, 100, 400


def tidy(name: str) -> str:
    """Write a name as it is seen: no marks, single spaces, one form of each letter."""
    return " ".join(unicodedata.normalize("NFC", MARKS.sub("", name)).split())


class Who:
    """The one who reads their own export, and the names met on the way."""

    def __init__(self, me: str) -> None:
        self.me = tidy(me)
        if not self.me:
            raise BadExport("export: say which name is yours")
        self.has_written = False
        self._others: dict[str, None] = {}
        self._known: dict[str, bool] = {}
        self._mine = ""

    def is_me(self, name: str) -> bool:
        """Say whether this name is exactly mine; remember it for the question that may have to be asked."""
        known = self._known.get(name) if len(name) <= LONGEST_RAW else False
        if known is None:
            known = tidy(name) == self.me
            if len(self._known) < MOST_KNOWN:
                self._known[name] = known
            if not known:
                self.met(name)
        if known:
            self.has_written = True
        return known

    def met(self, name: str) -> None:
        """Remember a name of somebody else."""
        plain = tidy(name[:LONGEST_RAW])[:LONGEST]
        if plain and len(self._others) < MOST_KNOWN:
            self._others[plain] = None

    def is_other(self, name: object) -> None:
        """Take note that somebody else has this name; it cannot be mine where the export itself knows who sent what."""
        if not isinstance(name, str):
            return
        self.met(name)
        if tidy(name) == self.me:
            raise WhoIsWho(self.me, [], why=f'"{self.me}" is the name of somebody else here')

    def me_is(self, name: str) -> None:
        """Take note under which name my messages stand; two such names would be two people."""
        self._mine = self._mine or name
        if self._mine != name:
            raise WhoIsWho(self.me, (self._mine, name), why=f'"{self.me}" may be two people')

    def settle(self) -> None:
        """Ask, at the end, if nothing was by the one who was named."""
        if not self.has_written:
            raise WhoIsWho(self.me, tuple(self._others))

    def two_of(self, ids: Iterable[str]) -> WhoIsWho:
        """Return what to raise where two people have the name that was given."""
        return WhoIsWho(
            self.me, tuple(ids), why=f'more than one person is "{self.me}", give an id as the name'
        )
