"""What must be true of a PostgreSQL server before it may hold anyone's words."""

import logging

from django.db import OperationalError, connection

from troth.app.home import HomeTrouble

log = logging.getLogger("troth")
MUST_BE_ON = ("fsync", "full_page_writes", "synchronous_commit")


def check() -> None:
    """Stop where an answered write could be lost; warn where a fault or a word could stay unnoticed."""
    try:
        off = [name for name in MUST_BE_ON if _shown(name) == "off"]
    except OperationalError as error:
        raise HomeTrouble(
            "TROTH_DATABASE: the database does not answer. Is it running, and is the address right?"
        ) from error
    if off:
        raise HomeTrouble(
            f"TROTH_DATABASE: {off[0]} is off on this server, so answered writes can be lost. Switch it on."
        )
    for warning in warnings():
        log.warning(warning)


def warnings() -> list[str]:
    """Say what would be better, one sentence each."""
    found = []
    if _shown("data_checksums") == "off":
        found.append("PostgreSQL: data checksums are off; a damaged disk would go unnoticed.")
    if _shown("log_statement") != "none":
        found.append("PostgreSQL: statements are logged; names of tables and sizes stand in its log.")
    return found


def _shown(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        return str(cursor.fetchone()[0])
