"""The sample world: the same words each time, gaps and dips, and a host who can read nothing."""

import random
import tomllib
from datetime import UTC, datetime
from importlib.resources import files
from itertools import pairwise

import pytest

from troth import practices
from troth.app import sample
from troth.store.actions import unlocking
from troth.store.models import Entry, Person
from troth.store.queries import bonds, entries

AT = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
WORDS = tomllib.loads(files("troth.app").joinpath("sample.toml").read_text())


def plain(written):
    return [
        {name: value for name, value in practices.to_plain(one).items() if name != "links"}
        for _id, one in written
    ]


def test_the_same_day_gives_the_same_world():
    random.seed(7)
    assert plain(sample.partner_weeks(WORDS, at=AT)) == plain(sample.partner_weeks(WORDS, at=AT))


def test_sixteen_weeks_look_like_life():
    written = [one for _id, one in sample.partner_weeks(WORDS, at=AT)]
    states = {one.state for one in written if one.practice == "promises"}
    assert {"open", "kept", "kept_late", "missed"} <= states
    days = sorted({one.on for one in written})
    gaps = [(b - a).days for a, b in pairwise(days)]
    assert (days[-1] - days[0]).days > 100
    assert max(gaps) >= 9
    assert {one.practice for one in written} == set(practices.names())


@pytest.mark.django_db
def test_both_sign_ins_work_and_the_host_reads_nothing():
    sample.fill(at=AT)
    sample.fill(at=AT)
    assert Person.objects.count() == 2
    found = {}
    for name, words in sample.SIGN_INS.items():
        assert f"{words}" in sample.sign_ins()
        found[name], _ = unlocking.sign_in(name=name, passphrase=words, network=name, at=AT)
    assert [one.side.name for one in bonds.mine(found["ada"])] == ["Ben", "Mira"]
    assert bonds.mine(found["hester"]) == []
    assert entries.opened(found["hester"], Entry.objects.of(found["hester"])) == []
    assert len(entries.opened(found["ada"], Entry.objects.of(found["ada"]))) > 150
