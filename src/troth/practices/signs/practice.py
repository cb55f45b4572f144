"""The declaration of signs: a private noticing list. No life cycle, and never shared."""

from troth.practices.document import Document, Line
from troth.practices.plug import Practice
from troth.practices.signs.content import TEXTS, Noticed


def _line(document: Document[Noticed]) -> Line:
    noticed = document.content
    facts = {"kind": noticed.kind, "helped": noticed.helped}
    return Line(title=noticed.saw, state=document.state, facts=facts)


def _words(document: Document[Noticed]) -> tuple[str, ...]:
    return (document.content.saw, *(getattr(document.content, name) for name in TEXTS))


PRACTICE = Practice(
    name="signs",
    schema=1,
    content=Noticed,
    first="noted",
    states=("noted",),
    links={"after": ("occurrences", "triggers")},
    line=_line,
    words=_words,
    shareable=False,
    lesson=__package__,
)
