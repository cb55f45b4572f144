"""What the estimators say of one bond, and how it is said: shared by Insights, the letter and the ladder."""

from troth.web.parts.measured.seen import Seen, Trust, Word, outcomes_of, promises_of, seen, trust_of, word_of
from troth.web.parts.measured.trust_words import TrustWords, trust_words
from troth.web.parts.measured.word_said import WordSaid, sure_words, word_said

__all__ = [
    "Seen",
    "Trust",
    "TrustWords",
    "Word",
    "WordSaid",
    "outcomes_of",
    "promises_of",
    "seen",
    "sure_words",
    "trust_of",
    "trust_words",
    "word_of",
    "word_said",
]
