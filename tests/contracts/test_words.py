"""Contracts 9 and 10: no inline script or style, every sentence through gettext, no promise we cannot keep."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src" / "troth" / "web"
TEMPLATES = sorted(WEB.rglob("*.html"))
SAID = [
    *TEMPLATES,
    *sorted(WEB.rglob("*.py")),
    *sorted((ROOT / "src/troth/practices").rglob("*.md")),
    ROOT / "README.md",
]
DOCS = [file for file in sorted((ROOT / "docs").rglob("*.md")) if "decisions" not in file.parts]
# The one page that explains why we do not say these is SECURITY.md.
NEVER = (
    "end-to-end",
    "zero-knowledge",
    "unbreakable",
    "nobody can read",
    "safe app",
    "secure diary",
    "private from your partner",
)
TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
TRANSLATED = re.compile(r"{% blocktranslate.*?{% endblocktranslate %}", re.DOTALL)


def ids(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", TEMPLATES, ids=ids)
def test_a_template_has_no_inline_script_or_style(file):
    text = file.read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|hx-on|javascript:|js:", text)


@pytest.mark.parametrize(
    "file", [file for file in TEMPLATES if file.name != "codes.html"], ids=ids
)  # sample codes
def test_a_template_says_nothing_past_gettext(file):
    text = TRANSLATED.sub("", file.read_text())
    bare = re.sub(r"<[^>]*>", " ", TAG.sub("", text))
    assert re.findall(r"[A-Za-z]{2,}", bare) == []
    assert re.findall(r'(?:aria-label|title|placeholder|alt)="[A-Za-z][^"]*"', TAG.sub("", text)) == []


@pytest.mark.parametrize("file", [*SAID, *DOCS], ids=ids)
def test_nothing_is_claimed_that_cannot_be_kept(file):
    words = " ".join(file.read_text().lower().split())
    assert [claim for claim in NEVER if claim in words] == []


def test_until_a_service_has_reviewed_it_every_first_page_says_so():
    sentence = "Not yet reviewed by a domestic-abuse service. Use it with care, and talk to one if you can."
    for file in (ROOT / "README.md", WEB / "about" / "about.html", WEB / "safety" / "safety.html"):
        assert sentence in " ".join(file.read_text().split()), file.name
