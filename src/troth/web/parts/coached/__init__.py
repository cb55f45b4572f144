"""What the coach says of one's own words, ready to be shown. Nothing of it is kept."""

from troth.web.parts.coached.danger import Card, card_for
from troth.web.parts.coached.own import Own, Touched, own_plan
from troth.web.parts.coached.reading import Note, Piece, Reading, Said, Try, reading_of
from troth.web.parts.coached.words import MARKS

__all__ = [
    "MARKS",
    "Card",
    "Note",
    "Own",
    "Piece",
    "Reading",
    "Said",
    "Touched",
    "Try",
    "card_for",
    "own_plan",
    "reading_of",
]
