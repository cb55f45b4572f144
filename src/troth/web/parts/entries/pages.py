"""What a practice tells the shared pages about itself, and the list of all that did."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from troth.practices import Document
from troth.store.queries.entries import Opened
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest
from troth.web.parts.entries.forms import EntryForm, MoveForm
from troth.web.parts.entries.told import More, Onward, Told


def _any(_document: Document) -> bool:
    return True


def _nothing(_request: BondedRequest) -> Mapping[str, object]:
    return {}


def _nothing_around(_request: SignedInRequest, _opened: Opened) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, kw_only=True)
class EntryPages:
    """The pages of one practice. A template of its own, `<practice>/list.html`, `form.html`, `one.html` or `line.html`,
    goes before the shared one of that name.

    practice, told, form : its name, its words, what is typed
    move_forms : move to the form of what it asks for
    taps : name of a tap to what it writes; nothing is typed
    onward, more : ways on from an entry; further pages beside the list
    may_link : whether a new entry may be tied to this one
    beside : what list and form show besides
    around : what the page of one entry shows besides
    """

    practice: str
    told: Told
    form: type[EntryForm]
    move_forms: Mapping[str, type[MoveForm]] = field(default_factory=dict)
    taps: Mapping[str, Callable[[], Any]] = field(default_factory=dict)
    onward: tuple[Onward, ...] = ()
    more: tuple[More, ...] = ()
    may_link: Callable[[Document], bool] = _any
    beside: Callable[[BondedRequest], Mapping[str, object]] = _nothing
    around: Callable[[SignedInRequest, Opened], Mapping[str, object]] = _nothing_around


KNOWN: dict[str, EntryPages] = {}
