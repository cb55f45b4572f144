"""One person's measures for research: only when asked for, with random numbers for ids and days counted from the first."""

import csv
import io
import zipfile
from collections.abc import Iterator
from uuid import UUID
from zoneinfo import ZoneInfo

from troth import instruments, vault
from troth.practices import Document
from troth.practices.research import CODEBOOK, COLUMN_MEANS, COLUMNS, Source, tables
from troth.store.me import Me
from troth.store.models import Entry
from troth.store.queries import bonds, entries


def packed(me: Me) -> bytes:
    """Return a ZIP of CSV tables and their codebook, made in memory."""
    made = tables(_sources(me), zone=ZoneInfo(me.profile.zone), may_leave=_may_leave)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as files:
        for name, rows in made.items():
            files.writestr(f"{name}.csv", _csv(COLUMNS[name], rows))
        files.writestr("codebook.md", _codebook())
    return out.getvalue()


def _sources(me: Me) -> Iterator[Source]:
    for bond in [*bonds.mine(me), None]:
        number = _random()
        rows = Entry.objects.of(me).within(bond.id if bond else None).order_by("sequence")
        for one in entries.opened(me, rows):
            if isinstance(one.document, Document):
                yield Source(id=_random(), bond=number, document=one.document)


def _random() -> int:
    # 40 bits: enough that two entries of one export do not meet, short enough to read in a table.
    drawn: UUID = vault.new_id()
    return drawn.int >> 88


def _may_leave(id: str) -> bool:
    # Only forms that are known here and ask nothing the safety room must hear of: not HARK, not PHQ-9.
    known = {one.id: one.instrument for one in instruments.catalogue() if one.instrument}
    return id in known and known[id].fhir_export and not known[id].safety


def _csv(columns: tuple[str, ...], rows: list[tuple[str | int, ...]]) -> str:
    out = io.StringIO()
    written = csv.writer(out, lineterminator="\n")
    written.writerow(columns)
    written.writerows(rows)
    return out.getvalue()


def _codebook() -> str:
    parts = ["# Codebook\n\nMeasures of one person, in their own hand. No words, no names, no clock times."]
    for name, columns in COLUMNS.items():
        lines = "\n".join(f"- `{column}`: {COLUMN_MEANS[column]}" for column in columns)
        parts.append(f"## {name}.csv\n\n{CODEBOOK[name]}\n\n{lines}")
    parts.append(
        "## Left out\n\nAnswers about safety, forms that ask about harm (HARK, PHQ-9), jealousy and control, what was logged as an incident, and all notes. "
        "Missing days are days without an answer; nothing was filled in."
    )
    return "\n\n".join(parts) + "\n"
