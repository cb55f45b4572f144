"""What a page says after something was done. The address carries a fixed code, never a person's words."""

from collections.abc import Mapping

from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: dict[str, str | Promise] = {
    "kept": _("Kept."),
    "changed": _("Changed."),
    "deleted": _("Deleted. You can undo this for an hour."),
    "undone": _("It is back."),
    "sent": _("Sent."),
}


class SaidTwice(Exception):
    """Two page folders gave one code two sentences."""


def add(sentences: Mapping[str, str | Promise]) -> None:
    """Add a page folder's codes, at import; one code has one sentence everywhere."""
    for code, words in sentences.items():
        if SAID.setdefault(code, words) is not words:
            raise SaidTwice(f"said code {code!r}: it already has a sentence. Choose another code.")


def sentence(code: str) -> str:
    """Return the sentence of a code in the page's language; nothing for an unknown one."""
    return str(SAID.get(code, ""))


def redirect_saying(code: str, to: str, *args: object, **kwargs: object) -> HttpResponseRedirect:
    """Send the person on (303, by route name or path) to a page that says the sentence of this code."""
    if code not in SAID:
        raise KeyError(
            f"said code {code!r}: expected one that was added. There are: {', '.join(sorted(SAID))}."
        )
    response = HttpResponseRedirect(f"{resolve_url(to, *args, **kwargs)}?said={code}")
    response.status_code = 303
    return response
