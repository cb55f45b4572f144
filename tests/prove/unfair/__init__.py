"""Deliberately wrong: Django's SQLite backend with our settings, and without the writers' lock."""
