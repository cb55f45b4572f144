"""What was typed into a form that could not be taken, so that nobody loses words."""

from django.http import HttpRequest, UnreadablePostError
from django.http.request import RawPostDataException

# "answering" is what another person wrote: only one request ever holds it.
NEVER_SHOWN = frozenset({"csrfmiddlewaretoken", "again", "old", "code", "token", "answering"})
NOT_WORDS = frozenset({"next", "version", "draft_address"})


def typed_words(request: HttpRequest) -> list[str]:
    """Return what was typed on a page of ours, without secrets; nothing that another site sent."""
    if request.method != "POST" or not came_from_us(request):
        return []
    try:
        sent = list(request.POST.lists())
    except (UnreadablePostError, RawPostDataException):
        return []
    shown = [values for name, values in sent if name not in NOT_WORDS and not is_secret(name)]
    return [words for values in shown for words in values if words.strip()]


def is_secret(name: str) -> bool:
    """Say whether a field's name marks it as a secret, never shown back and never kept."""
    return name in NEVER_SHOWN or "passphrase" in name or "recovery" in name


def came_from_us(request: HttpRequest) -> bool:
    """Say whether a page of ours sent this: another site must not put words on our page."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
