"""What a practice tells the shared pages about itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from troth.practices import Document
from troth.web.parts.bonded import BondedRequest
from troth.web.parts.entries.forms import EntryForm, MoveForm


def _any(_document: Document) -> bool:
    return True


def _nothing(_request: BondedRequest) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True)
class EntryPages:
    """The pages of one practice. Templates are `<practice>/list.html`, `form.html`, `one.html` and `line.html`."""

    practice: str
    form: type[EntryForm]
    move_forms: Mapping[str, type[MoveForm]] = field(default_factory=dict)
    may_link: Callable[[Document], bool] = _any
    beside: Callable[[BondedRequest], Mapping[str, object]] = _nothing  # what list and new page show besides
