"""The tone: words that never appear on screen, and words that would make every bond read as a couple's."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "troth"
TONE = tomllib.loads((SOURCE / "practices" / "tone.toml").read_text(encoding="utf-8"))
ALLOWED = TONE.get("allowed", [])
KNOWN = "## How well is this known"
GETTEXT = {
    "_",
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "gettext_noop",
}
TAG_WORDS = re.compile(r"""{%-?\s*trans(?:late)?\s+(?:"([^"]*)"|'([^']*)')|_\("([^"]*)"\)""")
BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b[^%]*%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
SENTENCE_END = re.compile(r"(?<=[.?!:])\s+|\n\s*\n")


class Said(NamedTuple):
    """Words that somebody may read, and where they stand."""

    file: str
    words: str


def plain(words: str) -> str:
    """Bring words to one form: straight quotes, single spaces, no emphasis, no names of values."""
    words = re.sub(r"%\(\w+\)[sd]", " … ", words)
    return " ".join(words.replace("’", "'").replace("*", "").replace("\\n", " ").split())


def whole_words(words: list[str]) -> re.Pattern[str]:
    ends = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ends)})(?![\w-])", re.IGNORECASE)


NEVER = whole_words([word for group in TONE["never"] for word in group["words"]])
COUPLES = whole_words(TONE["couples"]["words"])
STUDY = whole_words(TONE["couples"]["study"])


def in_template(text: str) -> list[str]:
    return [
        *("".join(found) for found in TAG_WORDS.findall(text)),
        *(re.sub(r"{[%{].*?[%}]}", " ", block) for block in BLOCK.findall(text)),
    ]


def in_python(text: str) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    named = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in GETTEXT]
    constants = [one for call in named for one in call.args if isinstance(one, ast.Constant)]
    return [one.value for one in constants if isinstance(one.value, str)]


def in_lesson(text: str) -> list[str]:
    front, body = text.removeprefix("+++\n").split("\n+++\n", maxsplit=1)
    fields = tomllib.loads(front)
    # Titles of papers are other people's words.
    return [*(fields[name] for name in ("title", "line", "question", "not_this") if name in fields), body]


READERS = {".html": in_template, ".py": in_python, ".md": in_lesson}


def is_read(file: Path) -> bool:
    return file.suffix in {".html", ".py"} or (file.suffix == ".md" and file.name != "README.md")


def files() -> list[Path]:
    return sorted(file for file in SOURCE.rglob("*") if file.suffix in READERS and is_read(file))


def said_in(file: Path) -> Iterator[Said]:
    name = str(file.relative_to(ROOT))
    for words in READERS[file.suffix](file.read_text(encoding="utf-8")):
        yield Said(name, words)


def without_allowed(file: str, words: str) -> str:
    """Take the phrases out that this file may say."""
    for one in ALLOWED:
        if one["in"] == file:
            words = words.replace(plain(one["says"]), " … ")
    return words


def refused(file: str, words: str) -> list[str]:
    return NEVER.findall(without_allowed(file, plain(words)))


def as_couples(file: str, words: str) -> list[str]:
    """Couple words, but not those that a lesson says of a study."""
    is_lesson = file.endswith(".md")
    kept = words.split(KNOWN)[0] if is_lesson else words
    sentences = [plain(one) for one in SENTENCE_END.split(kept)]
    read = [without_allowed(file, one) for one in sentences if not (is_lesson and STUDY.search(one))]
    return [found for one in read for found in COUPLES.findall(one)]


def ids(file: Path) -> str:
    return str(file.relative_to(SOURCE))


@pytest.mark.parametrize("file", files(), ids=ids)
def test_a_word_that_never_appears_does_not_appear(file):
    assert [(word, one.words) for one in said_in(file) for word in refused(one.file, one.words)] == []


@pytest.mark.parametrize("file", files(), ids=ids)
def test_no_bond_reads_as_a_couples(file):
    assert [(word, one.words) for one in said_in(file) for word in as_couples(one.file, one.words)] == []


@pytest.mark.parametrize("file", files(), ids=ids)
def test_nothing_is_shouted(file):
    assert [one.words for one in said_in(file) if "!" in one.words] == []


@pytest.mark.parametrize("one", ALLOWED, ids=lambda one: f"{one['in']}: {one['says']}")
def test_each_exception_has_a_reason_and_is_still_needed(one):
    assert len(one["because"]) > 20
    words = [plain(said.words) for said in said_in(ROOT / one["in"])]
    assert any(plain(one["says"]) in said for said in words), "nobody says this any more"
    assert NEVER.search(one["says"]) or COUPLES.search(one["says"]), "this needs no exception"


def test_each_word_is_listed_once():
    listed = [word for group in TONE["never"] for word in group["words"]] + TONE["couples"]["words"]
    assert sorted(listed) == sorted(set(listed))
    assert all(group["why"].endswith(".") for group in TONE["never"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("You SHOULD call.", ["SHOULD"]),
        ("mustard and shoulder", []),
        ("You can’t be trusted", ["can't be trusted"]),
        ("a 12-day streak", ["streak"]),
        ("Failures happen", ["Failures"]),
        ("well\n  done", ["well done"]),
        ("pin*points*", []),
        ("%(points)s of %(high)s", []),
    ],
)
def test_words_are_found_whole_in_any_case_and_over_line_ends(words, found):
    assert refused("x.html", words) == found


@pytest.mark.parametrize(
    ("file", "words", "found"),
    [
        ("x.html", "Tell your partner.", ["partner"]),
        ("x.html", "A glove and a partnership", ["partnership"]),
        ("x.md", "Tell your partner.", ["partner"]),
        ("x.md", "One study asked couples. Tell your partner.", ["partner"]),
        ("x.md", f"Call them.\n\n{KNOWN}\n\nMost were couples.", []),
    ],
)
def test_couple_words_may_only_tell_of_studies(file, words, found):
    assert as_couples(file, words) == found


def test_every_kind_of_string_is_read():
    template = (
        "{% translate \"One\" %} {% include 'x' with save=_(\"Two\") %} {% translate 'Three' as x %}"
        "{% blocktranslate with n=a|b %}Four {{ n }} five{% endblocktranslate %}"
    )
    assert [plain(one) for one in in_template(template)] == ["One", "Two", "Three", "Four five"]
    code = 'from x import _\nA = _("One " "two")\nB = gettext("three")\nC = ngettext("four", "fives", n)\nD = "six"'
    assert in_python(code) == ["One two", "three", "four", "fives"]
    assert in_lesson('+++\ntitle = "One"\n[[sources]]\ntext = "Two"\n+++\nThree') == ["One", "Three"]
    assert len(files()) > 100
