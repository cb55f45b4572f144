"""Contract 7: public functions below the store say what they return, raise, rest on, and show an example that runs."""

import inspect

import pytest

from troth import coach, instruments, practices, safety, trends, vault


def public_functions():
    for room in (vault, instruments, safety, trends, coach, practices):
        for name in room.__all__:
            thing = getattr(room, name)
            if inspect.isfunction(thing):
                yield pytest.param(thing, id=f"{room.__name__}.{name}")


@pytest.mark.parametrize("function", list(public_functions()))
def test_a_public_function_explains_itself(function):
    words = inspect.getdoc(function) or ""
    for part in ("Returns", "Raises", "Source", "Examples", ">>>"):
        assert part in words, f"expected {part}"
