"""One mechanism for the pages of every practice: list, new, one, edit, delete, undo, move, tap."""

from troth.web.parts.entries.forms import EntryForm, MoveForm
from troth.web.parts.entries.pages import KNOWN, EntryPages
from troth.web.parts.entries.told import Done, More, Onward, Told
from troth.web.parts.entries.urls import entry_urls

__all__ = ["KNOWN", "Done", "EntryForm", "EntryPages", "More", "MoveForm", "Onward", "Told", "entry_urls"]
