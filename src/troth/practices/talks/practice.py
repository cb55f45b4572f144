"""The declaration of talks: a note of one's own, without a life cycle; what the other said stays here."""

from troth.practices.document import Document, Happening, Line
from troth.practices.plug import Practice
from troth.practices.talks.content import TEXTS, Talk


def _line(document: Document[Talk]) -> Line:
    return Line(title=document.content.heard, state=document.state)


def _words(document: Document[Talk]) -> tuple[str, ...]:
    return (document.content.heard, *(getattr(document.content, name) for name in TEXTS))


def _happened(document: Document[Talk]) -> tuple[Happening, ...]:
    return (Happening(what="talked", when=document.on),)


PRACTICE = Practice(
    name="talks",
    schema=1,
    content=Talk,
    first="noted",
    states=("noted",),
    line=_line,
    words=_words,
    happens=("talked",),
    happened=_happened,
    shareable=False,
    opens_up=True,
    lesson=__package__,
)
