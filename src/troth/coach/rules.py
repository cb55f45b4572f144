"""Rules for marks that words alone decide: each with a name, what it looks for, what spares it, and why in one sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from troth.coach.names import MARKS
from troth.coach.rule_words import EVEN, NOT_FIRM, RULED, SHARE, VETOED
from troth.coach.why import WHY


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to mark a sentence: `share` of its hits were right; one that is not `firm` needs the model to lean its way."""

    mark: str
    name: str
    sign: re.Pattern[str]
    spares: re.Pattern[str] | None
    why: str
    share: float
    firm: bool


RULES: Final = tuple(
    Rule(
        mark,
        name,
        re.compile(sign),
        re.compile(spares) if spares else None,
        WHY[mark],
        SHARE[name],
        name not in NOT_FIRM,
    )
    for mark, name, sign, spares in RULED
)
_RULES_OF: Final = {mark: tuple(rule for rule in RULES if rule.mark == mark) for mark in MARKS}
_EVEN: Final = re.compile(EVEN)
_VETOES: Final = {mark: re.compile(sign) for mark, sign in VETOED.items()}


def held(plain: str, marks: Iterable[str] = MARKS) -> list[Rule]:
    """Give the rules of some marks that hold for one sentence in its folded form, the first of each mark."""
    quoted = _EVEN.sub(" ", plain)
    return [rule for mark in marks if (rule := _first(mark, quoted)) is not None]


def _first(mark: str, quoted: str) -> Rule | None:
    for rule in _RULES_OF[mark]:
        if rule.sign.search(quoted) and not (rule.spares and rule.spares.search(quoted)):
            return rule
    return None


def vetoed(plain: str, mark: str) -> bool:
    """Say whether the model may not set a mark on one sentence."""
    return mark in _VETOES and _VETOES[mark].search(plain) is not None
