"""Words that call for the safety card: threat, wish to die, coercion. Rules only, so that each flag can be read."""

import re
from dataclasses import dataclass

from troth.coach.danger_rules import CARELESS, REPORTING, RULES, SPARED
from troth.coach.folding import spelled
from troth.coach.names import FLAGS
from troth.coach.sentences import Span, sentences


@dataclass(frozen=True, slots=True)
class Flag:
    """A call for the safety card: what, where (code points), by which rule, and whether someone tells of another's words."""

    flag: str
    start: int
    end: int
    rule: str
    reported: bool


def danger(text: str, *, spans: tuple[Span, ...] | None = None) -> tuple[Flag, ...]:
    """Find words that call for the safety card.

    Parameters
    ----------
    text : any text, of any length
    spans : its sentences, where they are known already

    Returns
    -------
    tuple of Flag : at most one of each kind a sentence, in order of the text

    Raises
    ------
    Nothing.

    Source
    ------
    Rules of our own over own labelled phrases; specification of the coach, rulings 9, 10 and 17. ``docs/models/coach.md``.

    Examples
    --------
    >>> [(one.flag, one.reported) for one in danger("He said he'd kill me if I leave.")]
    [('threat', True)]
    >>> danger("I could kill for a coffee.")
    ()
    """
    places = sentences(text) if spans is None else spans
    plain = [spelled(text[one.start : one.end]) for one in places]
    found: list[Flag] = []
    for at, one in enumerate(places):
        for flag in FLAGS:
            rule = _rule(flag, plain[at]) or (_across(plain, at) if flag == "coercion" else None)
            if rule is not None:
                found.append(Flag(flag, one.start, one.end, rule, _reported(plain[at], flag)))
    return tuple(found)


def _rule(flag: str, plain: str) -> str | None:
    if CARELESS.search(plain):
        return None
    for rule in RULES[flag]:
        if rule.sign.search(plain) and not SPARED[flag].search(plain):
            return rule.name
    return None


def _across(plain: list[str], at: int) -> str | None:
    """A lever in one sentence and its condition in the next are one demand."""
    if at == 0 or len(plain[at]) + len(plain[at - 1]) > 400:
        return None
    both = f"{plain[at - 1]} {plain[at]}"
    if _rule("coercion", plain[at - 1]) is not None:
        return None
    return _rule("coercion", both)


def _reported(plain: str, flag: str) -> bool:
    told = REPORTING.search(plain)
    return told is not None and (flag != "self-harm" or not re.match(r"(i|i'm|i've|if i)\b", plain))
