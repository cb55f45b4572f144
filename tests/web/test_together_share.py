"""Share one entry: the short question, parts with nothing ticked, exactly what they will see, then the gift; and back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction

from tests import people
from tests.web.sharing import WITHDRAWN, WORDS, asked, days_on, give, given
from tests.web.two_browsers import bare, browser_of, words_of
from tests.written import an_entry_of
from troth import practices, vault
from troth.store.actions import bonds
from troth.store.models import Draft, Person, Share
from troth.store.queries import bonds as bond_queries
from troth.store.queries import shares

pytestmark = pytest.mark.django_db
SHAREABLE = [
    one for one in practices.names() if practices.named(one).shareable and not practices.named(one).apart
]
NEVER = [name for name in practices.names() if name not in SHAREABLE]


def test_w04_a_copy_is_chosen_seen_and_given_step_by_step_without_scripts(both):
    entry = people.a_win(by=both.ada, what=WORDS)
    page = both.hers.get(f"/wins/{entry.id}/").content.decode()
    assert "Give Ben a copy" in page
    address = f"/together/share/{entry.id}/"
    question = words_of(both.hers.get(address))
    assert "Could sharing this be used against you? Is anyone asking you to share?" in question
    assert f'href="/wins/{entry.id}/">Not now' in question
    on = both.hers.post(f"/together/{both.ada.bond}/asked/", {"next": address})
    assert (on.status_code, on.headers["Location"]) == (303, address)
    choosing = both.hers.get(address).content.decode()
    ticked = [line for line in choosing.split("<input") if 'name="parts"' in line and " checked" in line]
    assert choosing.count('name="parts"') == 2
    assert ticked == []
    preview = both.hers.post(address, {"parts": ["what"], "lasts": "7", "last": ""})
    assert "Ben will see exactly this" in words_of(preview)
    assert not Share.objects.exists()
    done = both.hers.post(
        f"{address}give/", {"parts": ["what"], "lasts": "", "last": days_on(7)}, follow=True
    )
    assert "They can see this copy now." in words_of(done)
    assert Share.objects.get().expires == date.fromisoformat(days_on(7))


def test_w04_the_preview_is_exactly_what_the_other_sees(both):
    asked(both)
    entry = people.a_promise(by=both.ada, wording=WORDS)
    parts = ["wording", "due", "size"]
    seen = both.hers.post(f"/together/share/{entry.id}/", {"parts": parts, "lasts": "14"}).content.decode()
    give(both, entry.id, parts=tuple(parts))
    page = both.his.get(f"/together/{Share.objects.get().id}/").content.decode()
    frame = page[page.index("<article") : page.index("</article>")]
    assert WORDS in frame
    his_name_for_her = bond_queries.one(both.ben.me, both.ben.bond).side.name
    assert his_name_for_her == both.ada.me.profile.name, (
        "the frame names the giver, and here both call her Ada"
    )
    assert frame in seen


def test_w04_nothing_chosen_gives_nothing_and_is_said_beside_the_field(both):
    asked(both)
    entry = people.a_win(by=both.ada)
    for where in ("", "give/"):
        answer = both.hers.post(f"/together/share/{entry.id}/{where}", {"lasts": "14", "last": ""})
        assert answer.status_code == 422
        assert "Nothing is chosen yet." in words_of(answer)
    assert not Share.objects.exists()


@pytest.mark.parametrize(
    ("last", "said"),
    [(-2, "This day has passed."), (400, "Choose a day within a year."), (None, "Enter a valid date")],
)
def test_w04_a_last_day_that_cannot_be_is_said_beside_the_field(both, last, said):
    asked(both)
    entry = people.a_win(by=both.ada)
    answer = give(both, entry.id, last="soon" if last is None else days_on(last))
    assert (answer.status_code, Share.objects.count()) == (422, 0)
    assert said in words_of(answer)


def test_without_any_length_it_is_asked_for(both):
    asked(both)
    entry = people.a_win(by=both.ada)
    answer = both.hers.post(f"/together/share/{entry.id}/", {"parts": ["what"]})
    assert answer.status_code == 422
    assert "Choose how long, or a last day." in words_of(answer)


def test_the_question_comes_before_each_step_until_it_was_answered_and_again_after_ninety_days(both):
    entry = people.a_win(by=both.ada)
    steps = [
        lambda: both.hers.get(f"/together/share/{entry.id}/"),
        lambda: both.hers.post(f"/together/share/{entry.id}/", {"parts": ["what"], "lasts": "7"}),
        lambda: give(both, entry.id),
        lambda: both.hers.get("/together/rules/new/"),
        lambda: both.hers.post("/together/rules/make/wins/", {"parts": ["what"], "lasts": "7"}),
    ]
    today = datetime.now(UTC).date()
    for ago, is_asked in ((None, True), (91, True), (88, False)):
        on = None if ago is None else today - timedelta(days=ago)
        bonds.alter_side(me=both.ada.me, bond=both.ada.bond, asked_on=on)
        for step in steps:
            assert ("Is anyone asking you" in words_of(step())) == is_asked
    assert both.hers.get("/together/").status_code == 200


@pytest.mark.parametrize("next", ["https://elsewhere.example/", "//elsewhere.example", "/today/", ""])
def test_the_question_leads_on_within_these_pages_only(both, next):
    answer = both.hers.post(f"/together/{both.ada.bond}/asked/", {"next": next})
    assert answer.headers["Location"] == "/together/"


@pytest.mark.parametrize("name", NEVER)
def test_w07_what_is_not_shareable_has_no_link_no_page_and_takes_no_post(both, name):
    asked(both)
    entry = an_entry_of(name, by=both.ada)
    before = set(Share.objects.values_list("id", flat=True))  # a pace goes by itself
    assert "/together/share/" not in both.hers.get(f"/{name}/{entry.id}/").content.decode()
    for answer in (
        both.hers.get(f"/together/share/{entry.id}/"),
        both.hers.post(f"/together/share/{entry.id}/", {"parts": ["note", "what"], "lasts": "7"}),
        give(both, entry.id, parts=("note", "what", "words")),
    ):
        assert answer.status_code == 404
    assert set(Share.objects.values_list("id", flat=True)) == before


@pytest.mark.parametrize("name", SHAREABLE)
def test_every_shareable_entry_has_the_link_and_each_of_its_parts_can_be_seen_beforehand(both, name):
    asked(both)
    entry = an_entry_of(name, by=both.ada)
    assert f"/together/share/{entry.id}/" in both.hers.get(f"/{name}/{entry.id}/").content.decode()
    page = both.hers.get(f"/together/share/{entry.id}/").content.decode()
    parts = [
        line.split('value="')[1].split('"')[0] for line in page.split("<input") if 'name="parts"' in line
    ]
    assert parts
    for chosen in ([one] for one in parts):
        seen = both.hers.post(f"/together/share/{entry.id}/", {"parts": chosen, "lasts": "7"})
        assert seen.status_code == 200
        assert seen.content.decode().count("<h3>") == 1
        assert "another version" not in words_of(seen)
    give(both, entry.id, parts=tuple(parts))
    page = both.his.get(f"/together/{Share.objects.get().id}/").content.decode()
    assert page.count("<h3>") == len(parts)


def test_w07_how_safe_it_felt_is_not_offered_and_not_taken(both):
    asked(both)
    entry = people.a_checkin(by=both.ada, safety=9, note=WORDS)
    page = both.hers.get(f"/together/share/{entry.id}/").content.decode()
    assert 'value="note"' in page
    assert 'value="safety"' not in page
    assert give(both, entry.id, parts=("note", "safety")).status_code == 422
    assert not Share.objects.exists()


def test_moments_of_writing_are_not_among_the_parts(both):
    asked(both)
    entry = people.a_promise(by=both.ada)
    for part in ("made_at", "settled_at", "earlier"):
        assert give(both, entry.id, parts=("wording", part)).status_code == 422
    assert not Share.objects.exists()


def all_that_shares(both, id):
    """The page of an entry, and every page and step that leads to sharing."""
    chosen = {"parts": ["what"], "lasts": "7"}
    return [
        bare(both.hers.get(f"/wins/{id}/")),
        bare(both.hers.get("/together/")),
        bare(both.hers.get(f"/together/share/{id}/")),
        bare(both.hers.post(f"/together/share/{id}/", chosen)),
        bare(give(both, id)),
        bare(both.hers.get("/together/rules/new/")),
        bare(both.hers.get("/together/rules/new/wins/")),
        bare(both.hers.post("/together/rules/new/wins/", chosen)),
        bare(both.hers.post("/together/rules/make/wins/", chosen)),
    ]


def test_w13_sharing_is_withdrawn_with_the_same_bytes_whatever_the_cause_and_the_other_side_stays(both):
    given(both)
    entry = people.a_win(by=both.ada, what="another")
    his, seen = bare(both.his.get("/together/")), {}
    for cause, withdraw in WITHDRAWN.items():
        with transaction.atomic():
            withdraw(both.ada)
            seen[cause] = all_that_shares(both, entry.id)
            assert bare(both.his.get("/together/")) == his, cause
            transaction.set_rollback(True)
    assert b"Give Ben a copy" in all_that_shares(both, entry.id)[0]
    assert b"Give Ben a copy" not in seen["paused"][0]
    assert b"Not available now." in seen["paused"][2]
    assert len(set(seen["paused"][2:])) == 1
    assert seen["closed gate"] == seen["careful gate"] == seen["paused"]


def test_who_never_joined_gets_the_same_page(ada_in, ada):
    entry = people.a_win(by=ada)
    assert b"together/share" not in ada_in.get(f"/wins/{entry.id}/").content
    answer = ada_in.get(f"/together/share/{entry.id}/")
    assert (answer.status_code, "Not available now." in words_of(answer)) == (409, True)


def test_keys_that_are_not_the_compared_ones_share_nothing(both):
    asked(both)
    entry = people.a_win(by=both.ada)
    keys = vault.identity(vault.new_key())
    Person.objects.filter(id=both.ben.me.person.id).update(
        receive_public=keys.receive_public, sign_public=keys.sign_public
    )
    sentence = "Their keys are not the ones you compared. Nothing was shared. Talk to them in person."
    for answer in (
        give(both, entry.id),
        both.hers.post("/together/rules/make/wins/", {"parts": ["what"], "lasts": "7"}),
    ):
        assert answer.status_code == 409
        assert sentence in words_of(answer)
    assert not Share.objects.exists()


def test_only_the_writer_shares_an_entry(both, mallory):
    asked(both)
    entry = people.a_win(by=both.ada)
    for browser in (both.his, browser_of(mallory)):
        assert browser.get(f"/together/share/{entry.id}/").status_code == 404
        assert (
            browser.post(f"/together/share/{entry.id}/give/", {"parts": ["what"], "lasts": "7"}).status_code
            == 404
        )


def test_the_page_of_an_entry_says_that_a_copy_is_out_there(both):
    id = given(both)
    [line] = shares.given(both.ada.me, at=datetime.now(UTC))
    page = words_of(both.hers.get(f"/wins/{line.of}/"))
    assert "A copy of it is out there." in page
    assert "Only you see it." not in page
    both.hers.post(f"/together/{id}/take-back/")
    assert "Only you see it." in words_of(both.hers.get(f"/wins/{line.of}/"))


def test_a_form_that_arrives_locked_is_not_kept(both):
    asked(both)
    entry = people.a_win(by=both.ada)
    both.hers.post("/lock/")
    answer = both.hers.post(f"/together/share/{entry.id}/give/", {"parts": ["what"], "lasts": "7"})
    assert answer.headers["Location"] == "/unlock/?next=%2Ftoday%2F"
    assert not Draft.objects.exists()
