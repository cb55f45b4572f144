"""The other's word on a promise: beside mine, which it never changes; and the reply as an entry of whoever said it."""

import pytest

from tests.web.agreeing import a_kept_promise, of_hers, say, take_back
from tests.web.sharing import text_of
from tests.web.two_browsers import words_of
from troth.store.models import Entry
from troth.store.queries import entries as entry_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(both):
    return a_kept_promise(both)


@pytest.mark.parametrize(
    ("said", "words"), [("kept", "Kept"), ("partly", "Partly kept"), ("missed", "Missed")]
)
def test_w09_their_word_stands_beside_mine_which_is_never_overwritten(both, promise, said, words):
    mine = entry_queries.one(both.ada.me, promise[0])
    answer = say(both, promise[1], said, note="On the minute", follow=True)
    assert f"Your word: {words}" in words_of(answer)
    page = words_of(both.hers.get(f"/promises/{promise[0]}/"))
    assert f"The word of Ben: {words}." in page
    assert "On the minute" in page
    assert '<span class="tag moss">kept</span>' in both.hers.get(f"/promises/{promise[0]}/").content.decode()
    assert f"the word of Ben: {words}" in of_hers(both)
    after = entry_queries.one(both.ada.me, promise[0])
    assert (after.version, after.document) == (mine.version, mine.document)


def test_w09_their_word_is_in_no_figure_of_mine(both, promise):
    pages = ("/insights/", "/insights/my-word/", "/promises/")
    before = [text_of(both.hers.get(page).content) for page in pages]
    say(both, promise[1], "missed")
    assert [text_of(both.hers.get(page).content) for page in pages] == before


def test_a_word_is_taken_back_in_one_press(both, promise):
    say(both, promise[1], "missed")
    take_back(both)
    assert "The word of" not in words_of(both.hers.get(f"/promises/{promise[0]}/"))
    assert "no longer agreed" not in of_hers(both)


@pytest.mark.parametrize("said", ["yes", "", "perhaps", "KEPT"])
def test_what_cannot_be_said_to_it_says_nothing(both, promise, said):
    before = Entry.objects.count()
    answer = say(both, promise[1], said)
    assert (answer.status_code, "Nothing was said." in words_of(answer)) == (422, True)
    assert Entry.objects.count() == before


def test_a_reply_has_a_page_of_my_own_and_its_sentence_can_be_changed(both, promise):
    say(both, promise[1], "kept", note="A")
    reply = next(
        one
        for one in entry_queries.opened(both.ben.me, entry_queries.ROWS.of(both.ben.me))
        if one.practice == "replies"
    )
    page = words_of(both.his.get(f"/replies/{reply.id}/"))
    assert "They can see it." in page
    typed = {"said": "kept", "note": "B", "version": reply.version}
    assert both.his.post(f"/replies/{reply.id}/edit/", typed).status_code == 303
    assert "B" in words_of(both.hers.get(f"/promises/{promise[0]}/")).split("The word of")[1][:120]
    assert both.his.post(f"/replies/{reply.id}/edit/", typed | {"said": "missed"}).status_code == 422
