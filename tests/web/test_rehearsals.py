"""Rehearsing a message: marks with their sentence, a card where words sound of danger, and nothing kept unasked."""

import html
import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import people
from tests.written import an_entry_of
from troth import practices
from troth.coach import rehearse
from troth.practices import boundaries, triggers
from troth.store.actions import entries
from troth.store.models import Draft, Entry
from troth.store.queries import entries as queries
from troth.store.queries.drafts import kept

pytestmark = pytest.mark.django_db
HURTS = "You're overthinking again. I'll ring you at seven."
DANGER = "He said he'll kill me if I leave."
SMALL = "0.minimise.0"
HTMX = {"HX-Request": "true"}


def page(answer):
    return html.unescape(answer.content.decode())


def asked(client, words=HURTS, **more):
    return page(client.post("/rehearse/", {"words": words, **more}))


def offered():
    """The first gentler way of the coach for the first sentence."""
    (found, *_more) = rehearse(HURTS).sentences
    return next(one.tries[0] for one in found.marks if one.mark == "minimise")


def field(text, name="words"):
    found = re.search(rf'<textarea name="{name}".*?>\n?(.*?)</textarea>', text, re.DOTALL)
    assert found is not None
    return found.group(1)


def test_each_mark_stands_with_its_sentence_its_why_and_a_gentler_way(ada_in):
    text = asked(ada_in)
    assert '<mark class="hurts">You\'re overthinking again.</mark>' in text
    assert '<mark class="helps">I\'ll ring you at seven.</mark>' in text
    hurts, helps = text.index("What may hurt"), text.index("What helps")
    note = text[hurts:helps]
    assert all(
        words in note
        for words in (
            "1. “You're overthinking again.”",
            "may make it small",
            "even if you meant to calm",
            "Perhaps",
        )
    )
    assert "2. “I'll ring you at seven.”" in text[helps:]


def test_a_mark_is_told_by_words_and_numbers_too(ada_in):
    text = asked(ada_in)
    assert 'href="#note-1"><span class="unseen">may hurt, note </span>1</a>' in text
    assert 'id="note-1"' in text
    assert '<p class="meta" id="heard" role="status">One sentence may hurt' in text


def test_a_kind_message_offers_no_other_way(ada_in):
    text = asked(ada_in, "Anyone would be shaken after that. What would help you tonight?")
    assert "What helps" in text
    assert "What may hurt" not in text
    assert "Try it another way" not in text


def test_what_is_missing_is_said(ada_in):
    assert "does not yet say what you did" in asked(ada_in, "I'm sorry you feel that way.")


def test_without_words_nothing_is_said(ada_in):
    text = asked(ada_in, "  ")
    assert "What helps" not in text
    assert "Keep it as a draft" not in text


def test_htmx_gets_what_is_said_and_not_the_field(ada_in):
    answer = ada_in.post("/rehearse/", {"words": HURTS}, headers=HTMX)
    text = page(answer)
    assert "<textarea" not in text
    assert "What may hurt" in text
    assert 'id="heard" hx-swap-oob="innerHTML"' in text
    assert "HX-Request" in answer.headers["Vary"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_gentler_way_stands_where_the_sentence_stood_and_the_first_words_beside_it(ada_in):
    text = asked(ada_in, use=SMALL)
    assert field(text) == f"{offered()} I'll ring you at seven."
    assert 'name="before" value="You\'re overthinking again. I\'ll ring you at seven."' in text
    assert "Keep the words before" in text


def test_a_way_offered_for_words_that_have_changed_since_changes_nothing(ada_in):
    text = asked(ada_in, "See you at six. You're overthinking again.", use=SMALL)
    assert field(text) == "See you at six. You're overthinking again."
    assert "Keep the words before" not in text


@pytest.mark.parametrize("code", ["", "x", "0.minimise.9", "-1.minimise.0", "0", "0.minimise.0.0"])
def test_a_code_that_was_never_offered_changes_nothing(ada_in, code):
    assert field(asked(ada_in, use=code)) == HURTS


@pytest.mark.parametrize(("keep", "words"), [("before", "The first"), ("new", "The second")])
def test_either_of_the_two_can_be_kept(ada_in, keep, words):
    text = asked(ada_in, "The second", before="The first", keep=keep)
    assert field(text) == words
    assert "Keep the words before" not in text


def test_rewriting_puts_the_words_beside_themselves(ada_in):
    text = asked(ada_in, rewrite="1")
    assert text.index(">Before</h2>") < text.index(">Now</h2>")
    assert field(text) == HURTS


def test_a_gap_that_is_left_is_said(ada_in):
    assert "still to be filled" in asked(ada_in, "What I did was […].")


def test_nothing_is_kept_unless_it_is_asked_for(ada_in):
    asked(ada_in, answering="You never ring")
    asked(ada_in, rewrite="1")
    asked(ada_in, use=SMALL)
    asked(ada_in, DANGER)
    assert (Entry.objects.count(), Draft.objects.count()) == (0, 0)


def test_a_draft_is_kept_when_asked_without_what_they_wrote(ada_in, ada):
    answer = ada_in.post("/rehearsals/new/", {"words": HURTS, "answering": "You never ring", "before": "x"})
    assert answer.status_code == 303
    document = queries.one(ada.me, Entry.objects.get().id).document
    assert document.content.words == HURTS
    assert "never ring" not in str(practices.named("rehearsals").words(document))
    assert "Rehearse it again" in page(ada_in.get(answer.headers["Location"]))


def test_a_draft_goes_back_to_rehearsing_and_is_saved_over(ada_in, ada):
    entry = an_entry_of("rehearsals", by=ada)
    text = asked(ada_in, "I will ring you at seven", draft=str(entry.id), version="1")
    assert f'formaction="/rehearsals/{entry.id}/edit/"' in text
    ada_in.post(f"/rehearsals/{entry.id}/edit/", {"words": "I'll ring at eight", "version": "1"})
    assert queries.one(ada.me, entry.id).content.words == "I'll ring at eight"
    assert Entry.objects.count() == 1


def test_a_new_draft_begins_where_it_is_rehearsed(ada_in):
    assert ada_in.get("/rehearsals/new/").headers["Location"] == "/rehearse/"


def test_a_promise_is_laid_ready_and_no_word_stands_in_an_address(ada_in, ada):
    answer = ada_in.post("/rehearse/promise/", {"wording": "I'll ring you at seven."})
    assert answer.headers["Location"] == "/promises/new/"
    assert "I'll ring you at seven." in page(ada_in.get("/promises/new/"))
    assert Entry.objects.count() == 0
    assert b"seven" not in bytes(Draft.objects.get().sealed)


@pytest.mark.parametrize("wording", ["", "  ", "a" * 501])
def test_what_no_promise_can_hold_is_not_laid_ready(ada_in, wording):
    assert ada_in.post("/rehearse/promise/", {"wording": wording}).status_code == 303
    assert Draft.objects.count() == 0


def put(ada, name, content):
    at = datetime.now(UTC)
    document = practices.start(name, content, at=at, on=at.date())
    return entries.add(me=ada.me, bond=ada.bond, document=document)


def test_own_plan_is_named_gently_when_it_is_touched(ada_in, ada):
    put(ada, "triggers", triggers.Trigger(what="Jokes about his phone"))
    put(ada, "boundaries", boundaries.Boundary(whose="theirs", wording="No calls at work"))
    people.a_promise(by=ada, wording="Cook dinner on Friday")
    text = asked(ada_in, "Ha, jokes about your phone. I'll cook dinner on Friday.")
    assert "Jokes about his phone" in text
    assert "Cook dinner on Friday" in text
    assert "No calls at work" not in text


def test_what_is_at_rest_is_not_named(ada_in, ada):
    entry = put(ada, "triggers", triggers.Trigger(what="Jokes about his phone"))
    ada_in.post(f"/triggers/{entry.id}/ease/", {"version": "1"})
    assert "“Jokes about his phone”" not in asked(ada_in, "Ha, jokes about your phone.")


def test_while_the_gate_is_not_open_nothing_is_marked_and_no_word_is_lost(ada_in, ada):
    people.a_checkin(by=ada, safety=2)
    shown = page(ada_in.get("/rehearse/"))
    assert "are not offered here for a while" in shown
    assert "<textarea" not in shown
    text = asked(ada_in)
    assert field(text) == HURTS
    assert "What may hurt" not in text
    assert "Rehearse it" not in page(ada_in.get(f"/asks/{an_entry_of('asks', by=ada).id}/"))


@pytest.mark.parametrize(
    ("name", "words"), [("asks", "What helps you on a hard day?"), ("promises", "Ring from the station")]
)
def test_it_is_found_where_one_looks_for_it(ada_in, ada, name, words):
    entry = people.a_promise(by=ada) if name == "promises" else an_entry_of(name, by=ada)
    text = page(ada_in.get(f"/{name}/{entry.id}/"))
    assert 'action="/rehearse/"' in text
    assert f'name="words" value="{words}"' in text
    assert 'href="/rehearse/"' in page(ada_in.get("/today/"))
    assert 'href="/rehearsals/"' in page(ada_in.get("/practices/"))


def test_too_long_is_said_and_nothing_is_cut(ada_in):
    answer = ada_in.post("/rehearse/", {"words": "a" * 10_001})
    assert answer.status_code == 422
    assert "a" * 10_001 in page(answer)
    with_htmx = ada_in.post("/rehearse/", {"words": "a" * 10_001}, headers=HTMX)
    assert "10001" in page(with_htmx)


def test_line_ends_of_a_browser_do_not_move_a_mark(ada_in):
    text = asked(ada_in, "See you.\r\n\r\nYou're overthinking again.")
    assert '<mark class="hurts">You\'re overthinking again.</mark>' in text


def test_words_that_arrive_locked_are_not_kept_where_nobody_asked(ada_in):
    ada_in.post("/lock/")
    answer = ada_in.post("/rehearse/", {"words": HURTS, "answering": "You never ring"})
    assert answer.headers["Location"].startswith("/unlock/")
    assert Draft.objects.count() == 0


def test_a_draft_that_arrives_locked_is_kept_without_what_they_wrote(ada_in, ada):
    ada_in.post("/lock/")
    ada_in.post("/rehearsals/new/", {"words": HURTS, "answering": "You never ring"})
    (draft,) = kept(ada.me)
    assert draft.fields["words"] == [HURTS]
    assert "answering" not in draft.fields


def test_mallory_finds_no_draft_of_adas(client, ada, mallory):
    entry = an_entry_of("rehearsals", by=ada)
    people.unlock(client, mallory)
    assert client.get(f"/rehearsals/{entry.id}/").status_code == 404
    assert client.post(f"/rehearsals/{entry.id}/edit/", {"words": "x", "version": "1"}).status_code == 404
    assert "I will ring you at seven" not in asked(client, "Hello", draft=str(entry.id))


def test_a_stranger_is_led_to_the_door(client):
    assert client.post("/rehearse/", {"words": HURTS}).headers["Location"].startswith("/sign-in/")


def test_a_get_takes_no_words_from_an_address(ada_in):
    assert "overthinking" not in page(ada_in.get("/rehearse/?words=overthinking"))


def test_a_long_plan_costs_as_many_queries_as_a_short_one(ada_in, ada):
    def asked_for(most):
        for number in range(most):
            put(ada, "triggers", triggers.Trigger(what=f"Jokes number {number}"))
            people.a_promise(by=ada, wording=f"Cook dinner {number}")
        with CaptureQueriesContext(connection) as queries_made:
            text = asked(ada_in, "Jokes number 1. I'll cook dinner 1.")
        assert "Jokes number 1" in text
        return len(queries_made)

    assert asked_for(5) == asked_for(10)
