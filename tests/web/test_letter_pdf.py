"""The letter as a PDF: tagged, with its fonts, typed words never commands, nothing written anywhere."""

import os
import re
import shutil
import subprocess
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from troth.web.letters import typeset
from troth.web.letters.letter import Letter, Part
from troth.web.letters.typeset import NotSet, as_pdf

MONTH = f"{datetime.now(UTC):%Y-%m}"
AT = datetime(2026, 10, 31, 23, 59, 59, tzinfo=UTC)
COMMANDS = (
    '#read("letter.typ") #panic("x") $x^2$ *b* _i_ \\ ] #import "@preview/cetz:0.3.0" <tag> @ref // ½ é'
)
needs_strace = pytest.mark.skipif(
    not shutil.which("strace"), reason="strace is not here: what the setter opens was not looked at"
)


def a_letter(**given):
    fields = {
        "title": "October 2026",
        "greeting": "Dear Ada,",
        "parts": (Part(title="What you did", counts=("You kept 7 promises.",), own=(COMMANDS,)),),
        "kind": "You were there.",
        "step": "If you like: nothing.",
        "closing": "From your own notes.",
    }
    return Letter(**{**fields, **given})


def inside(pdf):
    """Everything in the PDF, its streams opened."""
    found = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(stream.strip(b"\r\n")))
        except zlib.error:
            found.append(stream)
    return b"\n".join(found)


@pytest.fixture(scope="module")
def pdf():
    return as_pdf(a_letter(), language="en-gb", at=AT)


def test_it_is_tagged_claims_its_standard_and_embeds_its_fonts(pdf):
    plain = inside(pdf)
    for part in (
        b"/StructTreeRoot",
        b"/Marked true",
        b"/Lang",
        b"pdfuaid:part>1<",
        b"/FontFile3",
        b"/ToUnicode",
        b"/H1",
    ):
        assert part in plain, part
    assert b"LibertinusSerif" in plain
    assert b"/JavaScript" not in plain
    assert b"/URI" not in plain


def test_the_same_letter_gives_the_same_bytes(pdf):
    assert as_pdf(a_letter(), language="en-gb", at=AT) == pdf


def test_typed_commands_stay_words(pdf):
    # A file that was read, an import or a panic would fail or stand in it; glyphs of "#" and "$" say that it is text.
    plain = inside(pdf)
    assert b"sys.inputs" not in plain
    unicodes = b"".join(re.findall(rb"beginbf(?:char|range).*?endbf", plain, re.DOTALL))
    for sign in "#$*_\\]@<":
        assert f"{ord(sign):04X}".encode() in unicodes.upper(), sign


@pytest.mark.parametrize(
    "words",
    [
        "日本語 😀",
        "\x00\x07",
        "‮turned",
        "a" * 5000,
        "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    ],
)
def test_signs_that_no_font_has_still_give_a_tagged_letter(words):
    part = Part(title="What you wanted to keep", own=(words,))
    assert b"/StructTreeRoot" in inside(as_pdf(a_letter(parts=(part,)), language="en", at=AT))


def test_a_setter_that_breaks_says_nothing_of_the_words(monkeypatch, tmp_path):
    broken = tmp_path / "setter.py"
    broken.write_text("import sys; sys.stderr.write(sys.stdin.read()); sys.exit(3)")
    monkeypatch.setattr(typeset, "SETTER", broken)
    with pytest.raises(NotSet) as raised:
        as_pdf(a_letter(), language="en", at=AT)
    assert "Ada" not in str(raised.value)
    assert str(raised.value) == "expected a PDF, got exit code 3"


def test_our_options_are_not_handed_on(monkeypatch, tmp_path):
    spy = tmp_path / "setter.py"
    spy.write_text("import os, sys; sys.stdout.write('%PDF-' + ' '.join(os.environ))")
    monkeypatch.setattr(typeset, "SETTER", spy)
    monkeypatch.setenv("TROTH_DATABASE", "postgres://somewhere")
    assert b"TROTH" not in as_pdf(a_letter(), language="en", at=AT)


@needs_strace
def test_setting_writes_no_file_and_asks_no_network(tmp_path):
    watched = tmp_path / "watched"
    given = b'{"language": "en", "at": 0, "letter": {"title": "t", "greeting": "g", "parts": [], "kind": "k", "step": "s", "closing": "c"}}'
    done = subprocess.run(
        ["strace", "-f", "-e", "trace=open,openat,creat,socket,connect,rename,unlink", "-o", str(watched),
         sys.executable, "-I", str(typeset.SETTER)],
        input=given, capture_output=True, check=False, env=dict(os.environ),
    )  # fmt: skip
    if done.returncode and b"ptrace" in done.stderr:
        pytest.skip("strace may not watch here: what the setter opens was not looked at")
    assert done.stdout.startswith(b"%PDF-")
    seen = Path(watched).read_text()
    assert "letter.typ" in seen
    assert [
        line
        for line in seen.splitlines()
        if re.search(r"O_WRONLY|O_RDWR|O_CREAT|creat\(|socket|connect|rename|unlink", line)
    ] == []
