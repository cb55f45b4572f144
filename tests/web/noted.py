"""What Ada notes for the tests of Insights, and how their pages are read."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

from django.urls import reverse

from tests.web.understanding import put
from troth import practices, vault
from troth.practices.checkins import Checkin
from troth.practices.incidents import Incident
from troth.practices.promises import Promise
from troth.store.actions import entries

PAGES = ("overview", "trust", "word", "moments", "together", "support")
PICTURES = ("trust_picture", "word_picture", "support_picture")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "models" / "insights.md"
FORECASTS = re.compile(
    r"will (be|rise|fall|grow|improve)|expected to|by next|prediction|trend is", re.IGNORECASE
)


def text(answer) -> str:
    """The page's words without marks, spaces made single."""
    assert answer.status_code == 200
    main = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def page(client, name="overview", **query):
    return text(client.get(reverse(f"insights:{name}"), query))


def check_in(ada, *, days, points=lambda ago: 5 + ago % 2, **given):
    """One check-in on each of these days ago, at six in the evening."""
    today = datetime.now(UTC).replace(hour=0, minute=5, second=0, microsecond=0)
    documents = []
    for ago in days:
        at = today - timedelta(days=ago)
        content = Checkin(role="supporter", felt_trust=points(ago), **given)
        documents.append((vault.new_id(), practices.start("checkins", content, at=at, on=at.date())))
    entries.add_all(me=ada.me, bond=ada.bond, documents=documents[::-1])


def promise(ada, *moves, days_ago=10, **given):
    """A promise of two days, made so many days ago, and what became of it."""
    at = (datetime.now(UTC) - timedelta(days=days_ago)).replace(second=0, microsecond=0)
    fields = {"size": "small", "dimension": "ability", "sure": 80, **given}
    content = Promise(wording="Ring from the station", due=at + timedelta(days=2), made_at=at, **fields)
    document = practices.start("promises", content, at=at, on=at.date())
    for name in moves:
        kept = practices.named("promises").moves[0].given() if name.startswith("keep") else None
        when = at + timedelta(days=1 if name == "keep" else 3)
        document = practices.move(document, name, at=when, given=kept)
    return entries.add(me=ada.me, bond=ada.bond, document=document)


def force(ada):
    put(ada, "incidents", Incident(kind="force", toward="me"))


# --- works, for whom, with what ---------------------------------------------------------------------------------------


def fall(ada):
    check_in(ada, days=range(84), points=lambda ago: (1 if ago < 12 else 8) + ago % 2)
