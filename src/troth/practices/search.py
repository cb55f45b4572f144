"""Search in opened documents: every word must occur; case, accents and ways of writing do not count."""

import re
import unicodedata

from troth.practices.document import Document, Foreign
from troth.practices.registry import named

# Accents proper (Latin, Greek, Cyrillic), Hebrew points, Arabic vowel marks, and signs that take no room.
# Vowel signs of Indic scripts and Japanese voicing marks are letters to their readers: they stay.
_SILENT = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
    "\u00ad\u200b-\u200d\u2060\ufeff]"
)
# Quotes and dashes that phones put in by themselves.
_TYPED = {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-"}
# Letters with a stroke and joined letters, which no decomposition takes apart.
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}


def fold(text: str) -> str:
    """Bring a text to the form in which search compares.

    Parameters
    ----------
    text : any text

    Returns
    -------
    str : without case, accents, compatibility forms, invisible signs, round quotes and long dashes

    Raises
    ------
    Nothing.

    Source
    ------
    The Unicode Standard, section 3.13, D146 (compatibility caseless match); the rest is our choice.

    Examples
    --------
    >>> fold("Élan d’été, STRASSE / straße")
    "elan d'ete, strasse / strasse"
    """
    if text.isascii():
        return text.lower()
    folded = _SILENT.sub("", unicodedata.normalize("NFKD", _replace(text, _TYPED)))
    if folded.isascii():
        return folded.lower()
    folded = unicodedata.normalize("NFKD", folded.casefold()).casefold()
    return _SILENT.sub("", unicodedata.normalize("NFKD", _replace(folded, _LETTERS)))


def _replace(text: str, pairs: dict[str, str]) -> str:
    """Faster than ``str.translate`` for so few signs: most texts hold none of them."""
    for sign, plain in pairs.items():
        text = text.replace(sign, plain)
    return text


class Search:
    """A question asked of many documents: folded once, then held against each.

    query : words; a document matches when each occurs somewhere in what search reads of it. No words: all.
    """

    __slots__ = ("_words",)

    def __init__(self, query: str) -> None:
        self._words = tuple(dict.fromkeys(fold(query).split()))

    def __repr__(self) -> str:
        return "Search(…)"

    def matches(self, document: Document | Foreign) -> bool:
        """Say whether a document matches. One that cannot be read matches only the empty question."""
        if not self._words:
            return True
        if isinstance(document, Foreign):
            return False
        text = fold("\n".join(named(document.practice).words(document)))
        return all(word in text for word in self._words)


def matches(document: Document | Foreign, query: str) -> bool:
    """Say whether a document holds all the words of a question.

    Parameters
    ----------
    document : any document
    query : words

    Returns
    -------
    bool : whether each word occurs, in any order, as a part of any word

    Raises
    ------
    UnknownPractice : the document's practice is not known

    Source
    ------
    Our choice: all words, any order, any part of a word. For many documents make one ``Search`` and ask it.

    Examples
    --------
    >>> from datetime import UTC, date, datetime
    >>> from troth.practices.lifecycle import start
    >>> from troth.practices.wins import Win
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> win = start("wins", Win(what="Coffee at the café", kind="other"), at=now, on=date(2026, 3, 1))
    >>> matches(win, "CAFE coff"), matches(win, "tea")
    (True, False)
    """
    return Search(query).matches(document)
