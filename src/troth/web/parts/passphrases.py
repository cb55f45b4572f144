"""Judge a passphrase kindly, and offer five words."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from django.forms import Form, ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from mnemonic import Mnemonic

from troth import vault

LEAST = 12
NEVER = _("Not a name, a date or a word that someone close to you could guess.")
MOST = 128
# At 2,500 guesses a second, which is more than one graphics card makes of these, twelve years.
LEAST_GUESSES = 1e12
WORDS: tuple[str, ...] = tuple(Mnemonic("english").wordlist)


# The list keeps its 2,048 words, because comparison words index it by 11 bits; these are drawn again when offered.
UNKIND = frozenset(Path(__file__).with_name("unkind.txt").read_text().split())


def five_words() -> str:
    """Draw five kind words: 54 bits, about 100,000 years for one graphics card."""
    return " ".join(_kind_word() for _ in range(5))


def _kind_word() -> str:
    while (word := WORDS[vault.word_numbers(1)[0]]) in UNKIND:
        pass
    return word


def judge(passphrase: str, *, own: Iterable[str] = ()) -> None:
    """Raise `ValidationError` with advice where someone close could guess it."""
    if len(passphrase) < LEAST:
        raise ValidationError(
            gettext("Make it longer: at least 12 signs. Five words are easy to keep in mind.")
        )
    if len(passphrase) > MOST:
        raise ValidationError(gettext("Make it shorter: at most 128 signs."))
    zxcvbn = import_module("zxcvbn").zxcvbn  # its word lists are loaded when they are needed first
    found = zxcvbn(passphrase, user_inputs=[name for name in own if name], max_length=MOST)
    if found["guesses"] < LEAST_GUESSES:
        raise ValidationError(_advice(found["sequence"], own))


def _advice(parts: list[dict[str, object]], own: Iterable[str]) -> str:
    patterns = {str(part["pattern"]) for part in parts}
    if any(part.get("dictionary_name") == "user_inputs" for part in parts):
        return gettext(
            "A name from here is in it. Someone close to you could guess that. Try five words that don't belong together."
        )
    if patterns & {"date", "year"}:
        return gettext("A date is in it. Dates are guessed early. Try five words that don't belong together.")
    if patterns & {"repeat", "sequence", "spatial"}:
        return gettext("It repeats or follows the keyboard. Try five words that don't belong together.")
    return gettext("It can be guessed in days. Add a word or two, not a name, a date or a well-known line.")


def check_new_passphrase(form: Form, given: dict[str, object], *, own: list[str]) -> None:
    """Put advice beside the passphrase, or beside its repetition."""
    passphrase = str(given.get("passphrase", ""))
    if not passphrase:
        return
    try:
        judge(passphrase, own=own)
    except ValidationError as advice:
        form.add_error("passphrase", advice)
        return
    if "again" in given and given["again"] != passphrase:
        form.add_error("again", gettext("These two are not the same."))
