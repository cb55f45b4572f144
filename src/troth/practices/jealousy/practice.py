"""The declaration of the check: no life cycle, never shared, read by the gate."""

from troth.practices.document import Document, Line
from troth.practices.jealousy.content import Check
from troth.practices.jealousy.result import result, signs_of
from troth.practices.plug import Practice
from troth.safety import Sign


def _line(document: Document[Check]) -> Line:
    check = document.content
    return Line(
        title=check.note,
        state=document.state,
        facts={"over_days": check.over_days, "result": result(check).state},
    )


def _words(document: Document[Check]) -> tuple[str, ...]:
    return (document.content.note,)


def _signs(document: Document[Check]) -> tuple[Sign, ...]:
    return signs_of(document.content)


# Never shared, and never in a recap, which may be: specification of safety, W7.
PRACTICE = Practice(
    name="jealousy",
    schema=1,
    content=Check,
    first="noted",
    states=("noted",),
    fixed=("over_days",),
    line=_line,
    words=_words,
    guards=True,
    gate_signs=_signs,
    shareable=False,
    lesson="a9",
)
