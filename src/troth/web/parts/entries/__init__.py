"""One mechanism for the pages of every practice: list, new, one, edit, delete, undo, move."""

from troth.web.parts.entries.forms import EntryForm, MoveForm
from troth.web.parts.entries.pages import EntryPages
from troth.web.parts.entries.urls import entry_urls

__all__ = ["EntryForm", "EntryPages", "MoveForm", "entry_urls"]
