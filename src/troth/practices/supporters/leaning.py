"""Whether one person carries all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from troth.practices.document import Document
from troth.practices.supporters.content import Supporter

Reason = Literal["gives_all", "only_close"]


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Lean:
    """One reason why the map leans on one person.

    reason : *gives_all*: only they are good for anything, and for two kinds or more; *only_close*: nobody else is close
    on : that person's entry
    """

    reason: Reason
    on: Document[Supporter]

    def __repr__(self) -> str:
        return f"Lean({self.reason})"


def leans_on_one(documents: Iterable[Document[Supporter]]) -> tuple[Lean, ...]:
    """Say whether one person carries all, and why.

    Parameters
    ----------
    documents : the writer's whole map, in any order; those let go do not count

    Returns
    -------
    tuple : the reasons, *gives_all* before *only_close*; empty where there is none, and for an empty map

    Raises
    ------
    Nothing.

    Source
    ------
    Practice map, A12 and B9. The two limits are our choice, not a measure.

    Examples
    --------
    >>> from datetime import UTC, date, datetime
    >>> from troth.practices.lifecycle import start
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> sam = Supporter(name="Sam", who="friend", closeness="middle", good_for=("listens", "fun"))
    >>> leans_on_one([start("supporters", sam, at=now, on=date(2026, 3, 1))])
    (Lean(gives_all),)
    """
    here = [document for document in documents if document.state == "here"]
    close = [document for document in here if document.content.closeness == "close"]
    leans = []
    if (giver := _only_giver(here)) is not None:
        leans.append(Lean(reason="gives_all", on=giver))
    if len(close) == 1:
        leans.append(Lean(reason="only_close", on=close[0]))
    return tuple(leans)


def _only_giver(here: Sequence[Document[Supporter]]) -> Document[Supporter] | None:
    givers = [document for document in here if document.content.good_for]
    return givers[0] if len(givers) == 1 and len(givers[0].content.good_for) >= 2 else None
