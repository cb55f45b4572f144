"""Sessions in PostgreSQL are neither written to its log nor kept over a crash: a thief must not find both halves."""

from typing import Any

from django.db import migrations


def unlogged(apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute('ALTER TABLE "session" SET UNLOGGED')


def logged(apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute('ALTER TABLE "session" SET LOGGED')


class Migration(migrations.Migration):
    dependencies = [("troth", "0001_first_tables")]
    operations = [migrations.RunPython(unlogged, logged)]
