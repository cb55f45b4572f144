"""The declaration of origins: no life cycle; only what they told may ever be shared."""

from troth.practices.document import Document, Line
from troth.practices.origins.content import Origin
from troth.practices.plug import Practice


def may_share(document: Document[Origin]) -> bool:
    """Say whether an origin may be shared.

    Parameters
    ----------
    document : an origin

    Returns
    -------
    bool : whether they told it themself; what I noticed or guess stays with me

    Raises
    ------
    Nothing.

    Source
    ------
    Practice map, A1; specification of safety, W9: what someone carries, only they say.

    Examples
    --------
    >>> from datetime import UTC, date, datetime
    >>> from troth.practices.lifecycle import start
    >>> at, on = datetime(2026, 3, 1, 18, tzinfo=UTC), date(2026, 3, 1)
    >>> may_share(start("origins", Origin(kind="loss", known="guessed"), at=at, on=on))
    False
    """
    return document.content.known == "told"


def _line(document: Document[Origin]) -> Line:
    origin = document.content
    facts = {"kind": origin.kind, "known": origin.known, "year": origin.year, "age": origin.age}
    return Line(title=origin.words, state=document.state, facts=facts)


def _words(document: Document[Origin]) -> tuple[str, ...]:
    return (document.content.words, document.content.what_helps_now)


PRACTICE = Practice(
    name="origins",
    schema=1,
    content=Origin,
    first="noted",
    states=("noted",),
    line=_line,
    words=_words,
    shareable=True,
    may_share=may_share,
    lesson="a1",
)
