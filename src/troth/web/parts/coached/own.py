"""What I have set down myself, as the coach takes it: sore points, limits, agreements, open promises."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from troth.practices import Document
from troth.store.me import Me
from troth.store.queries.bonds import MyBond
from troth.store.queries.entries import Opened
from troth.store.queries.recent import lasting, open_promises
from troth.web.parts.lazily import coach

if TYPE_CHECKING:
    from troth.coach import Plan, Reminder

# Kept by the person, and in force: what eased or was let go is at rest.
IN_FORCE = {"triggers": "active", "boundaries": "standing", "plans": "agreed"}
KINDS = {"trigger": ("triggers",), "boundary": ("boundaries", "plans"), "promise": ("promises",)}


@dataclass(frozen=True, repr=False)
class Touched:
    """A part of the plan that a message comes near: a kind word on it, one's own words, and where they stand."""

    say: str
    words: str
    opened: Opened


@dataclass(frozen=True, repr=False)
class Own:
    """Own phrases by kind, each with the entry that it is from."""

    phrases: dict[str, list[tuple[str, Opened]]]

    @property
    def plan(self) -> "Plan":
        """Return the phrases as the coach takes them."""
        told = {kind: tuple(words for words, _opened in found) for kind, found in self.phrases.items()}
        return coach.Plan(triggers=told["trigger"], boundaries=told["boundary"], promises=told["promise"])

    def touched(self, reminders: "Iterable[Reminder]") -> list[Touched]:
        """Say which entries are meant, each once."""
        found: dict[object, Touched] = {}
        for one in reminders:
            words, opened = self.phrases[one.kind][one.number]
            found.setdefault(opened.id, Touched(_(one.say), words, opened))
        return list(found.values())


def own_plan(me: Me, bond: MyBond) -> Own:
    """Open what is in force in this bond."""
    found = [*lasting(me, bond.id, of=IN_FORCE), *open_promises(me, bond.id)]
    readable = [one for one in found if isinstance(one.document, Document) and _is_in_force(one)]
    phrases = {
        kind: [(words, one) for one in readable if one.practice in names for words in _phrases(one)]
        for kind, names in KINDS.items()
    }
    return Own(phrases)


def _is_in_force(one: Opened) -> bool:
    return one.practice == "promises" or one.line.state == IN_FORCE[one.practice]


def _phrases(one: Opened) -> list[str]:
    told = one.content
    found = {
        "triggers": lambda: (told.what, told.plan),
        "boundaries": lambda: (told.wording,),
        "plans": lambda: (told.never,),
        "promises": lambda: (told.wording,),
    }[one.practice]()
    return [words for words in found if words]
