"""The declaration of replies: said until withdrawn; nothing about whoever is replied to is read, counted or searched."""

from troth.practices.document import Document, Line
from troth.practices.plug import Practice
from troth.practices.replies.content import Reply
from troth.practices.replies.life import MOVES, STATES


def _line(document: Document[Reply]) -> Line:
    reply = document.content
    return Line(
        title=reply.note, state=document.state, facts={"said": reply.said, "practice": reply.practice}
    )


def _words(document: Document[Reply]) -> tuple[str, ...]:
    return (document.content.note,)


PRACTICE = Practice(
    name="replies",
    schema=1,
    content=Reply,
    first="said",
    states=STATES,
    moves=MOVES,
    fixed=("of", "digest", "practice", "said"),
    line=_line,
    words=_words,
    shareable=True,
    apart=True,
    lesson="a2",
)
