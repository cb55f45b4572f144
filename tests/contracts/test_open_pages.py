"""Contract 2: exactly these pages are open; a stranger is led to the door, with no hint what lies behind."""

import uuid

import pytest
from django.urls import get_resolver

OPEN = {
    "about:first", "about:about", "door:sign_up", "door:sign_in", "door:unlock", "door:recover", "door:lock",
    "door:sign_out", "door:leave", "health:health", "patterns:all", "safety:safety",
    "joining:join", "safety:check", "safety:devices", "safety:leaving",
    "settings:deleted",
}  # fmt: skip


def routes():
    for resolver in get_resolver().url_patterns:
        for pattern in resolver.url_patterns:
            address = "/" + str(pattern.pattern)
            for kind, sample in (
                ("<uuid:id>", str(uuid.UUID(int=7))),
                ("<str:first>", "2026-11-16"),
                ("<str:month>", "2026-11"),
                ("<slug:name>", "wins"),
                ("<slug:key>", "a1"),
                ("<slug:tap>", "now"),
            ):
                address = address.replace(kind, sample)
            yield f"{resolver.namespace}:{pattern.name}", address, pattern.callback


def test_exactly_these_pages_are_open():
    assert {name for name, _address, view in routes() if getattr(view, "is_open", False)} == OPEN


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_led_to_the_door_from_every_other_address(client, method):
    private = [(name, address) for name, address, _view in routes() if name not in OPEN]
    assert len(private) > 50
    for name, address in private:
        answer = getattr(client, method)(address)
        assert answer.status_code == 303, name
        assert answer.headers["Location"].startswith("/sign-in/"), name


@pytest.mark.django_db
def test_other_methods_find_nothing_behind_the_door(client):
    for name, address, _view in routes():
        if name not in OPEN:
            assert client.put(address).status_code == 404, name
