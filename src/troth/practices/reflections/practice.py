"""The declaration of reflections: no life cycle, several to a question, never shared."""

from troth.practices.document import Document, Line
from troth.practices.plug import Practice
from troth.practices.reflections.content import Reflection


def _line(document: Document[Reflection]) -> Line:
    return Line(title=document.content.answer, state=document.state, facts={"step": document.content.step})


def _words(document: Document[Reflection]) -> tuple[str, ...]:
    return (document.content.answer,)


PRACTICE = Practice(
    name="reflections",
    schema=1,
    content=Reflection,
    first="noted",
    states=("noted",),
    fixed=("step",),
    line=_line,
    words=_words,
    shareable=False,
    lesson=__package__,
)
