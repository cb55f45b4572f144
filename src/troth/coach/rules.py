"""Rules for marks that words alone decide: each with a name, what it looks for, what spares it, and why in one sentence."""

import re
from dataclasses import dataclass
from typing import Final

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
_EVEN: Final = re.compile(EVEN)
_VETOES: Final = {mark: re.compile(sign) for mark, sign in VETOED.items()}


def held(plain: str) -> list[Rule]:
    """Give the rules that hold for one sentence in its folded form, the first of each mark."""
    quoted = _EVEN.sub(" ", plain)
    found: dict[str, Rule] = {}
    for rule in RULES:
        if rule.mark in found or rule.sign.search(quoted) is None:
            continue
        if rule.spares is None or rule.spares.search(quoted) is None:
            found[rule.mark] = rule
    return list(found.values())


def vetoed(plain: str) -> frozenset[str]:
    """Give the marks that the model may not set on one sentence."""
    return frozenset(mark for mark, sign in _VETOES.items() if sign.search(plain))
