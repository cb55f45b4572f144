"""The declaration of check-ins: no life cycle, four readings."""

from troth.practices.checkins.content import Checkin, answered
from troth.practices.document import Document, Happening, Line
from troth.practices.plug import Practice
from troth.values import Rating


def _line(document: Document[Checkin]) -> Line:
    checkin = document.content
    return Line(
        title=checkin.note, state=document.state, facts={"role": checkin.role, **dict(answered(checkin))}
    )


def _words(document: Document[Checkin]) -> tuple[str, ...]:
    return (document.content.note,)


def _readings(document: Document[Checkin]) -> tuple[Rating, ...]:
    return tuple(
        Rating(at=document.written_at, on=document.on, scale=scale, points=points, role=document.content.role)
        for scale, points in answered(document.content)
    )


def _happened(document: Document[Checkin]) -> tuple[Happening, ...]:
    return (Happening(what="noted", when=document.on),)


# Shareable item by item, as the spec on safety allows (W7 does not list it). Nothing is shared by itself, and how safe
# someone felt is never: the gate reads it.
PRACTICE = Practice(
    name="checkins",
    schema=1,
    content=Checkin,
    first="noted",
    states=("noted",),
    fixed=("role",),
    line=_line,
    words=_words,
    readings=_readings,
    guards=True,
    happens=("noted",),
    happened=_happened,
    shareable=True,
    withheld=("safety",),
    lesson=__package__,
)
