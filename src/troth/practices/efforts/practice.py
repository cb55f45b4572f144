"""The declaration of efforts: no life cycle, no figure; what was seen is kept."""

from troth.practices.document import Document, Happening, Line
from troth.practices.efforts.content import Effort
from troth.practices.plug import Practice


def _line(document: Document[Effort]) -> Line:
    return Line(title=document.content.what, state=document.state, facts={"kind": document.content.kind})


def _words(document: Document[Effort]) -> tuple[str, ...]:
    return (document.content.what,)


def _happened(document: Document[Effort]) -> tuple[Happening, ...]:
    return (Happening(what="noted", when=document.on),)


PRACTICE = Practice(
    name="efforts",
    schema=1,
    content=Effort,
    first="noted",
    states=("noted",),
    links={"from": ("checkins",)},
    line=_line,
    words=_words,
    happens=("noted",),
    happened=_happened,
    shareable=True,
    lesson=__package__,
)
