"""The export file: one ZIP with one JSON file, and Markdown to read, one file a month."""

import io
import json
import zipfile
from collections import defaultdict
from datetime import date, datetime

from django.utils.translation import gettext as _

from troth import __version__
from troth.practices import Document
from troth.store.me import Me
from troth.store.models import Entry
from troth.store.queries import bonds, entries
from troth.store.queries.takeout import everything
from troth.web.takeout.markdown import month

JSON_NAME = "troth.json"
MOST_JSON = 200 * 1024 * 1024


def archive(me: Me, *, at: datetime) -> bytes:
    """Return the ZIP. It holds words in clear: it is made in memory and never touches this machine's disk."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        plain = everything(me, at=at, program=__version__)
        packed.writestr(JSON_NAME, json.dumps(plain, ensure_ascii=False, indent=1))
        packed.writestr("README.md", readme())
        for name, text in _months(me).items():
            packed.writestr(name, text)
    return out.getvalue()


def readme() -> str:
    """Say what is in the file."""
    return _(
        "# What you wrote\n\n"
        "`troth.json` holds everything and can be brought into another copy of Troth. "
        "The other files are for reading, one a month.\n\n"
        "These files are **not sealed**. Whoever finds them can read them.\n"
    )


def _months(me: Me) -> dict[str, str]:
    found: dict[str, dict[str, dict[date, list[Document]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for bond in [*bonds.mine(me), None]:
        name = bond.side.name if bond else ""
        rows = Entry.objects.of(me).within(bond.id if bond else None).order_by("sequence")
        for one in entries.opened(me, rows):
            if isinstance(one.document, Document):
                found[f"{one.document.on:%Y-%m}.md"][name][one.document.on].append(one.document)
    return {file: month(file.removesuffix(".md"), by_bond) for file, by_bond in sorted(found.items())}


def read_json(raw: bytes) -> bytes:
    """Return the JSON of an export, whether it came as ZIP or bare; raises `zipfile.BadZipFile` or `KeyError`."""
    if not raw.startswith(b"PK"):
        return raw
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        if packed.getinfo(JSON_NAME).file_size > MOST_JSON:
            raise zipfile.BadZipFile
        return packed.read(JSON_NAME)
