"""Where sentences end in a message as it was typed: signs first, then a small model for runs without any."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from troth.coach.weights import Table, shipped

# A sign ends a sentence where a space or the end follows; closing quotes, brackets and emoji stay with it.
ENDING = re.compile(
    r"(?:[.!?…。！？؟]+[\"”’')\]]*|[\"”](?<=[.!?…][\"”]))(?=\s|$)(?:[^\S\n]+[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+(?=\s|$))*|\n+"
)
SHORT = re.compile(
    r"(?:^|[\s(])(?:dr|mr|mrs|ms|st|prof|vs|etc|e\.g|i\.e|no|approx|jr|sr|rev|[a-z]\.[a-z]|\d{1,2})\.$",
    re.IGNORECASE,
)
WORD = re.compile(r"\S+")
LEAST, LONGEST, MOST_SIGNS = 3, 400, 1000
BITS = 15


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence: code points into the text as given."""

    start: int
    end: int


def sentences(text: str, *, table: Table | None = None) -> tuple[Span, ...]:
    """Split a message as typed.

    Parameters
    ----------
    text : any text, of any length
    table : weights of the gaps; the shipped ones if left out

    Returns
    -------
    tuple of Span : in order, without the space around them; every sign that is not space lies in one

    Raises
    ------
    Nothing.

    Source
    ------
    Own labelled messages. ``docs/models/coach.md``.

    Examples
    --------
    >>> text = "Sorry, I was late. What would help?"
    >>> [text[one.start:one.end] for one in sentences(text)]
    ['Sorry, I was late.', 'What would help?']
    """
    found: list[Span] = []
    table = table or shipped().gaps
    for span in signed(text):
        found.extend(_parted(text, span, table))
    return tuple(found)


def signed(text: str) -> list[Span]:
    """Split at signs and line breaks only."""
    spans: list[Span] = []
    start = 0
    for sign in ENDING.finditer(text):
        end = sign.end()
        if sign.group()[0] == "." and SHORT.search(text, max(start, end - 8), end):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    kept = piece.strip()
    if not kept:
        return
    if (
        spans
        and len(kept) < 20
        and not any(sign.isalnum() for sign in kept)
        and "\n" not in text[spans[-1].end : start]
    ):
        spans[-1] = Span(spans[-1].start, start + left + len(kept))
        return
    _cut(spans, text, start + left, start + left + len(kept))


def _cut(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add a stretch, in pieces where it is too long to be a sentence."""
    while end - start > MOST_SIGNS:
        space = text.rfind(" ", start + 1, start + MOST_SIGNS)
        middle = space if space > 0 else start + MOST_SIGNS
        if text[start:middle].strip():
            spans.append(_bare(text, start, middle))
        start = middle
    if text[start:end].strip():
        spans.append(_bare(text, start, end))


def _bare(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, start + left + len(piece.strip()))


def _parted(text: str, span: Span, table: Table) -> list[Span]:
    words = [found.span() for found in WORD.finditer(text, span.start, span.end)]
    if not 2 * LEAST - 2 <= len(words) <= LONGEST:
        return [span]
    cut = table.sums(gaps([text[a:b] for a, b in words]))[:, 0] > 0.0
    spans, start = [], span.start
    for place in np.flatnonzero(cut):
        spans.append(Span(start, words[place][1]))
        start = words[place + 1][0]
    return [*spans, Span(start, span.end)]


def gaps(words: Sequence[str]) -> NDArray[np.int64]:
    """Hash what stands around each gap between words: one row a gap."""
    many = len(words)
    low = ["^", "^", *(word.lower().strip("\"'()*") for word in words), "$", "$"]
    last = words[-1][-1:]
    style = "s" if last in '.!?…"”' else "-"
    length = f"{style}{min(many // 4, 8)}"
    rows = []
    for at in range(1, many):
        two, one, next_one, after = low[at], low[at + 1], low[at + 2], low[at + 3]
        capital = (
            "C"
            if words[at][:1].isupper() and not words[at].startswith(("I'", "I’")) and words[at] != "I"
            else "c"
        )
        comma = "," if one.endswith(",") else "w"
        rows.append(
            (
                f"a{one}", f"b{next_one}", f"c{one} {next_one}", f"d{next_one} {after}", f"e{two} {one}",
                f"f{style}{capital}{comma}", f"g{length}{min(at, 7)}", f"h{length}{min(many - at, 7)}", f"i{style}{next_one}",
                f"j{after}", f"k{two}", f"l{comma}{next_one}", f"m{next_one} {after} {low[at + 4] if at + 4 < len(low) else '$'}",
                f"n{capital}{next_one[:1].isalnum()}{one[-1:].isalnum()}", f"o{style}{one}",
            )
        )  # fmt: skip
    return np.array([[_hashed(word) for word in row] for row in rows], dtype=np.int64).reshape(many - 1, -1)


def _hashed(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) * 2654435761 % (1 << 32) >> (32 - BITS)
