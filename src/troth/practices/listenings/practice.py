"""The declaration of listenings: no life cycle; what they said to me stays with me."""

from troth.practices.document import Document, Happening, Line
from troth.practices.listenings.content import TEXTS, Listening
from troth.practices.plug import Practice


def _line(document: Document[Listening]) -> Line:
    slipped = document.content.slipped
    facts = {"slips": sum(slip != "none" for slip in slipped) if slipped else None}
    return Line(title=document.content.said, state=document.state, facts=facts)


def _words(document: Document[Listening]) -> tuple[str, ...]:
    return (document.content.said, *(getattr(document.content, name) for name in TEXTS))


def _happened(document: Document[Listening]) -> tuple[Happening, ...]:
    return (Happening(what="listened", when=document.on),)


PRACTICE = Practice(
    name="listenings",
    schema=1,
    content=Listening,
    first="noted",
    states=("noted",),
    links={"from": ("asks", "occurrences")},
    line=_line,
    words=_words,
    happens=("listened",),
    happened=_happened,
    shareable=False,
    opens_up=True,
    lesson="a5",
)
