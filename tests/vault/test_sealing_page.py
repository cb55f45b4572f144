"""The page about sealing says what the code does."""

import re
from pathlib import Path

from troth import vault
from troth.vault import Key

PAGE = (Path(__file__).parents[2] / "docs" / "models" / "sealing.md").read_text(encoding="utf-8")
TRIPLES = re.findall(r"^\| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$", PAGE, re.MULTILINE)
ROWS = [[int(cell.replace(",", "")) for cell in row] for row in TRIPLES]
LINE = "troth/1|record|page"


def test_the_table_of_lengths_is_right():
    boxes = [vault.seal_record(Key(bytes(32)), bytes(length), line=LINE) for length, _, _ in ROWS]
    computed = [[row[0], vault.padded_length(row[0]), len(box)] for row, box in zip(ROWS, boxes, strict=True)]
    assert len(ROWS) == 8
    assert computed == ROWS


def test_the_page_fits_on_a_page():
    assert len(PAGE.splitlines()) < 100
