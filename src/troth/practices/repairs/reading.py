"""How an apology stands in six parts, said kindly: what is there, what is not yet, what may undo it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from troth.practices.repairs.content import PARTS, Repair
from troth.practices.repairs.signs import (
    ACT,
    AHEAD,
    BUT,
    EFFECT,
    IF_HURT,
    OWN,
    REGRET,
    SORRY_BUT,
    TURNED,
    VAGUE,
    demands,
)

Part = Literal["act", "own", "effect", "regret", "amends", "free"]
State = Literal["there", "missing", "turned"]
SIX: tuple[Part, ...] = get_args(Part)
Marks = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """One part of an apology: whether it is there, missing, or there and turned round by something, and by what."""

    part: Part
    state: State
    by: str = ""


def read_apology(repair: Repair, *, marks: Marks | None = None) -> tuple[Found, ...]:
    """Look for the six parts of an apology in what was written.

    Parameters
    ----------
    repair : the draft; any field may be empty, and a part may stand in any field
    marks : the coach's marks by field, where they are known

    Returns
    -------
    tuple of Found : in the order of ``SIX``: naming the act, owning it, seeing what it did to them, regret, making it
        good (mending and changing), and leaving them free to forgive or not; ``by`` says what turns a part round: "if",
        "but", "nobody" (no *I* in it), "turned" (a sorry about them), "vague", "asks"

    Raises
    ------
    Nothing.

    Source
    ------
    Lewicki, Polin & Lount 2016 for the parts; Schumann 2014 for what undoes them (justifying, blaming, *if*). The words
    looked for are our choice, English only; the coach's marks ``own``, ``commit``, ``validate``, ``reflect``, ``blame``,
    ``defend`` and ``pressure`` add to them.

    Examples
    --------
    >>> draft = Repair(what_happened="I said six and came at eight.", regret="I'm sorry you feel that way.")
    >>> [(one.part, one.state, one.by) for one in read_apology(draft)][:4]
    [('act', 'there', ''), ('own', 'missing', ''), ('effect', 'missing', ''), ('regret', 'turned', 'turned')]
    """
    return tuple(_found(_Draft(repair, marks or {})))


class _Draft:
    """The words of a draft, plain and small, by field and all together."""

    def __init__(self, repair: Repair, marks: Marks) -> None:
        self.by_field = {part: _plain(getattr(repair, part)) for part in PARTS}
        self.all = " . ".join(self.by_field.values())
        # What is promised for later is no act yet.
        self.past = " . ".join(
            words for part, words in self.by_field.items() if part not in ("change", "offer")
        )
        self.marks = {part: frozenset(marks.get(part, ())) for part in PARTS}

    def marked(self, *names: str, within: tuple[str, ...] = PARTS) -> bool:
        """Say whether the coach put one of these marks on one of these fields."""
        return any(self.marks[part] & set(names) for part in within)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.casefold().replace("’", "'")).strip()


def _found(draft: _Draft) -> Iterator[Found]:
    yield _act(draft)
    yield _own(draft)
    yield _effect(draft)
    yield _regret(draft)
    yield _amends(draft)
    asks = demands(draft.all) or draft.marked("pressure")
    yield Found("free", "turned", "asks") if asks else Found("free", "there")


def _act(draft: _Draft) -> Found:
    if ACT.search(draft.past):
        return Found("act", "there")
    return Found("act", "turned", "nobody") if draft.by_field["what_happened"] else Found("act", "missing")


def _own(draft: _Draft) -> Found:
    mine = draft.by_field["responsibility"]
    is_owned = OWN.search(draft.past) or ACT.search(mine) or draft.marked("own")
    if not mine and not is_owned:
        return Found("own", "missing")
    if BUT.search(mine) or draft.marked("blame", "defend", within=("responsibility", "regret")):
        return Found("own", "turned", "but")
    return Found("own", "there") if is_owned else Found("own", "turned", "nobody")


def _effect(draft: _Draft) -> Found:
    if IF_HURT.search(draft.past):
        return Found("effect", "turned", "if")
    is_seen = EFFECT.search(TURNED.sub(" ", draft.all)) or draft.marked("validate", "reflect")
    return Found("effect", "there") if is_seen else Found("effect", "missing")


def _regret(draft: _Draft) -> Found:
    if TURNED.search(draft.all):
        return Found("regret", "turned", "turned")
    if not REGRET.search(draft.all):
        return Found("regret", "missing")
    is_taken_back = BUT.search(draft.by_field["regret"]) or SORRY_BUT.search(draft.all)
    return Found("regret", "turned", "but") if is_taken_back else Found("regret", "there")


def _amends(draft: _Draft) -> Found:
    said = " . ".join((draft.by_field["offer"], draft.by_field["change"]))
    if draft.marked("commit") or AHEAD.search(VAGUE.sub(" ", said)):
        return Found("amends", "there")
    if VAGUE.search(draft.all):
        return Found("amends", "turned", "vague")
    return Found("amends", "there") if said.strip(" .") else Found("amends", "missing")
