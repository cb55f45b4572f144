"""The declaration of safety plans. They belong to the writer alone."""

from troth.practices.document import Document, Line
from troth.practices.plug import Practice
from troth.practices.safety_plans.content import PARTS, SafetyPlan


def _line(document: Document[SafetyPlan]) -> Line:
    # A timeline is looked at with others near by: it shows none of the plan's words.
    filled = sum(bool(getattr(document.content, part)) for part in PARTS)
    return Line(title="", state=document.state, facts={"parts": filled})


def _words(document: Document[SafetyPlan]) -> tuple[str, ...]:
    return tuple(getattr(document.content, part) for part in PARTS)


# Never shared in a bond: specification of safety, W7.
PRACTICE = Practice(
    name="safety_plans",
    schema=1,
    content=SafetyPlan,
    first="kept",
    states=("kept",),
    line=_line,
    words=_words,
    personal=True,
    shareable=False,
    lesson=__package__,
)
