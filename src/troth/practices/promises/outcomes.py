"""What became of a promise, term by term."""

from datetime import datetime

from troth.practices.document import Document
from troth.practices.promises.content import Promise
from troth.practices.promises.life import since
from troth.values import Outcome, Result

_RESULTS: dict[str, Result] = {
    "open": "open",
    "kept": "kept",
    "kept_late": "kept",
    "missed": "missed",
    "withdrawn": "renegotiated",
}


def is_overdue(document: Document[Promise], at: datetime) -> bool:
    """Say whether a promise is past its due moment and nobody has said yet what became of it.

    Parameters
    ----------
    document : a promise
    at : the moment of asking, aware

    Returns
    -------
    bool : at the due moment itself it is not overdue

    Raises
    ------
    Nothing.

    Source
    ------
    ``docs/models/promises.md``, words: *overdue* is ``open`` and ``due`` < ``at``.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> made = datetime(2026, 3, 1, 9, tzinfo=UTC)
    >>> promise = Promise(wording="Call", due=made.replace(hour=18), size="tiny", made_at=made)
    >>> document = Document(practice="promises", schema=1, written_at=made, changed_at=made,
    ...                     on=date(2026, 3, 1), state="open", content=promise)
    >>> is_overdue(document, made.replace(hour=18)), is_overdue(document, made.replace(hour=19))
    (False, True)
    """
    return document.state == "open" and document.content.due < at


def outcomes(document: Document[Promise]) -> tuple[Outcome, ...]:
    """Read a promise as outcomes, one for each term.

    Parameters
    ----------
    document : a promise

    Returns
    -------
    tuple : the moved terms, oldest first, each ``renegotiated``; then the present one. A withdrawn promise
        counts as ``renegotiated``; one kept late is ``kept`` with ``at`` after ``due``

    Raises
    ------
    Nothing.

    Source
    ------
    ``docs/models/promises.md``, step 5.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> made = datetime(2026, 3, 1, 9, tzinfo=UTC)
    >>> promise = Promise(wording="Call", due=made.replace(hour=18), size="tiny", made_at=made)
    >>> document = Document(practice="promises", schema=1, written_at=made, changed_at=made,
    ...                     on=date(2026, 3, 1), state="open", content=promise)
    >>> [(outcome.result, outcome.size) for outcome in outcomes(document)]
    [('open', 'tiny')]
    """
    promise = document.content
    began = promise.made_at
    terms: list[Outcome] = []
    for term in promise.earlier:
        terms.append(
            Outcome(
                made=began,
                due=term.due,
                result="renegotiated",
                at=term.moved_at,
                size=promise.size,
                dimension=promise.dimension,
                sure=term.sure,
            )
        )
        began = term.moved_at
    return (*terms, _last_term(document))


def _last_term(document: Document[Promise]) -> Outcome:
    promise = document.content
    return Outcome(
        made=since(promise),
        due=promise.due,
        result=_RESULTS[document.state],
        at=promise.settled_at,
        size=promise.size,
        dimension=promise.dimension,
        sure=promise.sure,
    )
