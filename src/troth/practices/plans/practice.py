"""The declaration of plans: drafted, agreed by both aloud, withdrawn, and renewed as a new version."""

from troth.practices.document import Document, Happening, Line
from troth.practices.plans.content import PARTS, Plan
from troth.practices.plans.life import MOVES, STATES, begins, check, version_of
from troth.practices.plug import Practice


def _line(document: Document[Plan]) -> Line:
    plan = document.content
    return Line(
        title=plan.when,
        state=document.state,
        facts={
            "please": plan.please,
            "never": plan.never,
            "version": version_of(document),
            "agreed_at": plan.versions[-1].agreed_at if plan.versions else None,
        },
    )


def _words(document: Document[Plan]) -> tuple[str, ...]:
    return tuple(getattr(document.content, part) for part in PARTS)


def _happened(document: Document[Plan]) -> tuple[Happening, ...]:
    return tuple(Happening(what="agreed", when=one.agreed_at) for one in document.content.versions)


PRACTICE = Practice(
    name="plans",
    schema=1,
    content=Plan,
    first="draft",
    states=STATES,
    moves=MOVES,
    begins=begins,
    check=check,
    fixed=("versions",),
    links={"from": ("asks",)},
    line=_line,
    words=_words,
    happens=("agreed",),
    happened=_happened,
    shareable=True,
    opens_up=True,
    lesson="a2",
)
