"""Is a text English? The coach reads no other language, and says so instead of guessing."""

import re
from functools import cache

from troth.coach.folding import SPELLED, folded
from troth.coach.patterns import COMMON, beside, classes

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
            *beside(),
        ]
    )
