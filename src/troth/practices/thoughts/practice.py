"""The declaration of thoughts: open until the other side has been looked at too."""

from troth.practices.document import Document, Happening, Line
from troth.practices.errors import BadContent
from troth.practices.plug import Move, Plain, Practice
from troth.practices.thoughts.content import Thought

STATES = ("open", "worked")


def _missing(thought: Thought) -> tuple[str, ...]:
    needed = {"balanced": thought.balanced != "", "belief_after": thought.belief_after is not None}
    return tuple(name for name, filled in needed.items() if not filled)


MOVES: tuple[Move[Thought], ...] = (
    Move(name="finish", from_states=("open",), to="worked", needs=_missing),
    Move(name="reopen", from_states=("worked",), to="open"),
)


def _check(document: Document[Thought]) -> None:
    missing = _missing(document.content)
    if missing and document.state == "worked":
        raise BadContent(f"content.{missing[0]}", "an answer, as the work is done", reason="empty")


def _line(document: Document[Thought]) -> Line:
    thought = document.content
    return Line(
        title=thought.thought,
        state=document.state,
        facts={
            "kind": thought.kind,
            "belief": thought.belief,
            "belief_after": thought.belief_after,
            "traps": ", ".join(thought.traps),
        },
    )


def _words(document: Document[Thought]) -> tuple[str, ...]:
    thought = document.content
    return (
        thought.situation,
        thought.thought,
        *(feeling.name for feeling in thought.feelings),
        thought.evidence_for,
        thought.evidence_against,
        thought.other_reasons,
        thought.balanced,
    )


def _happened(document: Document[Thought]) -> tuple[Happening, ...]:
    """Worked when it was last finished; while it is open again it is not."""
    if document.state != "worked":
        return ()
    finished = [step.at for step in document.steps if step.move == "finish"]
    return tuple(Happening(what="worked", when=at) for at in finished[-1:])


def _with_passed(plain: Plain) -> Plain:
    """Schema 2 notes which suggested traps were passed by; before, none was suggested."""
    return {**plain, "content": {**plain["content"], "passed": []}}


PRACTICE = Practice(
    name="thoughts",
    schema=2,
    upgrades={1: _with_passed},
    content=Thought,
    first="open",
    states=STATES,
    moves=MOVES,
    check=_check,
    line=_line,
    words=_words,
    happens=("worked",),
    happened=_happened,
    shareable=False,
    lesson=__package__,
)
