"""Contracts 3 and 6: what stands in clear is exactly the list; migrations are whole, can be undone, and keep their SQL."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

CLEAR = {
    "person": "id name_tag generation receive_public sign_public version gone_at",
    "slot": "id person salt method memory passes lanes lookup scope expires used_on generation",
    "session": "id person generation row_half proof idle_until ends_at",
    "bond": "id",
    "membership": "id bond person version generation",
    "invitation": "id lookup bond inviter invitee expires inviter_sum invitee_sum version generation",
    "share": "id owner receiver scope expires generation",
    "entry": "id owner bond sequence topic due version generation gone_at",
    "draft": "id person generation",
    "key_change": "person generation old_receive_public old_sign_public receive_public sign_public signature",
    "home": "format host_check",
    "limit": "key count until",
}
# What is closed, besides `sealed`: a share's copy, its key for each side, and the owner's signature over the key's hash.
CLOSED = {"share": {"copy", "owner_key", "receiver_key", "signature"}}


def test_columns_in_clear_are_exactly_the_list():
    found = {
        model._meta.db_table: {field.name for field in model._meta.concrete_fields}
        - {"sealed", "pk"}
        - CLOSED.get(model._meta.db_table, set())
        for model in apps.get_app_config("troth").get_models()
    }
    assert found == {table: set(columns.split()) for table, columns in CLEAR.items()}


def test_the_list_in_the_docs_is_the_same():
    from pathlib import Path

    page = (Path(__file__).resolve().parents[2] / "docs/models/clear-columns.md").read_text()
    rows = {
        row.split("|")[1].strip(): row.split("|")[2] for row in page.splitlines() if row.startswith("| `")
    }
    assert {
        name.strip("`"): set(text.replace("`", "").replace(",", " ").split()) for name, text in rows.items()
    } == {table: set(columns.split()) for table, columns in CLEAR.items()}


def test_no_column_tells_when_or_where():
    names = {
        field.name
        for model in apps.get_app_config("troth").get_models()
        for field in model._meta.concrete_fields
    }
    assert not {
        name
        for name in names
        if any(word in name for word in ("created", "updated", "last_", "address", "agent"))
    }


def test_neither_djangos_sessions_nor_its_admin_nor_its_users_are_installed():
    assert not {"sessions", "admin", "auth"} & {config.label for config in apps.get_app_configs()}


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_every_migration_can_be_undone_and_done_again():
    call_command("migrate", "troth", "zero", verbosity=0)
    assert not set(CLEAR) & set(connection.introspection.table_names())
    call_command("migrate", verbosity=0)
    assert set(CLEAR) <= set(connection.introspection.table_names())


@pytest.mark.django_db
def test_sessions_are_unlogged_in_postgresql():
    if connection.vendor != "postgresql":
        pytest.skip("only on PostgreSQL: SQLite's sessions live in memory")
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'session'")
        assert cursor.fetchone()[0] == "u"
