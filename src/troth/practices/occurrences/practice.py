"""The declaration of occurrences: no life cycle; a moment of the other is never something to share."""

from troth.practices.document import Document, Happening, Line
from troth.practices.occurrences.content import TEXTS, Occurrence
from troth.practices.plug import Practice


def _line(document: Document[Occurrence]) -> Line:
    occurrence = document.content
    title = next((words for words in _words(document) if words), "")
    return Line(title=title, state=document.state, facts={"helped": occurrence.helped})


def _words(document: Document[Occurrence]) -> tuple[str, ...]:
    return tuple(getattr(document.content, name) for name in TEXTS)


def _happened(document: Document[Occurrence]) -> tuple[Happening, ...]:
    return (Happening(what="happened", when=document.on),)


PRACTICE = Practice(
    name="occurrences",
    schema=1,
    content=Occurrence,
    first="noted",
    states=("noted",),
    links={"about": ("triggers",), "helped_by": ("plans", "listenings")},
    line=_line,
    words=_words,
    happens=("happened",),
    happened=_happened,
    shareable=False,
    lesson="a4",
)
