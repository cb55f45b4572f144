"""The addresses that every practice has."""

from django.urls import URLPattern, path

from troth import practices
from troth.web.parts.entries import views
from troth.web.parts.entries.pages import EntryPages


def entry_urls(pages: EntryPages) -> list[URLPattern]:
    """Return the addresses of one practice's pages, below its name."""
    name, told = pages.practice, {"pages": pages}
    moves = [
        path(
            f"{name}/<uuid:id>/{move.name.replace('_', '-')}/",
            views.move,
            {**told, "move": move.name},
            name=move.name,
        )
        for move in practices.named(name).moves
    ]
    return [
        path(f"{name}/", views.all_of, told, name="list"),
        path(f"{name}/new/", views.new, told, name="new"),
        path(f"{name}/<uuid:id>/", views.one, told, name="one"),
        path(f"{name}/<uuid:id>/edit/", views.edit, told, name="edit"),
        path(f"{name}/<uuid:id>/delete/", views.delete, told, name="delete"),
        path(f"{name}/<uuid:id>/undo/", views.undo, told, name="undo"),
        *moves,
    ]
