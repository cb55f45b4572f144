"""What stands on a repair's page while it is written: how the apology stands in six parts, or the card."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from troth.practices.repairs import PARTS, Found, Repair, read_apology
from troth.store.queries.entries import Opened
from troth.web.parts.access import SignedInRequest
from troth.web.parts.coached import card_for
from troth.web.parts.coached.weighing import SURE_FROM
from troth.web.parts.gated import gate_for
from troth.web.parts.lazily import coach

if TYPE_CHECKING:
    from troth.coach import Rehearsal

NAMES = {
    "act": _("What you did"),
    "own": _("That it was yours"),
    "effect": _("What it was like for them"),
    "regret": _("That you are sorry"),
    "amends": _("How you make it good"),
    "free": _("They are free to forgive, or not"),
}
SAYS: dict[tuple[str, str], str | Promise] = {
    ("act", "there"): _("It says plainly what you did."),
    ("act", "missing"): _("It does not say yet what you did. One plain sentence will do: “I said six and came at eight.”"),
    ("act", "nobody"): _("It tells what happened, and you are not in it yet. “I …” makes it yours."),
    ("own", "there"): _("You take it as yours."),
    ("own", "missing"): _("That it was yours is not said yet. This part counts most: “That was my doing.”"),
    ("own", "nobody"): _("It could be anybody's so far. “I” or “mine” makes it yours."),
    ("own", "but"): _("Part of it goes to someone or something else. Often that undoes the rest; the reasons can wait until they ask."),
    ("effect", "there"): _("It sees what it was like for them."),
    ("effect", "missing"): _("What it was like for them is not in it yet: “You sat there and did not know.” If you don't know, you can ask."),
    ("effect", "if"): _("There is an “if” where it speaks of them. “If you were hurt” leaves open what they know already."),
    ("regret", "there"): _("You say that you are sorry."),
    ("regret", "missing"): _("A plain “I'm sorry” is not in it yet."),
    ("regret", "turned"): _("The sorry speaks of how they feel or take it. “I'm sorry I …” brings it back to what you did."),
    ("regret", "but"): _("A “but” stands behind the sorry. Often what comes after it undoes what came before."),
    ("amends", "there"): _("It says what you do now."),
    ("amends", "missing"): _("What you offer, or do another way next time, is not in it yet. Small and real is enough."),
    ("amends", "vague"): _("“Better” is hard to check. One thing with a day or a moment is easier to hold on to."),
    ("free", "there"): _("It asks for nothing back."),
    ("free", "asks"): _("It asks to be forgiven, or hurries it. That can press them; it may stay out."),
}  # fmt: skip
COUNTED = frozenset({"own", "commit", "validate", "reflect", "blame", "defend", "pressure"})


def around(request: SignedInRequest, opened: Opened) -> Mapping[str, object]:
    """Read the draft while it is written; a quiet silence where nothing stands yet or where the gate withholds it."""
    repair: Repair = opened.content
    texts = {part: getattr(repair, part) for part in PARTS if getattr(repair, part)}
    whole = "\n".join(texts.values())
    if opened.line.state != "writing" or not texts:
        return {}
    flags = coach.danger(whole)
    if flags or not gate_for(request).is_open:
        return {"card": None if "fine" in request.GET else card_for(request, flags)}
    read = dict(zip(texts, coach.rehearse_many(texts.values()), strict=True))
    found = read_apology(repair, marks={part: _marks(one) for part, one in read.items()})
    summary = coach.rehearse(whole).summary
    if not any(one.state == "there" or one.by not in ("", "nobody") for one in found if one.part != "free"):
        return {"apology": (), "summary": summary, "whole": whole}
    return {"apology": [_said(one) for one in found], "whole": whole}


def _marks(found: "Rehearsal") -> Collection[str]:
    marks = (mark for sentence in found.sentences for mark in sentence.marks)
    return {mark.mark for mark in marks if mark.score >= SURE_FROM} & COUNTED


def _said(one: Found) -> tuple[str | Promise, str, str | Promise]:
    return NAMES[one.part], one.state, SAYS[one.part, one.by or one.state]
