"""Phrases that ask for trust or quiet instead of giving a ground for it. It offers other words and never blocks."""

import re

# Wherever they stand.
ANYWHERE = (
    "you can trust me",
    "you can always trust me",
    "you have to trust me",
    "you need to trust me",
    "just trust me",
    "please trust me",
    "why don't you trust me",
    "i promise i never will",
    "i promise i will never",
    "i promise i'll never",
    "i would never",
    "i will never hurt you",
    "i'll never hurt you",
    "please don't worry",
    "no need to worry",
    "nothing to worry about",
    "please calm down",
    "just calm down",
    "you're overreacting",
    "you are overreacting",
    "everything will be fine",
)
# Only where a sentence or a part of one begins: "I like that you trust me" asks for nothing.
OPENING = ("trust me", "believe me", "don't worry", "do not worry", "calm down", "relax", "i swear")
_BREAK = re.compile(r"[.!?,;:\n…–—()\"“”]+")
_NO_WORD = re.compile(r"[^\w']+")


def is_empty_reassurance(words: str) -> bool:
    """Say whether words ask for trust or quiet without a ground: "you can trust me", "don't worry".

    Parameters
    ----------
    words : what somebody wants to say; English only, in any case, with either kind of apostrophe

    Returns
    -------
    bool : whether one of the phrases is there; ``False`` says only that none of them was found

    Raises
    ------
    Nothing.

    Source
    ------
    Practice map, B8: never "you can trust me". The two lists are our choice; no study measured them.

    Examples
    --------
    >>> is_empty_reassurance("Don’t worry, it is fine"), is_empty_reassurance("I will ring you at six")
    (True, False)
    """
    parts = [_plain(part) for part in _BREAK.split(words.casefold().replace("’", "'"))]
    return any(_opens(part) or _holds(part) for part in parts)


def _plain(part: str) -> str:
    return " ".join(_NO_WORD.sub(" ", part).split())


def _opens(part: str) -> bool:
    return any(part == phrase or part.startswith(f"{phrase} ") for phrase in OPENING)


def _holds(part: str) -> bool:
    return any(f" {phrase} " in f" {part} " for phrase in ANYWHERE)
