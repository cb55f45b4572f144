"""An export to read: one month as Markdown, by bond and day."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format

from troth import practices
from troth.practices import Document
from troth.web.parts.entries import KNOWN

MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|"})


def month(name: str, by_bond: Mapping[str, Mapping[date, list[Document]]]) -> str:
    """Write one month."""
    lines = [f"# {name}", ""]
    for bond, days in by_bond.items():
        lines += [f"## {plain(bond)}", ""] if bond else []
        for day, documents in sorted(days.items()):
            lines += [f"### {date_format(day, 'l j F')}", ""]
            lines += [line for document in documents for line in _entry(document)]
            lines.append("")
    return "\n".join(lines)


def _entry(document: Document) -> Iterable[str]:
    line = practices.line_of(document)
    pages = KNOWN.get(document.practice)
    kind = pages.told.singular if pages else document.practice
    yield f"- **{kind}**{_state(document)} {plain(line.title)}".rstrip()
    facts = [
        f"{name.replace('_', ' ')}: {_fact(value)}"
        for name, value in line.facts.items()
        if value not in (None, "")
    ]
    if facts:
        yield f"  {plain('; '.join(facts))}"
    for words in practices.named(document.practice).words(document):
        if words and words != line.title:
            yield from (f"  > {plain(part)}" for part in words.splitlines())
    for step in document.steps:
        yield f"  - {_fact(step.at)} {step.move.replace('_', ' ')}"


def _state(document: Document) -> str:
    pages = KNOWN.get(document.practice)
    words = pages.told.states.get(document.state) if pages else None
    return f" ({words[0]})" if words else ""


def _fact(value: object) -> str:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    return str(value).replace("_", " ")


def plain(words: str) -> str:
    """Write a person's words so that none of them becomes a mark."""
    return " ".join(words.split()).translate(MARKS)
