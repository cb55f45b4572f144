"""The gate: from what a person answered on purpose to *open*, *careful* or *closed*, with the reasons as data.

Careful and closed withdraw couple steps, openness, repair and sharing. The gate never judges anyone and never learns
from free text; it is never stored in clear and never visible to the other side.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

SignKind = Literal[
    "checking_up", "questions", "outburst", "isolation", "money", "threat", "force", "fear",
]  # fmt: skip
Toward = Literal["me", "other"]
State = Literal["open", "careful", "closed"]
SIGN_KINDS: tuple[SignKind, ...] = get_args(SignKind)
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True)
class Sign:
    """Something that happened, toward me or toward the other, so many times in the last four weeks."""

    kind: SignKind | Literal["boundary_crossed", "partner_violence"]
    toward: Toward
    times: int


@dataclass(frozen=True)
class Rule:
    """So many times of one kind lead to a state. ``toward`` None counts both directions alike."""

    kind: SignKind | Literal["low_safety", "boundary_crossed", "partner_violence"]
    toward: Toward | None
    at_least: int
    state: State


@dataclass(frozen=True)
class Gate:
    """Where the gate stands, and the rules that put it there, the gravest first; empty when open."""

    state: State
    reasons: tuple[Rule, ...]

    @property
    def is_open(self) -> bool:
        """Whether nothing is withdrawn."""
        return self.state == "open"


LOW_SAFETY = 3
LAST_DAYS = 28
LAST_ANSWERS = 3
# Our choice; a domestic-abuse service has not yet read these thresholds (specification of safety, section 12).
RULES: tuple[Rule, ...] = (
    Rule("partner_violence", "me", 1, "closed"),
    Rule("force", None, 1, "closed"),
    Rule("threat", None, 1, "closed"),
    Rule("fear", "me", 1, "closed"),
    Rule("fear", "other", 2, "closed"),
    Rule("isolation", None, 2, "closed"),
    Rule("money", None, 2, "closed"),
    Rule("low_safety", "me", 2, "closed"),
    Rule("fear", "other", 1, "careful"),
    Rule("isolation", None, 1, "careful"),
    Rule("money", None, 1, "careful"),
    Rule("low_safety", "me", 1, "careful"),
    Rule("checking_up", None, 3, "careful"),
    Rule("questions", None, 3, "careful"),
    Rule("outburst", None, 3, "careful"),
    Rule("boundary_crossed", None, 3, "careful"),
)


def gate(signs: Iterable[Sign], *, felt_safety: Iterable[int] = (), boundaries_crossed: int = 0) -> Gate:
    """Say where the gate stands.

    Parameters
    ----------
    signs : what happened in the last four weeks; several of one kind and direction add up
    felt_safety : answers to "how safe I felt", 0 to 10, the newest first; only the newest three count
    boundaries_crossed : how often a boundary was crossed in the last four weeks, on either side

    Returns
    -------
    Gate : the gravest state that any rule gives, and every rule that gives it

    Raises
    ------
    ValueError : a number of times is negative, or a felt safety is not from 0 to 10

    Source
    ------
    ``docs/models/gate.md``; specification of safety, W13. Thresholds are our choice.

    Examples
    --------
    >>> gate([Sign("questions", "other", 2)]).state, gate([Sign("force", "other", 1)]).state
    ('open', 'closed')
    >>> gate([], felt_safety=[3, 8, 7]).state
    'careful'
    """
    times = _times(
        signs, felt_safety=tuple(felt_safety)[:LAST_ANSWERS], boundaries_crossed=boundaries_crossed
    )
    holding = [rule for rule in RULES if _count(times, rule) >= rule.at_least]
    state: State = max((rule.state for rule in holding), key=STATES.index, default="open")
    return Gate(state, tuple(rule for rule in holding if rule.state == state))


def _times(
    signs: Iterable[Sign], *, felt_safety: tuple[int, ...], boundaries_crossed: int
) -> dict[tuple[str, Toward], int]:
    found: dict[tuple[str, Toward], int] = {}
    for sign in signs:
        if sign.times < 0:
            raise ValueError(f"{sign.kind}: expected a number of times from 0")
        found[sign.kind, sign.toward] = found.get((sign.kind, sign.toward), 0) + sign.times
    if boundaries_crossed < 0:
        raise ValueError("boundaries_crossed: expected a number of times from 0")
    if any(not 0 <= points <= 10 for points in felt_safety):
        raise ValueError("felt_safety: expected 0 to 10")
    found["low_safety", "me"] = sum(points <= LOW_SAFETY for points in felt_safety)
    found["boundary_crossed", "me"] = found.get(("boundary_crossed", "me"), 0) + boundaries_crossed
    return found


def _count(times: dict[tuple[str, Toward], int], rule: Rule) -> int:
    toward: tuple[Toward, ...] = ("me", "other") if rule.toward is None else (rule.toward,)
    # Both directions alike, not together: two of mine and one of theirs are not three of anyone's.
    return max(times.get((rule.kind, one), 0) for one in toward)
