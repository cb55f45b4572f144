"""The addresses that every practice has."""

from django.urls import URLPattern, path

from troth import practices
from troth.web.parts import said
from troth.web.parts.entries import views
from troth.web.parts.entries.pages import KNOWN, EntryPages


def entry_urls(pages: EntryPages) -> list[URLPattern]:
    """Make a practice known to the shared pages; return its addresses, below its name."""
    name, told = pages.practice, {"pages": pages}
    KNOWN[name] = pages
    said.add({f"{name}_{move}": done.said for move, done in pages.told.moves.items()})
    said.add({f"{name}_tap_{tap}": done.said for tap, done in pages.told.taps.items()})
    moves = [
        path(
            f"{name}/<uuid:id>/{move.name.replace('_', '-')}/",
            views.move,
            {**told, "move": move.name},
            name=move.name,
        )
        for move in practices.named(name).moves
    ]
    taps = [path(f"{name}/tap/<slug:tap>/", views.tap, told, name="tap")] if pages.taps else []
    return [
        path(f"{name}/", views.all_of, told, name="list"),
        path(f"{name}/new/", views.new, told, name="new"),
        *taps,
        path(f"{name}/<uuid:id>/", views.one, told, name="one"),
        path(f"{name}/<uuid:id>/edit/", views.edit, told, name="edit"),
        path(f"{name}/<uuid:id>/delete/", views.delete, told, name="delete"),
        path(f"{name}/<uuid:id>/undo/", views.undo, told, name="undo"),
        *moves,
    ]
