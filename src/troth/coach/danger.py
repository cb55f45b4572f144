"""Words that call for the safety card: threat, wish to die, coercion. Named rules and a small model, both of them wary."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

import numpy as np
from numpy.typing import NDArray

from troth.coach.folding import spelled
from troth.coach.language import english
from troth.coach.names import FLAGS
from troth.coach.patterns import Book, Pattern, book, compiled, worded
from troth.coach.scoring import danger_scores
from troth.coach.sentences import Span, sentences
from troth.coach.weights import shipped

# A pattern that begins with this often stands in harmless words too: it is evidence for the model and never decides alone.
HINT = "? "
SPARED = "spared"
# What the model says of a sentence in another language: nothing. Rules are asked all the same.
UNREAD = [[-np.inf] * len(FLAGS)]


@dataclass(frozen=True, slots=True)
class Flag:
    """A call for the safety card: what, where (code points), by which rule, and whether someone tells of another's words."""

    flag: str
    start: int
    end: int
    rule: str
    reported: bool


@dataclass(frozen=True, slots=True)
class Named:
    """One pattern of a rule; one that is not sure is evidence only."""

    flag: str
    name: str
    pattern: Pattern
    sure: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """Named rules in order, called up by words; those over two sentences; what is spared; and what shows a report."""

    named: tuple[Named, ...]
    called: Book
    across: tuple[tuple[str, Pattern], ...]
    spared: tuple[Pattern, ...]
    spared_of: dict[str, tuple[Pattern, ...]]
    reported: tuple[Pattern, ...]


def danger(text: str) -> tuple[Flag, ...]:
    """Find words that call for the safety card.

    Parameters
    ----------
    text : any text, of any length

    Returns
    -------
    tuple of Flag : at most one of each kind a sentence, in order of the text

    Raises
    ------
    Nothing.

    Source
    ------
    Rules of our own, and a linear model learned on own labelled phrases; specification of the coach, rulings 9, 10 and 17.
    ``docs/models/coach.md``.

    Examples
    --------
    >>> [(one.flag, one.reported) for one in danger("He said he'd kill me if I leave.")]
    [('threat', True)]
    >>> danger("I could kill for a coffee.")
    ()
    """
    spans = sentences(text)
    said = [spelled(text[one.start : one.end]) for one in spans]
    scores = danger_scores(shipped(), [text], [spans]) if english(text) else UNREAD * len(spans)
    return flagged(spans, said, scores)


def flagged(
    spans: Sequence[Span], spelled_out: Sequence[str], raw: Sequence[Sequence[float]]
) -> tuple[Flag, ...]:
    """Flag sentences that are spelled out, and scored before calibration."""
    rules, edges = _rules(), _edges()
    said = [worded(one) for one in spelled_out]
    found: list[Flag] = []
    for at, (one, each) in enumerate(zip(spans, raw, strict=True)):
        hits = held(said[at])
        sums = (weighed(hits) + each).tolist() if hits else each
        sure = _sure(rules, hits, said, at) if hits or at else {}
        for flag, score, edge in zip(FLAGS, sums, edges, strict=True):
            likely = score >= edge and not _holds(rules.spared, said[at])
            name = sure.get(flag) or (_likeliest(hits, flag) if likely else None)
            if name is not None:
                found.append(Flag(flag, one.start, one.end, name, _holds(rules.reported, said[at])))
    return tuple(found)


def held(sentence: str) -> tuple[Named | None, ...]:
    """Give the patterns that hold for one worded sentence, in order; ``None`` among them says that it is spared."""
    rules = _rules()
    found = [rules.named[place] for place in rules.called.called(sentence)]
    hits: list[Named | None] = [one for one in found if one.pattern.sign.search(sentence)]
    if hits and _holds(rules.spared, sentence):
        hits.append(None)
    return tuple(hits)


def evidence(hits: Sequence[Named | None]) -> frozenset[str]:
    """Give the names under which the model knows what holds."""
    return frozenset(SPARED if one is None else f"{one.flag}:{one.name}:{one.sure:d}" for one in hits)


def weighed(hits: Sequence[Named | None]) -> NDArray[np.float64]:
    """Add up what the model makes of it: one number a flag."""
    known = shipped().evidence
    found = [known[name] for name in sorted(evidence(hits)) if name in known]
    return np.sum(found, axis=0) if found else np.zeros(len(FLAGS))


def sure_flags(said: list[str], at: int) -> dict[str, str]:
    """Give the flags that rules alone set on one of several worded sentences, each with the name of its rule."""
    return _sure(_rules(), held(said[at]), said, at)


def _sure(rules: Rules, hits: Sequence[Named | None], said: list[str], at: int) -> dict[str, str]:
    """Give the first sure rule of each flag; none where the sentence is spared."""
    names: dict[str, str] = {}
    if None not in hits:
        for one in hits:
            if one and one.sure and one.flag not in names and not _spared(rules, one.flag, said[at]):
                names[one.flag] = one.name
    if at and "coercion" not in names:
        both = said[at - 1] + said[at][1:]
        name = next((name for name, pattern in rules.across if pattern.sign.search(both)), None)
        names |= {"coercion": name} if name else {}
    return names


def _logit(share: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.log(share) - np.log1p(-share))


def _likeliest(hits: Sequence[Named | None], flag: str) -> str:
    return next((one.name for one in hits if one and one.flag == flag), "model")


def _spared(rules: Rules, flag: str, sentence: str) -> bool:
    return _holds(rules.spared_of.get(flag, ()), sentence)


def _holds(patterns: Sequence[Pattern], sentence: str) -> bool:
    return any(one.sign.search(sentence) for one in patterns)


@cache
def _edges() -> tuple[float, ...]:
    """Give the reporting lines in the units of sums, so that no sentence needs to be calibrated."""
    table = shipped().danger
    edges = (np.log(table.line) - np.log1p(-table.line) - table.shift) / table.slope
    return tuple(edges.tolist())


@cache
def _rules() -> Rules:
    read: dict[str, Any] = loads(files("troth.coach").joinpath("danger.toml").read_text(encoding="utf-8"))
    named = tuple(
        Named(flag, name, compiled(sign.removeprefix(HINT)), not sign.startswith(HINT))
        for flag in FLAGS
        for name, signs in read[flag].items()
        for sign in signs
    )
    spared = {name: tuple(map(compiled, signs)) for name, signs in read["spared"].items()}
    return Rules(
        named,
        book([one.pattern for one in named]),
        tuple((name, compiled(sign)) for name, signs in read["across"].items() for sign in signs),
        spared.pop("all"),
        spared,
        tuple(map(compiled, read["reported"]["signs"])),
    )
