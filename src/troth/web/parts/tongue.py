"""Speak the person's language and count in the person's time zone for as long as one request."""

import zoneinfo
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.functional import Promise

Code = TypeVar("Code", bound=Hashable)


class Tongue:
    """Middleware: language and zone come from the sealed profile; signed out, from the browser."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        me = getattr(request, "me", None)
        language = me.profile.language if me else translation.get_language_from_request(request)
        with (
            translation.override(language),
            timezone.override(me.profile.zone if me else zoneinfo.ZoneInfo("UTC")),
        ):
            response = self.answer(request)
            if hasattr(response, "render") and not response.is_rendered:
                response.render()
            response.headers.setdefault("Content-Language", translation.get_language())
        return response


def spoken(words: Mapping[Code, str | Promise]) -> Callable[[], Mapping[Code, str]]:
    """Give a fixed table in the page's language; each word is looked up once a language, not once a line."""

    @cache
    def table(_language: str | None) -> Mapping[Code, str]:
        return {code: str(said) for code, said in words.items()}

    return lambda: table(translation.get_language())
