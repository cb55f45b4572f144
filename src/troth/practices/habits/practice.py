"""The declaration of habits: no life cycle, never shared, no words to search."""

from troth.practices.document import Document, Line
from troth.practices.habits.content import Counted
from troth.practices.plug import Practice


def _line(document: Document[Counted]) -> Line:
    months = document.content.months
    span = months[0].month if len(months) == 1 else f"{months[0].month} – {months[-1].month}"
    return Line(title=span, state=document.state, facts={"messages": document.content.messages})


def _words(document: Document[Counted]) -> tuple[str, ...]:
    return ()


PRACTICE = Practice(
    name="habits",
    schema=1,
    content=Counted,
    first="kept",
    states=("kept",),
    line=_line,
    words=_words,
    shareable=False,
    opens_up=True,
    lesson="a5",
)
