"""Wrong definitions: every line that is said, all at once, and never a crash."""

import tomllib
from pathlib import Path

import pytest

from troth import instruments
from troth.instruments import library

GOOD = """\
format = 1
id = "mine"
version = "1.0"
title = "Mine"
about = "About mine."
validated = false
respondent = "self"
target = "none"
recall = "now"
language = "en"
minutes = 1
text_included = true
instructions = "Answer."
citation = "Me, 2026."
options = [ { value = 0 }, { value = 1 }, { value = 2 } ]
items = [ { no = 1, key = "+", text = "One." }, { no = 2, key = "-", text = "Two." }, { no = 3, key = "+", text = "Three." } ]
licence = { class = "user", name = "My own" }
subscales = [ { id = "total", title = "Total", items = [1, 2, 3], method = "sum", high_means = "more", direction = "neither", missing = { rule = "complete" } } ]
"""
NORM = 'subscale = "total", group = "g", label = "l", mean = 1, sd = 1, sample = "s", source = "s", certainty = "found"'
TRUST = 'subscale = "total", type = "alpha", value = 0.8, source = "s", certainty = "found"'
CUT = 'subscale = "total", id = "a", label = "a", from = 0, by = "authors", source = "s", certainty = "found"'


def written(folder: Path, text: str, name: str = "mine") -> Path:
    file = folder / f"{name}.toml"
    file.write_text(text, encoding="utf-8")
    return file


def problems(file: Path) -> tuple[str, ...]:
    with pytest.raises(instruments.DefinitionError) as caught:
        instruments.load_file(file)
    return caught.value.problems


def test_the_good_one_is_good(tmp_path):
    found = instruments.load_file(written(tmp_path, GOOD))
    assert (found.id, found.origin, found.notice) == (
        "mine",
        "user",
        "Not a validated scale. Do not compare people by it.",
    )


CHANGED = [
    ('key = "-"', 'key = "x"', 'items[1].key: "x" is not "+" or "-"'),
    ("[1, 2, 3]", "[1, 2, 11]", "subscales[0].items: 11 is not an item (1–3)"),
    ("[1, 2, 3]", "[1, 2, 2]", "subscales[0].items: 2 stands twice"),
    ("[1, 2, 3]", "[1, 3]", "items[1].key: a reverse key, but no subscale has this item"),
    ("format = 1", "format = 2", "format: 2 is not 1; a newer Troth may read it"),
    ("format = 1", "format = true", "format: expected a whole number"),
    ('id = "mine"', 'id = "other"', 'id: "other" is not the file\'s name'),
    ('id = "mine"', 'id = "Mine"', "id: expected 2 to 40 small letters, digits and -, a letter first"),
    ('id = "mine"', 'id = "phq-9"', 'id: "phq-9" is shipped; choose another, or lay words over it with extends = "phq-9"'),
    ('version = "1.0"', 'version = "1"', "version: expected major.minor, like 1.0"),
    ('title = "Mine"\n', "", "title: missing; expected text"),
    ('title = "Mine"', 'title = "Mi\\u0007ne"', "title: holds a control character"),
    ('title = "Mine"', "title = 3", "title: expected text"),
    ('respondent = "self"', 'respondent = "proxy"', 'respondent: "proxy" is not "self"'),
    ('target = "none"', 'target = "all"', 'target: "all" is not "none" or "person"'),
    ('text = "One."', 'text = "{name} is one."', 'items[0].text: holds {name}, but target is not "person"'),
    ('text = "One."', 'text = "{nam} is one."', "items[0].text: holds a brace that is not {name}"),
    ('text = "One."', f'text = "{"a" * 1001}"', "items[0].text: 1,001 characters, at most 1,000 may be"),
    (', text = "One."', "", "items: text missing for item 1"),
    ("text_included = true", "text_included = false", "items: text is there, but text_included is false"),
    ('instructions = "Answer."\n', "", "instructions: missing; expected text"),
    ('citation = "Me, 2026."\n', "", "citation: missing; expected text"),
    ("minutes = 1", "minutes = 0", "minutes: 0 is not above 0"),
    ("minutes = 1", "minutes = nan", "minutes: expected a number"),
    ('language = "en"', 'language = "English!"', "language: expected a language tag, like en or pt-BR"),
    ("minutes = 1", 'minutes = 1\nbonds = ["enemy"]', 'bonds: "enemy" is not one of partner, friend, family, colleague, other'),
    ("{ value = 2 }", "{ value = 1 }", "options: 1 stands twice"),
    ("{ value = 2 }", "{ value = 2.5 }", "options[2].value: expected a whole number"),
    ("[ { value = 0 }, { value = 1 }, { value = 2 } ]", "[ { value = 0 } ]", "options: 1 given, at least 2 needed"),
    ("no = 3", "no = 4", "items[2].no: 4 is not 3; items are numbered from 1 without gaps"),
    ('name = "My own"', 'checked = 2026-01-01', "licence.name: missing; expected name or grant"),
    ('class = "user"', 'class = "C"', "text_included: no text with licence class C in a file of its own"),
    ('class = "user"', 'class = "Z"', 'licence.class: "Z" is not "A", "A/BY", "B", "C", "D", "own" or "user"'),
    ("validated = false", "validated = true\nmetod = 3", 'metod: unknown field, did you mean "method"?'),
    ('method = "sum"', 'metod = "sum"', 'subscales[0].metod: unknown field, did you mean "method"?'),
    ('method = "sum"', 'method = "any_yes"', "subscales[0].method: any_yes needs the options 0 and 1; item 1 has others"),
    ('method = "sum"', 'method = "sum_scaled"', "subscales[0].factor: missing; expected a number"),
    ('method = "sum"', 'method = "sum", factor = 2', 'subscales[0].factor: only with method "sum_scaled"'),
    ('{ rule = "complete" }', '{ rule = "prorate", min_answered = 4 }', "subscales[0].missing.min_answered: 4 is more than the 3 items"),
    ('{ rule = "complete" }', '{ rule = "prorate" }', "subscales[0].missing.min_answered: missing; expected a whole number"),
    ('{ rule = "complete" }', '{ rule = "complete", round = "nearest" }', "subscales[0].missing.round: only with prorate"),
    ('{ rule = "complete" }', '{ rule = "any" }', "subscales[0].missing.rule: any does not go with sum; expected complete or prorate"),
    (', missing = { rule = "complete" }', "", "subscales[0].missing: missing; expected a table"),
    ('direction = "neither"', 'direction = "up"', 'subscales[0].direction: "up" is not "higher-better", "lower-better" or "neither"'),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now", "line"), CHANGED, ids=[line for *_, line in CHANGED])
def test_one_thing_wrong_is_one_line(tmp_path, was, now, line):
    assert was in GOOD
    assert f"mine.toml: {line}" in problems(written(tmp_path, GOOD.replace(was, now, 1)))


ADDED = [
    (f"norms = [ {{ {NORM.replace('total', 'tot')} }} ]", "norms[0].subscale: no such subscale; there are total"),
    (f"norms = [ {{ {NORM.replace('sd = 1', 'sd = 0')} }} ]", "norms[0].sd: 0 is not above 0"),
    (f"norms = [ {{ {NORM} }}, {{ {NORM} }} ]", "norms[1].group: stands twice for this subscale"),
    (f"norms = [ {{ {NORM.replace('found', 'sure')} }} ]",
     'norms[0].certainty: "sure" is not "found", "secondary", "verify", "computed" or "ours"'),
    (f"reliability = [ {{ {TRUST.replace('total', 'x')} }} ]", "reliability[0].subscale: no such subscale; there are total"),
    (f"reliability = [ {{ {TRUST.replace('0.8', '1.0')} }} ]", "reliability[0].value: 1 is not between 0 and 1"),
    (f"reliability = [ {{ {TRUST.replace('alpha', 'retest')} }} ]",
     "reliability[0].interval_days: missing; expected a whole number"),
    (f"reliability = [ {{ {TRUST}, use = true }}, {{ {TRUST}, use = true }} ]",
     "reliability[1].use: another one of this subscale is in use"),
    (f"reliability = [ {{ {TRUST}, sd = -2 }} ]", "reliability[0].sd: -2 is not above 0"),
    (f"cutoffs = [ {{ {CUT.replace('total', 'x')} }} ]", "cutoffs[0].subscale: no such subscale; there are total"),
    (f"cutoffs = [ {{ {CUT} }}, {{ {CUT} }} ]", "cutoffs[1].from: 0 does not come after 0; bands go up"),
    (f"cutoffs = [ {{ {CUT.replace('authors', 'somebody')} }} ]",
     'cutoffs[0].by: "somebody" is not "authors" or "validation"'),
    ('change = [ { subscale = "total", kind = "never" } ]', "change[0].reason: missing; expected text"),
    ('change = [ { kind = "ours", points = 1, subscales_at_least = 1, subscale = "total" } ]',
     'change[0].subscale: not for "ours", which looks at all of them'),
    ('change = [ { kind = "published", subscale = "total" } ]', "change[0].threshold: missing; expected a number"),
    ('safety = [ { items = [9], at_least = 1, reaction = "control", toward = "me" } ]',
     "safety[0].items: 9 is not an item (1–3)"),
    ('safety = [ { items = [1], at_least = 1, reaction = "alarm", toward = "me" } ]',
     'safety[0].reaction: "alarm" is not "partner-violence", "self-harm" or "control"'),
]  # fmt: skip


@pytest.mark.parametrize(("added", "line"), ADDED, ids=[line for _, line in ADDED])
def test_a_figure_that_cannot_be_is_one_line(tmp_path, added, line):
    text = GOOD.replace("licence =", f"{added}\nlicence =", 1)
    assert f"mine.toml: {line}" in problems(written(tmp_path, text))


def test_everything_wrong_is_said_at_once(tmp_path):
    text = (
        GOOD.replace('key = "-"', 'key = "x"')
        .replace("[1, 2, 3]", "[1, 2, 11]")
        .replace("minutes = 1", "minutes = -1")
    )
    assert [line.partition(": ")[2].partition(":")[0] for line in problems(written(tmp_path, text))] == [
        "minutes",
        "items[1].key",
        "subscales[0].items",
    ]


def test_what_is_not_toml_says_in_which_line(tmp_path):
    (line,) = problems(written(tmp_path, GOOD.replace('title = "Mine"', "title = Mine")))
    assert line.startswith("mine.toml: line 4: not TOML (")
    (line,) = problems(written(tmp_path, GOOD + "x = ["))
    assert line.startswith("mine.toml: line 19: not TOML (")


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"\xff\xfe", "mine.toml: not UTF-8"),
        (b"#" * (256 * 1024 + 1), "mine.toml: larger than 256 KiB"),
        (b"x = " + b"[" * 5000, "mine.toml: not TOML (nested too deep)"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path, raw, line):
    file = tmp_path / "mine.toml"
    file.write_bytes(raw)
    assert problems(file) == (line,)


@pytest.mark.parametrize("field", [line.partition(" =")[0] for line in GOOD.splitlines()])
@pytest.mark.parametrize("value", ["3", '"x"', "true", "[1]", "[{}]", "{}", "{ x = 1 }", "1979-05-27", "inf"])
def test_no_value_of_any_kind_makes_the_loader_fall(tmp_path, field, value):
    lines = [f"{field} = {value}" if line.startswith(f"{field} =") else line for line in GOOD.splitlines()]
    written(tmp_path, "\n".join(lines))
    (one,) = (one for one in instruments.catalogue(folders=[tmp_path]) if one.id == "mine")
    assert (one.instrument is None) == bool(one.problems)
    assert all(line.startswith("mine.toml: ") and "\n" not in line for line in one.problems)


def test_text_of_class_c_is_refused_in_a_shipped_file_too(tmp_path, monkeypatch):
    monkeypatch.setattr(library, "SHIPPED", tmp_path)
    file = written(tmp_path, GOOD.replace('class = "user"', 'class = "C"'))
    with pytest.raises(instruments.DefinitionError, match="no text with licence class C in a shipped file"):
        library._read(file, "shipped")


def test_validated_does_not_go_with_a_scale_of_our_own(tmp_path):
    text = GOOD.replace('class = "user"', 'class = "own"').replace("validated = false", "validated = true")
    assert problems(written(tmp_path, text)) == (
        'mine.toml: validated: true does not go with licence class "own"',
    )


def test_an_unknown_name_gets_the_nearest_ones(tmp_path):
    for id, hint in (
        ("phq9", 'no instrument "phq9"; did you mean phq-9?'),
        ("../../etc/passwd", "no instrument \"../../etc/pa…\"; run 'troth instruments' to see them"),
        ("min", 'no instrument "min"; did you mean mine?'),
    ):
        written(tmp_path, GOOD)
        with pytest.raises(instruments.UnknownInstrument) as caught:
            instruments.load(id, folders=[tmp_path])
        assert str(caught.value) == hint


def test_the_catalogue_goes_on_past_a_broken_file(tmp_path):
    written(tmp_path, GOOD)
    written(tmp_path, "x", name="broken")
    listed = {one.id: one for one in instruments.catalogue(folders=[tmp_path])}
    assert listed["mine"].instrument.title == "Mine"
    assert (listed["broken"].instrument, listed["broken"].origin) == (None, "user")
    assert listed["broken"].problems[0].startswith("broken.toml: line 1: not TOML")
    assert listed["phq-9"].problems == ()


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path):
    folders = [tmp_path / "nowhere"]
    assert instruments.load("phq-9", folders=folders).id == "phq-9"
    assert len(instruments.catalogue(folders=folders)) == len(library.shipped_ids())


def test_a_users_file_with_bands_norms_and_change_scores_by_them(tmp_path):
    more = f"norms = [ {{ {NORM} }} ]\ncutoffs = [ {{ {CUT} }} ]\n"
    sheet = instruments.load_file(written(tmp_path, GOOD.replace("licence =", more + "licence =", 1)))
    found = instruments.score(sheet, {1: 2, 2: 0, 3: 1}, norm_group="g").subscales["total"]
    assert (found.value, found.band, found.t_score) == (5, "a", 90)


def test_what_is_unread_is_listed_and_never_computed_with(tmp_path):
    parts = f'norms = [ {{ {NORM} }} ]\ncutoffs = [ {{ {CUT} }} ]\nreliability = [ {{ {TRUST}, sd = 2, sd_certainty = "found", use = true }} ]\n'
    text = GOOD.replace("licence =", parts.replace("found", "verify") + "licence =", 1)
    sheet = instruments.load_file(written(tmp_path, text))
    assert (len(sheet.norms), len(sheet.cutoffs), len(sheet.reliability)) == (1, 1, 1)
    found = instruments.score(sheet, {1: 2, 2: 0, 3: 1}).subscales["total"]
    assert (found.band, found.t_score, found.reliability_type) == (None, None, None)
    assert instruments.standard_error(sheet, "total") is None
    assert instruments.change_rule(sheet, "total").kind == "not-available"
    with pytest.raises(instruments.UnknownNormGroup):
        instruments.score(sheet, {}, norm_group="g")


def test_the_good_one_is_what_toml_says():
    assert tomllib.loads(GOOD)["id"] == "mine"
