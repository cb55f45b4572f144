"""Verbs: each is one transaction, starts from the person, and saves only what it changes."""
