"""Ties between entries: asked for in an address (`?about=…`), shown on the page of one entry."""

from uuid import UUID

from django.http import Http404

from troth import practices
from troth.practices import Document, Link
from troth.store.me import Me
from troth.store.queries import entries as queries
from troth.store.queries.entries import Opened
from troth.web.parts.bonded import BondedRequest
from troth.web.parts.entries.pages import EntryPages


def links_asked(request: BondedRequest, pages: EntryPages) -> tuple[list[Link], dict[str, Opened]]:
    """Read the ties that a new entry is to have; what is not mine, or cannot be tied, is not there."""
    kinds = practices.named(pages.practice).links
    asked = {kind: request.POST.get(kind) or request.GET.get(kind) for kind in kinds}
    targets = {kind: _target(request.me, str(id), kinds[kind], pages) for kind, id in asked.items() if id}
    if set(practices.named(pages.practice).required_links) - set(targets):
        raise Http404
    return [Link(to=target.id, as_=kind) for kind, target in targets.items()], targets


def _target(me: Me, id: str, allowed: tuple[str, ...], pages: EntryPages) -> Opened:
    try:
        target = queries.one(me, UUID(id))
    except ValueError as error:
        raise Http404 from error
    if (
        target.practice not in allowed
        or not isinstance(target.document, Document)
        or not pages.may_link(target.document)
    ):
        raise Http404
    return target


def tied(me: Me, opened: Opened) -> dict[str, list[Opened]]:
    """Return what this entry points to, and what points to it, by kind of tie."""
    if not isinstance(opened.document, Document):
        return {"to": [], "from": []}
    targets = queries.some(me, [link.to for link in opened.document.links])
    return {"to": list(targets.values()), "from": _pointing_at(me, opened)}


def _pointing_at(me: Me, opened: Opened) -> list[Opened]:
    kinds = [name for name in practices.names() if _may_point(name, opened.practice)]
    topics = [me.topic(bond=opened.bond, practice=name) for name in kinds]
    later = queries.ROWS.of(me).within(opened.bond).filter(topic__in=topics, sequence__gt=opened.sequence)
    return [one for one in queries.opened(me, later.newest_first()) if _points(one, opened.id)]


def _may_point(name: str, practice: str) -> bool:
    return any(practice in allowed for allowed in practices.named(name).links.values())


def _points(one: Opened, id: UUID) -> bool:
    return isinstance(one.document, Document) and any(link.to == id for link in one.document.links)
