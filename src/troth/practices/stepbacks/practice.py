"""The declaration of stepping back. Never shared."""

from troth.practices.document import Document, Line
from troth.practices.plug import Practice
from troth.practices.stepbacks.content import TEXTS, StepBack
from troth.practices.stepbacks.life import FIXED, MOVES, STATES, check


def _line(document: Document[StepBack]) -> Line:
    decision = document.content
    return Line(
        title=decision.change,
        state=document.state,
        facts={"leaning": decision.leaning, "by_when": decision.by_when, "outcome": decision.outcome},
    )


def _words(document: Document[StepBack]) -> tuple[str, ...]:
    return tuple(getattr(document.content, name) for name in TEXTS)


# Never shared: specification of safety, W7.
PRACTICE = Practice(
    name="stepbacks",
    schema=1,
    content=StepBack,
    first="first",
    states=STATES,
    moves=MOVES,
    fixed=FIXED,
    check=check,
    line=_line,
    words=_words,
    shareable=False,
    lesson="a13",
)
