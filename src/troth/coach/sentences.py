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
# What stands before the first word of a run and after its last; signs after which a run is written with signs.
BEFORE, AFTER, ENDS = ("^", "^"), ("$", "$", "$"), frozenset('.!?…"”')
COMMA, CAPITAL, FIRST, LAST = (np.uint64(one) for one in (1, 2, 4, 8))
TEN, SALT = np.uint64(100), 0x9E3779B97F4A7C15


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
    return sentences_of([text], table=table)[0]


def sentences_of(texts: Sequence[str], *, table: Table | None = None) -> list[tuple[Span, ...]]:
    """Split many messages at once; each as `sentences` does."""
    spans = [signed(text) for text in texts]
    runs = [(number, span) for number, each in enumerate(spans) for span in each]
    places = [_places(texts[number], span) for number, span in runs]
    told = [at for at, words in enumerate(places) if 2 * LEAST - 2 <= len(words) <= LONGEST]
    rows, bounds = gaps([[texts[runs[at][0]][a:b] for a, b in places[at]] for at in told])
    cut = (table or shipped().gaps).sums(rows)[:, 0] > 0.0
    inside = {at: np.flatnonzero(cut[bounds[row] : bounds[row + 1]]).tolist() for row, at in enumerate(told)}
    found: list[list[Span]] = [[] for _ in texts]
    for at, (number, span) in enumerate(runs):
        found[number].extend(_parted(span, places[at], inside.get(at, [])))
    return [tuple(each) for each in found]


def _places(text: str, span: Span) -> list[tuple[int, int]]:
    return [found.span() for found in WORD.finditer(text, span.start, span.end)]


def _parted(span: Span, words: Sequence[tuple[int, int]], cuts: Sequence[int]) -> list[Span]:
    spans, start = [], span.start
    for place in cuts:
        spans.append(Span(start, words[place][1]))
        start = words[place + 1][0]
    return [*spans, Span(start, span.end)]


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


def gaps(runs: Sequence[Sequence[str]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Hash what stands around each gap between the words of runs: one row a gap, and where each run's rows begin."""
    known: dict[str, tuple[int, int]] = {}
    words = [word for run in runs for word in (*BEFORE, *run, *AFTER)]
    for word in words:
        if word not in known:
            known[word] = _word(word)
    hashes, looks = np.array([known[word] for word in words], dtype=np.uint64).reshape(-1, 2).T
    many = np.array([len(run) for run in runs], dtype=np.int64)
    each = np.maximum(many - 1, 0)
    bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(each)))
    begins = np.concatenate((np.zeros(1, np.int64), np.cumsum(many + len(BEFORE) + len(AFTER))))[:-1]
    of = np.repeat(np.arange(len(runs)), each)
    at = np.arange(len(of)) - bounds[of] + 1
    here = begins[of] + len(BEFORE) + at
    two, one, following, after, later = (hashes[here + step] for step in (-2, -1, 0, 1, 2))
    last = np.array([run[-1][-1:] in ENDS for run in runs], dtype=np.uint64)
    style = last[of]
    length = np.minimum(many[of] // 4, 8).astype(np.uint64) * np.uint64(2) + style
    before, next_look = looks[here - 1], looks[here]
    comma, capital = before & COMMA, next_look & CAPITAL
    letters = (next_look & FIRST) + (before & LAST)
    left, right = np.minimum(at, 7).astype(np.uint64), np.minimum(many[of] - at, 7).astype(np.uint64)
    rows = (
        one, following, _mixed(one) + following, _mixed(following) + after, _mixed(two) + one, style * TEN + capital + comma,
        length * TEN + left, length * TEN + right, _mixed(style) + following, after, two, _mixed(comma) + following,
        _mixed(_mixed(following) + after) + later, capital + letters, _mixed(style + TEN) + one,
    )  # fmt: skip
    salts = [np.uint64(number * SALT % (1 << 64)) for number in range(1, len(rows) + 1)]
    salted = [_mixed(row + salt) >> np.uint64(64 - BITS) for row, salt in zip(rows, salts, strict=True)]
    return np.column_stack(salted).astype(np.int64), bounds


def _word(word: str) -> tuple[int, int]:
    """Give the hash of a word, and how it looks: signs of `COMMA`, `CAPITAL`, `FIRST` and `LAST`."""
    low = word.lower().strip("\"'()*")
    capital = word[:1].isupper() and word != "I" and not word.startswith(("I'", "I’"))
    look = 1 * low.endswith(",") + 2 * capital + 4 * low[:1].isalnum() + 8 * low[-1:].isalnum()
    return crc32(low.encode("utf-8", "surrogatepass")), look


def _mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    once = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    return np.asarray((once ^ (once >> np.uint64(27))) * np.uint64(0x94D049BB133111EB), dtype=np.uint64)
