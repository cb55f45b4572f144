"""The declaration of incidents: no life cycle; each is one sign for the gate."""

from troth.practices.document import Document, Line
from troth.practices.incidents.content import Incident
from troth.practices.plug import Practice
from troth.safety import Sign


def _line(document: Document[Incident]) -> Line:
    incident = document.content
    return Line(
        title=incident.note, state=document.state, facts={"kind": incident.kind, "toward": incident.toward}
    )


def _words(document: Document[Incident]) -> tuple[str, ...]:
    return (document.content.note,)


def _signs(document: Document[Incident]) -> tuple[Sign, ...]:
    return (Sign(document.content.kind, document.content.toward, 1),)


# Never shared: specification of safety, W7.
PRACTICE = Practice(
    name="incidents",
    schema=1,
    content=Incident,
    first="noted",
    states=("noted",),
    line=_line,
    words=_words,
    guards=True,
    gate_signs=_signs,
    shareable=False,
    lesson="a9",
)
