"""Unique words that are typed everywhere, and a browser that notices which of them it was shown again."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import SystemRandom
from string import ascii_lowercase

from tests.prove.client import Answer, Client


@dataclass
class Canaries:
    """One stem a run, and a number for each place where it was typed."""

    # A letter beyond ASCII, so that each way of writing it differs; chance, so that no other run's bytes are found.
    stem: str = field(
        default_factory=lambda: "zimtlöffel" + "".join(SystemRandom().choices(ascii_lowercase, k=9))
    )
    typed: dict[int, str] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)

    def word(self, place: str) -> str:
        """Return the next words, noting where they will be typed."""
        number = len(self.typed) + 1
        self.typed[number] = place
        return f"{self.stem} {number:04d}"

    def secret(self, place: str) -> str:
        """The same for what no page shows again: passphrases, headers, numbers that are none."""
        words = self.word(place)
        self.hidden.add(len(self.typed))
        return words

    def look(self, text: str) -> None:
        """Note which words stand in a text."""
        self.seen.update(int(number) for number in re.findall(rf"{self.stem} (\d{{4}})", text))

    @property
    def never_shown(self) -> list[str]:
        """Name the places whose words were never seen again: a canary that was never there proves nothing."""
        return [place for number, place in self.typed.items() if number not in self.seen | self.hidden]

    @property
    def needles(self) -> list[str]:
        """Return what to search for: the stem, and its ASCII half alone."""
        return [self.stem, self.stem.removeprefix("zimtlöffel")]


class Writer(Client):
    """A browser that looks for canaries in everything it is sent."""

    def __init__(self, port: int, canaries: Canaries, *, network: str = "127.0.0.1") -> None:
        super().__init__(port, network=network)
        self.canaries = canaries

    def ask(
        self, method: str, path: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        answer = super().ask(method, path, body=body, headers=headers)
        if answer.headers.get("content-type") == "application/zip":
            for text in unpacked(answer.body).values():
                self.canaries.look(text)
        else:
            self.canaries.look(answer.text)
        return answer


def unpacked(raw: bytes) -> dict[str, str]:
    """Return the files of an export."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}
