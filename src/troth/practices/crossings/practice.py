"""The declaration of crossings: about one boundary; a crossed one is a sign for the safety gate."""

from troth.practices.crossings.content import OUTCOMES, Crossing
from troth.practices.document import Document, Happening, Line
from troth.practices.plug import Practice
from troth.safety import Sign


def _line(document: Document[Crossing]) -> Line:
    crossing = document.content
    facts = {"outcome": crossing.outcome, "by": crossing.by}
    return Line(title=crossing.note, state=document.state, facts=facts)


def _words(document: Document[Crossing]) -> tuple[str, ...]:
    return (document.content.note,)


def _signs(document: Document[Crossing]) -> tuple[Sign, ...]:
    """A crossing that nobody is named for counts as one toward me: the gate errs on the writer's side."""
    crossing = document.content
    if crossing.outcome == "held":
        return ()
    return (Sign(kind="boundary_crossed", toward="other" if crossing.by == "me" else "me", times=1),)


def _happened(document: Document[Crossing]) -> tuple[Happening, ...]:
    return (Happening(what=document.content.outcome, when=document.on),)


PRACTICE = Practice(
    name="crossings",
    schema=1,
    content=Crossing,
    first="noted",
    states=("noted",),
    links={"about": ("boundaries",)},
    required_links=("about",),
    line=_line,
    words=_words,
    guards=True,
    gate_signs=_signs,
    happens=OUTCOMES,
    happened=_happened,
    shareable=False,
    lesson="a4",
)
