"""A practice from outside: added, upgraded, taken out again, found through its entry point."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import troth.practices
from tests.practices.examples import (
    MADE,
    SECRET,
    SUNDAY,
    OldTide,
    Tide,
    newer_tides,
    plugged_in,
    tides,
    to_millimetres,
)
from troth.practices import (
    BadDocument,
    BadPractice,
    Document,
    Foreign,
    Move,
    Practice,
    UnknownPractice,
    decode,
    edit,
    encode,
    from_plain,
    line_of,
    matches,
    named,
    names,
    readings_of,
    recap,
    register,
    start,
    to_plain,
    unregister,
)


def an_old_tide() -> Document[Any]:
    with plugged_in(tides()):
        return start("tides", OldTide(height=3, remark="Low water"), at=MADE, on=SUNDAY)


# Specification of safety, W7, and what is only noticed about a moment: never shared by type.
NEVER_SHARED = {
    "crossings", "habits", "heldback", "incidents", "jealousy", "listenings", "occurrences", "questionnaires",
    "reflections", "rehearsals", "rests",
    "safety_plans", "signs", "stepbacks", "supporters", "talks", "thoughts",
}  # fmt: skip
OURS = names()


def test_each_folder_is_a_practice_and_only_some_may_be_shared() -> None:
    folders = {path.parent.name for path in Path(troth.practices.__file__).parent.glob("*/practice.py")}
    assert set(OURS) == folders
    assert {name for name in OURS if not named(name).shareable} == NEVER_SHARED


def test_a_registered_practice_works_like_our_own() -> None:
    with plugged_in(tides()) as practice:
        assert names() == tuple(sorted((*OURS, "tides")))
        assert named("tides") is practice
        tide = an_old_tide_in_place()
        assert decode(encode(tide)) == tide
        assert matches(tide, "WATER low")
        assert line_of(tide).title == "Low water"
        assert "tides_seen" not in recap([tide], first_day=SUNDAY).counts
    assert "tides" not in names()


def an_old_tide_in_place() -> Document[Any]:
    return start("tides", OldTide(height=3, remark="Low water"), at=MADE, on=SUNDAY)


def test_an_older_document_is_brought_up_to_date() -> None:
    old = an_old_tide()
    with plugged_in(newer_tides()):
        new = decode(encode(old))
        assert isinstance(new, Document)
        assert (new.schema, new.content) == (2, Tide(height_mm=30, note="Low water"))
        assert from_plain(to_plain(old)) == new
        assert (new.written_at, new.on, new.state) == (old.written_at, old.on, old.state)
        assert edit(new, Tide(height_mm=40), at=MADE).schema == 2
        assert decode(encode(new)) == new


def test_every_upgrade_between_runs_in_order() -> None:
    def to_third(plain: dict[str, Any]) -> dict[str, Any]:
        return {**plain, "content": {**plain["content"], "note": f"{plain['content']['note']}, moon"}}

    third = tides(schema=3, content=Tide, upgrades={1: to_millimetres, 2: to_third})
    with plugged_in(third):
        new = decode(encode(an_old_tide_of_another_time()))
    assert isinstance(new, Document)
    assert (new.schema, new.content.note) == (3, "Low water, moon")


def an_old_tide_of_another_time() -> Foreign:
    """As bytes from before: the practice of today cannot make them any more."""
    plain = {
        "practice": "tides",
        "schema": 1,
        "written_at": "2026-03-01T09:00:00Z",
        "changed_at": "2026-03-01T09:00:00Z",
        "on": "2026-03-01",
        "state": "seen",
        "content": {"height": 3, "remark": "Low water"},
    }
    document = from_plain(plain)
    return (
        document
        if isinstance(document, Foreign)
        else Foreign(practice="tides", schema=1, raw=encode(document), reason="unknown practice")
    )


@pytest.mark.parametrize(
    "content", [{}, [], SECRET, {"height": SECRET, "remark": ""}, {"height": None, "remark": 3}]
)
def test_a_damaged_older_document_is_refused_without_a_word_of_it(content: Any) -> None:
    plain = {**to_plain(an_old_tide()), "content": content}
    with plugged_in(newer_tides()), pytest.raises(BadDocument) as refused:
        from_plain(plain)
    assert SECRET not in str(refused.value)
    assert refused.value.__context__ is None


def test_documents_of_a_removed_practice_are_kept_as_they_are() -> None:
    old = an_old_tide()
    raw = encode(old)
    kept = decode(raw)
    assert isinstance(kept, Foreign)
    assert (kept.practice, kept.schema, kept.reason, kept.raw) == ("tides", 1, "unknown practice", raw)
    assert encode(kept) == raw
    assert from_plain(to_plain(kept)) == kept


def test_documents_of_a_newer_version_are_kept_as_they_are() -> None:
    with plugged_in(newer_tides()):
        raw = encode(start("tides", Tide(height_mm=5), at=MADE, on=SUNDAY))
    with plugged_in(tides()):
        kept = decode(raw)
    assert isinstance(kept, Foreign)
    assert (kept.reason, kept.raw) == ("newer", raw)


def test_spaces_and_order_of_a_foreign_document_are_kept_too() -> None:
    raw = b'{ "schema": 7, "x": 123456789012345678901234567890,\n "practice": "wins" }'
    kept = decode(raw)
    assert isinstance(kept, Foreign)
    assert encode(kept) == raw
    assert to_plain(kept)["x"] == 123456789012345678901234567890


def test_a_foreign_document_offers_nothing_and_matches_nothing() -> None:
    kept = Foreign(
        practice="tides", schema=1, raw=b'{"practice":"tides","schema":1}', reason="unknown practice"
    )
    assert readings_of([kept]) == ()
    assert not matches(kept, "tides")
    assert set(recap([kept], first_day=SUNDAY).counts.values()) == {0}


def test_a_foreign_document_whose_bytes_are_no_json_cannot_be_exported() -> None:
    with pytest.raises(BadDocument):
        to_plain(Foreign(practice="tides", schema=1, raw=b"\xff", reason="unknown practice"))


BAD_DECLARATIONS = [
    ({"name": "Tides"}, "Tides: expected a name of 1 to 40 lower-case letters and _."),
    ({"name": ""}, ": expected a name of 1 to 40 lower-case letters and _."),
    ({"schema": 0}, "tides: expected a schema from 1 and one upgrade for each older schema."),
    ({"schema": 2}, "tides: expected a schema from 1 and one upgrade for each older schema."),
    (
        {"upgrades": {1: to_millimetres}},
        "tides: expected a schema from 1 and one upgrade for each older schema.",
    ),
    ({"first": "gone"}, "tides: expected each state once, the first among them."),
    ({"states": ("seen", "seen")}, "tides: expected each state once, the first among them."),
    (
        {"moves": (Move(name="ebb", from_states=("seen",), to="gone"),)},
        "tides: expected moves between its own states.",
    ),
    (
        {"moves": (Move(name="ebb", from_states=("gone",), to="seen"),)},
        "tides: expected moves between its own states.",
    ),
    ({"moves": (Move(name="ebb", from_states=("seen",), to="seen"),) * 2}, "tides: expected each move once."),
    ({"required_links": ("about",)}, "tides: expected required links among its links."),
    ({"name": "wins"}, "wins: expected a name that is not taken."),
]


@pytest.mark.parametrize(("declared", "message"), BAD_DECLARATIONS)
def test_a_declaration_that_cannot_work_is_refused(declared: dict[str, Any], message: str) -> None:
    with pytest.raises(BadPractice) as refused:
        register(tides(**declared))
    assert str(refused.value) == message
    assert names() == OURS


def test_the_same_name_cannot_be_registered_twice() -> None:
    with plugged_in(tides()), pytest.raises(BadPractice, match="tides: expected a name that is not taken"):
        register(tides())


def test_our_own_practices_cannot_be_taken_out() -> None:
    with pytest.raises(UnknownPractice):
        unregister("wins")
    assert isinstance(named("wins"), Practice)


PLUG_IN = """
from troth.practices import Line, Practice, content

@content
class Tide:
    height: int

PRACTICE = Practice(
    name="{name}", schema=1, content=Tide, first="seen", states=("seen",), shareable=False, lesson="tidebook",
    line=lambda document: Line(title="", state=document.state), words=lambda document: (),
)
"""


def installed(folder: Path, *, target: str, name: str = "tides") -> dict[str, str]:
    """Lay out a package as an installer would, and give the environment in which Python finds it."""
    (folder / "tidebook.py").write_text(PLUG_IN.format(name=name))
    described = folder / "tidebook-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: tidebook\nVersion: 1.0\n")
    (described / "entry_points.txt").write_text(f"[troth.practices]\ntides = tidebook:{target}\n")
    return {**os.environ, "PYTHONPATH": str(folder)}


def names_elsewhere(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from troth import practices; print(practices.names())"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_an_installed_package_adds_its_practice(tmp_path: Path) -> None:
    answer = names_elsewhere(installed(tmp_path, target="PRACTICE"))
    assert answer.stdout.strip() == str(tuple(sorted((*OURS, "tides")))), answer.stderr


@pytest.mark.parametrize(
    ("target", "name", "message"),
    [
        ("Tide", "tides", "Entry point 'tides' of troth.practices: expected a Practice."),
        ("PRACTICE", "wins", "wins: expected a name that is not taken."),
        ("PRACTICE", "Tides", "Tides: expected a name of 1 to 40 lower-case letters and _."),
    ],
)
def test_a_package_with_a_wrong_practice_stops_with_a_sentence(
    tmp_path: Path, target: str, name: str, message: str
) -> None:
    answer = names_elsewhere(installed(tmp_path, target=target, name=name))
    assert answer.returncode == 1
    assert answer.stderr.strip().endswith(f"BadPractice: {message}")
