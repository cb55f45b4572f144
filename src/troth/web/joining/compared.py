"""The six words that two people compare: from our word list, elsewhere their numbers."""

from collections.abc import Sequence

from django.utils.translation import get_language

from troth.web.parts.passphrases import WORDS


def to_read(numbers: Sequence[int]) -> list[str]:
    """Return what is read aloud: words where the page is in English, else the numbers."""
    is_english = (get_language() or "en").startswith("en")
    return [WORDS[number] if is_english else str(number) for number in numbers]


def as_sent(numbers: Sequence[int]) -> str:
    """Write them as the form carries them, to see that they are still the ones that were compared."""
    return "-".join(map(str, numbers))


def read_back(sent: str) -> tuple[int, ...]:
    """Read them back; anything else is nobody's words."""
    return tuple(int(one) for one in sent[:60].split("-") if one.isdecimal() and one.isascii())
