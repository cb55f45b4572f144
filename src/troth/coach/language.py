"""Is a text English? The coach reads no other language, and says so instead of guessing."""

import re
from functools import cache

from troth.coach.folding import SPELLED, folded
from troth.coach.patterns import COMMON, classes

# Fewer words than `FEW` say too little; up to `SOME` one known word will do; of more, over this share must be known.
FEW, SOME, SHARE = 4, 5, 0.3
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
LETTERS = 0.5


def english(text: str) -> bool:
    """Say whether a text reads as English.

    Parameters
    ----------
    text : any text

    Returns
    -------
    bool : ``False`` where most letters are not Latin, or too few words are known; very short texts pass

    Raises
    ------
    Nothing.

    Source
    ------
    Own list of words; how often it errs stands in ``docs/models/coach.md``.

    Examples
    --------
    >>> english("I can see why you'd feel left out."), english("Ich weiß nicht, was ich sagen soll.")
    (True, False)
    """
    plain = folded(text)
    if not plain.isascii():
        letters = [sign for sign in plain if sign.isalpha()]
        if letters and sum(sign < "\u0250" for sign in letters) < LETTERS * len(letters):
            return False
    words = plain_words(plain)
    known = sum(map(_known().__contains__, words))
    return len(words) < FEW or known > (0 if len(words) <= SOME else SHARE * len(words))


def plain_words(folded_text: str) -> list[str]:
    """Give the words of a folded text, those with letters beyond a to z whole."""
    return WORD.findall(folded_text)


@cache
def _known() -> frozenset[str]:
    return frozenset(
        [
            *COMMON,
            *SPELLED,
            *(word for words in classes().values() for word in words if "_" not in word),
            *MORE,
        ]
    )


MORE = [
    "about",
    "after",
    "again",
    "all",
    "also",
    "always",
    "another",
    "any",
    "anything",
    "are",
    "around",
    "as",
    "ask",
    "asked",
    "away",
    "back",
    "bad",
    "because",
    "been",
    "before",
    "being",
    "best",
    "better",
    "between",
    "big",
    "both",
    "bring",
    "came",
    "come",
    "could",
    "day",
    "did",
    "didn't",
    "different",
    "do",
    "does",
    "doing",
    "done",
    "don't",
    "down",
    "each",
    "else",
    "enough",
    "even",
    "every",
    "few",
    "find",
    "first",
    "found",
    "friend",
    "full",
    "gave",
    "getting",
    "give",
    "going",
    "gone",
    "good",
    "had",
    "hand",
    "hard",
    "has",
    "have",
    "having",
    "heard",
    "here",
    "herself",
    "him",
    "himself",
    "home",
    "house",
    "how",
    "into",
    "it's",
    "its",
    "itself",
    "job",
    "keep",
    "kind",
    "knew",
    "know",
    "last",
    "late",
    "left",
    "less",
    "let",
    "life",
    "like",
    "line",
    "little",
    "long",
    "look",
    "looked",
    "lot",
    "made",
    "make",
    "many",
    "maybe",
    "me",
    "might",
    "mind",
    "more",
    "morning",
    "most",
    "much",
    "must",
    "name",
    "need",
    "never",
    "new",
    "next",
    "nice",
    "night",
    "no",
    "nobody",
    "off",
    "often",
    "old",
    "once",
    "one",
    "only",
    "other",
    "over",
    "own",
    "people",
    "place",
    "put",
    "ran",
    "rather",
    "read",
    "really",
    "right",
    "said",
    "same",
    "sat",
    "saw",
    "say",
    "see",
    "seen",
    "sent",
    "she",
    "should",
    "since",
    "sit",
    "so",
    "some",
    "something",
    "soon",
    "sorry",
    "still",
    "stop",
    "such",
    "sure",
    "take",
    "talk",
    "tell",
    "than",
    "thank",
    "that's",
    "the",
    "their",
    "then",
    "there",
    "there's",
    "these",
    "they",
    "thing",
    "things",
    "think",
    "this",
    "those",
    "though",
    "thought",
    "through",
    "till",
    "time",
    "to",
    "today",
    "told",
    "tomorrow",
    "too",
    "took",
    "town",
    "try",
    "turn",
    "two",
    "under",
    "until",
    "up",
    "us",
    "use",
    "used",
    "very",
    "wait",
    "walk",
    "want",
    "wanted",
    "was",
    "watch",
    "way",
    "we",
    "week",
    "well",
    "went",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whole",
    "why",
    "wife",
    "will",
    "with",
    "without",
    "won't",
    "word",
    "words",
    "work",
    "world",
    "would",
    "write",
    "wrong",
    "year",
    "years",
    "yes",
    "yet",
    "you",
    "your",
]
