"""The life of a plan: what was agreed stays as it was said, until it is renewed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from troth.practices.document import Document, Fact
from troth.practices.errors import BadContent
from troth.practices.plans.content import PARTS, Plan, Version
from troth.practices.plug import Move

STATES = ("draft", "agreed", "withdrawn")


def missing(plan: Plan) -> tuple[str, ...]:
    """Say what a plan still needs before it can be agreed.

    Parameters
    ----------
    plan : the content

    Returns
    -------
    tuple : ``("please",)`` where neither *please* nor *never* is written, else nothing

    Raises
    ------
    Nothing.

    Source
    ------
    Our choice: one of the two is enough.

    Examples
    --------
    >>> missing(Plan(when="a plan changes")), missing(Plan(when="a plan changes", never="surprise me"))
    (('please',), ())
    """
    return () if plan.please or plan.never else ("please",)


def version_of(document: Document[Plan]) -> int:
    """Say which version of a plan this is.

    Parameters
    ----------
    document : a plan

    Returns
    -------
    int : from 1; a draft is one more than what was agreed so far

    Raises
    ------
    Nothing.

    Source
    ------
    Practice map, A2: dated, agreed; a changed one is a new version.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> from troth.practices.lifecycle import move, start
    >>> at = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> plan = start("plans", Plan(when="a plan changes", please="tell me early"), at=at, on=date(2026, 3, 1))
    >>> agreed = move(plan, "agree", at=at)
    >>> version_of(plan), version_of(agreed), version_of(move(agreed, "renew", at=at))
    (1, 1, 2)
    """
    return len(document.content.versions) + (document.state == "draft")


def begins(plan: Plan, _at: datetime) -> None:
    """Refuse a new plan that says it was agreed already.

    Parameters
    ----------
    plan : the content
    _at : the moment of writing

    Returns
    -------
    None

    Raises
    ------
    BadContent : names ``versions``

    Source
    ------
    Decision 0004: a state changes only by a move.

    Examples
    --------
    >>> begins(Plan(when="a plan changes"), datetime(2026, 3, 1))
    """
    if plan.versions:
        raise BadContent("versions", "nothing yet")


def check(document: Document[Plan]) -> None:
    """Refuse a plan whose words are not those that were agreed.

    Parameters
    ----------
    document : a plan

    Returns
    -------
    None

    Raises
    ------
    BadContent : names the part that differs, or ``versions`` where none was agreed

    Source
    ------
    Practice map, A2: agreed by both. Nobody can change alone what both said yes to.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> from troth.practices.lifecycle import edit, move, start
    >>> at = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> plan = start("plans", Plan(when="a plan changes", please="tell me early"), at=at, on=date(2026, 3, 1))
    >>> agreed = move(plan, "agree", at=at)
    >>> edit(agreed, replace(agreed.content, please="tell me"), at=at)
    Traceback (most recent call last):
    troth.practices.errors.BadContent: content.please: expected the words that were agreed; renew it first
    """
    if document.state == "draft":
        return
    plan = document.content
    if not plan.versions:
        raise BadContent("content.versions", "a version, as it was agreed")
    for part in PARTS:
        if getattr(plan, part) != getattr(plan.versions[-1], part):
            raise BadContent(f"content.{part}", "the words that were agreed; renew it first", reason="fixed")


def _agree(plan: Plan, _given: None, at: datetime) -> Plan:
    agreed = Version(when=plan.when, please=plan.please, never=plan.never, agreed_at=at)
    return replace(plan, versions=(*plan.versions, agreed))


def _version(document: Document[Plan], _given: object) -> Mapping[str, Fact]:
    return {"version": version_of(document)}


MOVES: tuple[Move[Plan], ...] = (
    Move(name="agree", from_states=("draft",), to="agreed", needs=missing, apply=_agree, note=_version),
    Move(name="withdraw", from_states=("agreed",), to="withdrawn", note=_version),
    Move(name="renew", from_states=("agreed", "withdrawn"), to="draft", note=_version),
)
