"""The journal: everything I wrote, by day; filters, search, undo."""
