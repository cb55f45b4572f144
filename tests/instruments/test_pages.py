"""What the pages say is what the code does."""

import doctest
import re
from pathlib import Path

import pytest

from troth import instruments

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "models" / "instruments.md").read_text(encoding="utf-8")


def rows(first):
    """The cells of every row of the table that has this heading."""
    table = PAGE[PAGE.index(f"| {first} |") :].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def unread(sheet):
    figures = [certainty for one in sheet.reliability for certainty in (one.certainty, one.sd_certainty)]
    parts = {
        "licence": [sheet.licence.certainty],
        "codes": [sheet.loinc_certainty],
        "reliability": figures,
        "bands": [cut.certainty for cut in sheet.cutoffs],
        "norms": [norm.certainty for norm in sheet.norms],
    }
    return ", ".join(name for name, marks in parts.items() if "verify" in marks) or "–"


def test_the_page_lists_what_ships():
    wanted = []
    for one in instruments.catalogue():
        sheet = one.instrument
        kinds = " ".join(sorted({instruments.change_rule(sheet, scale.id).kind for scale in sheet.subscales}))
        text = "yes" if sheet.text_included else "no"
        wanted.append([f"`{one.id}`", str(len(sheet.items)), sheet.licence.kind, text, kinds, unread(sheet)])
    assert rows("id") == wanted


def test_the_worked_scores_of_the_page_are_right():
    for id, answers, said in rows("instrument"):
        given = {no: int(one) for no, one in enumerate(answers.split(), 1) if one != "–"}
        found = instruments.score(instruments.load(id), given).subscales["total"]
        assert said.startswith(
            f"refused: {found.missing_reason}" if found.value is None else f"{found.value}"
        )


def test_the_thresholds_of_the_page_are_right():
    for name, r, threshold, attainable in rows("subscale"):
        rule = instruments.change_rule(instruments.load(name.split()[0]), name.split()[1])
        assert (f"{rule.r:.2f}", f"{rule.threshold:.2f}", f"{rule.attainable:g}") == (
            r,
            threshold,
            attainable,
        )


def test_the_guides_examples_run():
    found = doctest.testfile(
        str(DOCS / "guide" / "library.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert (found.failed, found.attempted >= 20) == (0, True)


@pytest.mark.parametrize(
    "page", [DOCS / "guide" / "library.md", DOCS / "models" / "instruments.md"], ids=lambda page: page.name
)
def test_the_guide_names_only_what_there_is(page):
    for name in re.findall(r"`?instruments\.([a-z_]+)\(", page.read_text(encoding="utf-8")):
        assert name in instruments.__all__, name
