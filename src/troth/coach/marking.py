"""Marks sentences: the model's scores, then the rules, then the rulings that let one mark stand for another."""

import re
from typing import Final

from troth.coach.answers import Mark
from troth.coach.names import HURTS, MARKS, side_of
from troth.coach.rules import Rule, held, vetoed
from troth.coach.why import TRIES, WHY

# Below this a rule that often errs needs the model to lean its way.
LEANING: Final = 0.2
# Below this not even a rule that seldom errs is asked.
LEAST: Final = 0.02
REPORTED: Final = 0.5
GROUND: Final = re.compile(
    r"\d|\b(?:because|i'll (?:ring|call|text|be|send|show)|i will (?:ring|call|be)|here's|so that you can see|you can (?:see|check|ask))\b"
)


def marked(plain: str, following: str, scores: list[float], lines: list[float]) -> tuple[Mark, ...]:
    """Mark one sentence that is spelled out; `following` is the next of the same message, or empty."""
    near = [name for name, score in zip(MARKS, scores, strict=True) if score >= LEAST]
    rules = {rule.mark: rule for rule in held(plain, near)}
    found: dict[str, Mark] = {}
    for name, score, line in zip(MARKS, scores, lines, strict=True):
        rule = rules.get(name)
        if rule is not None and (rule.firm or score >= LEANING):
            found[name] = _mark(name, max(rule.share, score), f"rule:{rule.name}", rule)
        elif score >= line and not vetoed(plain, name):
            found[name] = _mark(name, max(score, REPORTED), "model", None)
    return tuple(_ruled(found, plain, following).values()) if found else ()


def _mark(name: str, score: float, by: str, rule: Rule | None) -> Mark:
    return Mark(
        name, side_of(name), round(score, 3), by, rule.why if rule else WHY[name], TRIES.get(name, ())
    )


def _ruled(found: dict[str, Mark], plain: str, following: str) -> dict[str, Mark]:
    """Ruling 13: a kind half does not save a hurtful one, and calm with something to hold on to is not empty."""
    if "reassure-empty" in found and (GROUND.search(plain) or GROUND.search(following)):
        found.pop("reassure-empty")
    if "non-apology" in found:
        found.pop("own", None)
    hurtful = [name for name in found if name in HURTS]
    if not hurtful:
        return found
    surest = max(found[name].score for name in hurtful)
    return {name: one for name, one in found.items() if name in HURTS or one.score > surest}
