"""What of an entry may leave to the other side. The one type that a share is made of: what may not leave has none."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import msgspec

from troth.practices.document import Document
from troth.practices.errors import BadDocument, NotShareable
from troth.practices.plug import Plain, Practice
from troth.practices.readers import reader_of
from troth.practices.registry import find, named
from troth.practices.wire import to_plain


def offered(document: Document) -> tuple[str, ...]:
    """List the fields of an entry that its writer may choose to share.

    Parameters
    ----------
    document : any document

    Returns
    -------
    tuple : names of fields, in the order of the content; empty where nothing of it may ever be shared

    Raises
    ------
    BadPractice : an installed plug-in cannot be loaded or is declared wrongly

    Source
    ------
    Specification of safety, W4 and W7.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from troth.practices.lifecycle import start
    >>> from troth.practices.checkins import Checkin
    >>> at = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> offered(start("checkins", Checkin(role="person", safety=2), at=at, on=at.date()))
    ('role', 'felt_trust', 'closeness', 'energy', 'note')
    """
    practice = find(document.practice)
    if practice is None or not practice.shareable or not practice.may_share(document):
        return ()
    return _fields(practice)


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Portion:
    """Chosen fields of one entry. It cannot be made of what may not be shared.

    document : the whole entry, which stays here
    fields : what leaves of its content, never nothing; state and day of the entry go with them
    """

    document: Document[Any]
    fields: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.fields or not set(self.fields) <= set(offered(self.document)):
            raise NotShareable

    def __repr__(self) -> str:
        return "Portion(…)"


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Copy:
    """What the other side sees: plain values under the names of their fields. It is no entry and never becomes one."""

    practice: str
    schema: int
    on: date
    state: str
    fields: Mapping[str, Any]

    def __repr__(self) -> str:
        return "Copy(…)"


_COPY = reader_of(Copy)
NO_DAY = date.min


def copy_of(portion: Portion) -> Copy:
    """Make the copy that leaves: for the preview, and for the share itself.

    Parameters
    ----------
    portion : the chosen fields of an entry

    Returns
    -------
    Copy : with the chosen fields and no other; what stands apart carries no day, so that nobody reads off since when

    Raises
    ------
    Nothing.

    Source
    ------
    Vault specification, section 10: a share is a copy, never a live view.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from troth.practices.lifecycle import start
    >>> from troth.practices.wins import Win
    >>> at = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> win = start("wins", Win(what="We talked", kind="other"), at=at, on=at.date())
    >>> dict(copy_of(Portion(document=win, fields=("what",))).fields)
    {'what': 'We talked'}
    """
    document = portion.document
    plain: Plain = to_plain(document)["content"]
    return Copy(
        practice=document.practice,
        schema=document.schema,
        on=NO_DAY if named(document.practice).apart else document.on,
        state=document.state,
        fields={name: plain[name] for name in offered(document) if name in portion.fields},
    )


def read_copy(plain: Plain) -> Copy:
    """Read a copy that someone else's program wrote.

    Parameters
    ----------
    plain : as msgspec turns a ``Copy`` into plain data

    Returns
    -------
    Copy : of a practice that may be shared

    Raises
    ------
    BadDocument : damaged, of a practice that may not be shared, or with a field that may not

    Source
    ------
    Specification of safety, W7: also what arrives is of a kind that may leave.

    Examples
    --------
    >>> read_copy({"practice": "heldback", "schema": 1, "on": "2026-03-01", "state": "kept", "fields": {}})
    Traceback (most recent call last):
    troth.practices.errors.BadDocument: $.practice: expected one that may be shared
    """
    try:
        copy = _COPY.decode(msgspec.json.encode(plain))
    except (msgspec.MsgspecError, TypeError, ValueError, RecursionError) as error:
        raise BadDocument("$", "a copy of an entry") from error
    practice = find(copy.practice)
    if practice is None or not practice.shareable:
        raise BadDocument("$.practice", "one that may be shared")
    if copy.schema == practice.schema and not set(copy.fields) <= set(_fields(practice)):
        raise BadDocument("$.fields", "only fields that may be shared")
    return copy


def digest_of(copy: Copy) -> str:
    """Name the wording of a copy, so that a yes to it is a yes to these words and no others.

    Parameters
    ----------
    copy : what was given

    Returns
    -------
    str : SHA-256, in hexadecimal digits, of its practice, schema and fields as JSON with sorted keys. Day and state are not
        in it: a plan that both said yes to stays the same plan when it is marked as agreed

    Raises
    ------
    Nothing.

    Source
    ------
    Decision 0021.

    Examples
    --------
    >>> def win(**changed):
    ...     given = {"practice": "wins", "schema": 1, "on": date(2026, 3, 1), "state": "noted"}
    ...     return Copy(**{**given, "fields": {"what": "We talked"}, **changed})
    >>> digest_of(win())[:8]
    '63913cc3'
    >>> digest_of(win()) == digest_of(win(state="other")), digest_of(win()) == digest_of(win(fields={"what": "I"}))
    (True, False)
    """
    wording = [copy.practice, copy.schema, dict(copy.fields)]
    return hashlib.sha256(msgspec.json.encode(wording, order="sorted")).hexdigest()


def _fields(practice: Practice[Any]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(practice.content) if one.name not in practice.withheld)
