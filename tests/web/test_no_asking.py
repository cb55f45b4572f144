"""W6: asking is limited. There is no way to ask at all: nobody can be pestered for a copy, a word, or a yes."""

from django.urls import get_resolver

from tests import people
from tests.web.sharing import given
from tests.web.two_browsers import bare

BETWEEN = ("joining", "together", "replies", "paces")
ASKING = ("request", "remind", "nudge", "poke", "chase", "ask")


def test_w06_no_address_asks_the_other_for_anything():
    names = {
        pattern.name
        for part in get_resolver().url_patterns
        for pattern in part.url_patterns
        if part.namespace in BETWEEN
    }
    assert not {name for name in names for word in ASKING if word in name} - {"asked"}, (
        "asked: the question to oneself"
    )
    assert {"give", "take_back", "make_code"} <= names


def test_w06_what_ben_does_with_his_pages_leaves_adas_as_they_were(both):
    """Nothing that Ben presses, short of a reply that he gives, shows up at Ada's."""
    copy = given(both)
    before = bare(both.hers.get("/together/"))
    for path in (
        "/together/",
        f"/together/{copy}/",
        f"/bond/{both.ada.bond}/together/",
        "/together/rules/new/",
        "/today/",
    ):
        assert both.his.get(path).status_code == 200
    win = people.a_win(by=both.ben, what="He held back")
    assert both.his.post(f"/together/share/{win.id}/", {"parts": "what", "lasts": "14"}).status_code == 200
    assert bare(both.hers.get("/together/")) == before
