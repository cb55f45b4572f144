"""Deliberately wrong: a form is answered first and committed a moment later."""

import time
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from troth.app.settings import *  # noqa: F403
from troth.app.settings import MIDDLEWARE as REAL


class AnswersEarly:
    """Holds the transaction open until the answer has been sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self.get_response(request)
        held = transaction.atomic()
        held.__enter__()
        response = self.get_response(request)
        response._resource_closers.append(partial(later, held))
        return response


def later(held: transaction.Atomic) -> None:
    """Commit when it is too late."""
    time.sleep(0.05)
    held.__exit__(None, None, None)


MIDDLEWARE = ["tests.prove.settings_early.AnswersEarly", *REAL]
