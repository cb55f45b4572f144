"""Standing rules as the tests make them, and what the other side then reads."""

from dataclasses import fields as fields_of
from dataclasses import replace

from tests import people
from tests.store.two import AT, LATER, MARKER, UNTIL
from troth import practices
from troth.practices.incidents import Incident
from troth.store.actions import entries, rules
from troth.store.models import Share
from troth.store.queries import entries as entry_queries
from troth.store.queries.shares import received


def a_rule(by, practice="wins", *, fields=("what",), until=UNTIL, at=AT):
    rules.keep_up(me=by.me, bond=by.bond, practice=practice, fields=fields, until=until, at=at)


def a_win(by, what=MARKER, at=LATER):
    return people.a_win(by=by, what=what, at=at)


def changed(by, id, *, at=LATER, **words):
    now = entry_queries.one(by.me, id)
    document = practices.edit(now.document, replace(now.content, **words), at=at)
    entries.save(me=by.me, id=id, version=now.version, document=document)


def seen_by(someone, at=LATER):
    return [one.copy.fields.get("what") for one in received(someone.me, at=at)]


def everything_of(someone, at=LATER):
    """All that the other side can read, byte for byte."""
    return repr(
        [[getattr(one, field.name) for field in fields_of(one)] for one in received(someone.me, at=at)]
    ) + repr(list(Share.objects.order_by("id").values_list()))


def closes_the_gate(by):
    document = practices.start("incidents", Incident(kind="force", toward="me"), at=AT, on=AT.date())
    entries.add(me=by.me, bond=by.bond, document=document)
