"""The rules against watching each other, as attempts: each test's name begins with the number of its rule (spec of safety, section 2).

Rules on sharing, invitations and notices (W3 to W6, W10, W12, W15, W16 in part, W19) come with the features that they bind.
"""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.urls import get_resolver

from tests import people
from tests.written import an_entry_of
from troth import practices
from troth.app import settings as real_settings
from troth.practices.incidents import Incident
from troth.store.actions import entries
from troth.store.models import Person
from troth.store.queries.takeout import everything

pytestmark = pytest.mark.django_db
# By type, whatever a person may want in a weak moment.
NEVER = {"heldback", "incidents", "jealousy", "safety_plans", "stepbacks", "supporters", "rests"}


def tables():
    with connection.cursor() as cursor:
        found = connection.introspection.table_names(cursor)
        return {
            name: {one.name for one in connection.introspection.get_table_description(cursor, name)}
            for name in found
        }


def addresses():
    return [str(one.pattern) for part in get_resolver().url_patterns for one in part.url_patterns]


def test_w01_there_is_no_second_party_in_any_account():
    columns = tables()["person"] | tables()["slot"]
    assert not [name for name in columns if re.search(r"partner|contact|trustee|shared|second", name)]
    assert not [one for one in addresses() if re.search(r"couple|joint|trusted", one)]


def test_w02_no_column_tells_when_someone_was_last_here():
    # Entries carry no moment of writing in clear; the only clear moments are those of a session and of due things.
    moments = {
        (table, column)
        for table, columns in tables().items()
        for column in columns
        if re.search(r"last|seen|active|online|typing|location|streak|mood|written|changed", column)
    }
    assert moments == set()


def test_w02_ada_learns_nothing_of_mallory_by_signing_in(client, ada, mallory):
    an_entry_of("checkins", by=mallory)
    people.unlock(client, ada)
    for page in ("/today/", "/journal/", "/bond/", "/settings/", "/settings/devices/"):
        assert "Mallory" not in client.get(page).content.decode()


@pytest.mark.parametrize("name", sorted(NEVER))
def test_w07_what_could_be_used_against_someone_can_never_be_shared(name):
    assert practices.named(name).shareable is False


@pytest.mark.parametrize("name", practices.names())
def test_w09_no_practice_has_a_field_that_rates_the_other(name):
    fields = set(practices.named(name).content.__dataclass_fields__)
    assert not {one for one in fields if re.search(r"their_|rating|score|grade|stars|trustworth|points", one)}


def test_w09_a_check_in_asks_about_the_writers_own_feeling_only(client, ada):
    people.unlock(client, ada)
    page = client.get("/checkins/new/").content.decode()
    assert "I felt trusted" in page
    assert not re.search(r"How (honest|reliable|faithful)", page)


def test_w11_sign_in_answers_alike_for_known_and_unknown_names(client, ada):
    known = client.post("/sign-in/", {"name": "Ada", "passphrase": "not the right one at all"})
    unknown = client.post("/sign-in/", {"name": "Ida", "passphrase": "not the right one at all"})
    plain = [re.sub(r'value="[^"]*"', "", one.content.decode()) for one in (known, unknown)]
    assert (known.status_code, plain[0]) == (unknown.status_code, plain[1])


def test_w13_the_gate_leaves_no_mark_in_clear(ada):
    before = rows_in_clear()
    at = datetime.now(UTC)
    document = practices.start("incidents", Incident(kind="force", toward="me"), at=at, on=at.date())
    entries.add(me=ada.me, bond=ada.bond, document=document)
    calm = an_entry_of("wins", by=ada)
    dangerous, harmless = (row for row in rows_in_clear() if row not in before)
    assert str(calm.id)
    # Two rows that differ in random identifiers, count and topic, and in the bytes of their boxes, but in no width.
    assert dangerous.keys() == harmless.keys()
    assert {name: type(value) for name, value in dangerous.items()} == {
        name: type(value) for name, value in harmless.items()
    }


def rows_in_clear():
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM entry ORDER BY sequence")
        names = [one[0] for one in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def test_w13_mallorys_pages_are_the_same_bytes_before_and_after_adas_gate_closes(client, ada, mallory):
    people.unlock(client, mallory)
    pages = ("/journal/", "/practices/", "/headsups/", "/bond/")
    before = [plain(client.get(page)) for page in pages]
    at = datetime.now(UTC)
    document = practices.start("incidents", Incident(kind="force", toward="me"), at=at, on=at.date())
    entries.add(me=ada.me, bond=ada.bond, document=document)
    assert [plain(client.get(page)) for page in pages] == before


def plain(page):
    return re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]+"', "", page.content.decode())


def test_w14_wrong_guesses_slow_the_guesser_and_lock_nobody_out(client, ada):
    for _ in range(12):
        client.post("/sign-in/", {"name": "Ada", "passphrase": "not the right one at all"})
    elsewhere = client.post(
        "/sign-in/", {"name": "Ada", "passphrase": ada.passphrase}, REMOTE_ADDR="10.9.8.7"
    )
    assert elsewhere.status_code == 303


def test_w16_there_is_no_way_to_send_anything_to_anyone():
    assert not [name for name in real_settings.INSTALLED_APPS if "mail" in name]
    assert not [one for one in addresses() if re.search(r"send|invite|notify|remind", one)]


def test_w17_no_form_asks_for_the_others_number_address_account_or_photo(client, ada):
    people.unlock(client, ada)
    for name in practices.names():
        page = client.get(f"/{name}/new/")
        if page.status_code == 200:
            assert not re.search(
                r'type="(tel|email|file)"|name="(phone|email|account)', page.content.decode()
            ), name


def test_w18_an_export_holds_what_its_owner_wrote_and_nothing_of_anyone_else(ada, mallory):
    hers = {str(an_entry_of(name, by=ada).id) for name in ("wins", "incidents", "safety_plans")}
    theirs = str(an_entry_of("wins", by=mallory).id)
    found = everything(ada.me, at=datetime.now(UTC), program="test")
    ids = {one["id"] for bond in found["bonds"] for one in bond["entries"]} | {
        one["id"] for one in found["entries"]
    }
    assert hers <= ids
    assert theirs not in ids


def test_w20_the_host_has_no_page_that_shows_people_bonds_or_times():
    assert not [name for name in real_settings.INSTALLED_APPS if "admin" in name]
    assert not [one for one in addresses() if one.startswith(("admin", "people", "users"))]


def test_w20_a_person_is_a_row_of_random_identifiers_and_boxes(ada):
    row = Person.objects.get(id=ada.me.person.id)
    clear = " ".join(str(getattr(row, field.attname)) for field in row._meta.fields)
    assert "Ada" not in clear
    assert "London" not in clear
