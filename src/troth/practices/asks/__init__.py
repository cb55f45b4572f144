"""Asks: how can I help? Questions to ask, and what they said."""

from troth.practices.asks.cards import Card, cards
from troth.practices.asks.content import MOST_ANSWER, MOST_QUESTION, WAYS, Answer, Ask, Way
from troth.practices.asks.practice import PRACTICE

__all__ = ["MOST_ANSWER", "MOST_QUESTION", "PRACTICE", "WAYS", "Answer", "Ask", "Card", "Way", "cards"]
