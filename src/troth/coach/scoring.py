"""Scores the sentences of messages in parts, so that a message of a million signs takes little memory."""

from collections.abc import Iterator, Sequence

from troth.coach.features import features
from troth.coach.sentences import Span
from troth.coach.weights import Table

# A part never crosses messages, so that a message is scored alike alone and among others.
MOST, SIGNS = 50, 50_000


def scored(table: Table, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> list[list[float]]:
    """Give each sentence its scores, in order."""
    found: list[list[float]] = []
    pieces: list[str] = []
    owners: list[int] = []
    signs = 0
    for number, part in enumerate(_parts(texts, spans)):
        pieces.extend(part)
        owners.extend([number] * len(part))
        signs += sum(map(len, part))
        if signs >= SIGNS:
            found.extend(table.scores(features(pieces, owners)).tolist())
            pieces, owners, signs = [], [], 0
    if pieces:
        found.extend(table.scores(features(pieces, owners)).tolist())
    return found


def _parts(texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Iterator[list[str]]:
    for text, each in zip(texts, spans, strict=True):
        for start in range(0, len(each), MOST):
            yield [text[one.start : one.end] for one in each[start : start + MOST]]
