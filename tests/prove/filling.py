"""Read the forms of a page and fill them as a person would, or wrongly in every field."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TEXT = frozenset({"text", "search", "textarea"})


@dataclass
class Field:
    """One named field: its kind, what is in it, and what may be chosen."""

    name: str
    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)
    is_checked: bool = False


@dataclass
class Form:
    """One form of a page."""

    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """Name the form the same way for every entry, bond or day it stands for."""
        return f"{pattern(self.action)} {','.join(sorted(set(self.fields) - {'csrfmiddlewaretoken'}))}"

    @property
    def texts(self) -> list[str]:
        """Name the fields that take words."""
        return [name for name, one in self.fields.items() if one.kind in TEXT]


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.forms, self.links = path, [], []  # type: ignore[var-annotated]
        self._form: Form | None = None
        self._open: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(urljoin(self.path, given.get("href", "")))
        elif tag == "form":
            self._form = Form(
                urljoin(self.path, given.get("action") or self.path), given.get("method", "get")
            )
            self.forms.append(self._form)
        elif self._form is not None and (given.get("name") or tag == "option"):
            self._take(tag, given)

    def _take(self, tag: str, given: dict[str, str]) -> None:
        if tag == "option":
            if self._open is not None:
                self._open.choices.append(given.get("value", ""))
                if "selected" in given:
                    self._open.value = given["value"]
            return
        if tag not in ("input", "textarea", "select", "button"):
            return
        kind = {"input": given.get("type", "text")}.get(tag, tag)
        assert self._form is not None
        one = self._form.fields.setdefault(given["name"], Field(given["name"], kind))
        if kind in ("radio", "checkbox"):
            one.choices.append(given.get("value", "on"))
            if "checked" in given:
                one.value, one.is_checked = given.get("value", "on"), True
        elif kind != "select":
            one.value = given.get("value", one.value)
        self._open = one if tag in ("select", "textarea") else None

    def handle_data(self, data: str) -> None:
        if self._open is not None and self._open.kind == "textarea":
            self._open.value += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        if tag in ("select", "textarea"):
            self._open = None


def read(path: str, page: str) -> tuple[list[Form], list[str]]:
    """Return the forms of a page and the addresses of this site that it leads to."""
    reader = _Reader(path)
    reader.feed(page)
    links = [urlsplit(link)._replace(fragment="").geturl() for link in reader.links]
    return reader.forms, [link for link in links if link.startswith("/")]


def pattern(path: str) -> str:
    """Put a sign in the place of identifiers and days."""
    return DAY.sub("<day>", ID.sub("<id>", path))


def filled(form: Form, word: Callable[[str], str], *, passphrase: str) -> dict[str, str]:
    """Fill a form rightly: words in every field that takes words, the first choice, a day, a moment, a number."""
    return dict(_right(form, word, passphrase))


def _right(form: Form, word: Callable[[str], str], passphrase: str) -> Iterator[tuple[str, str]]:
    now = datetime.now(UTC)
    for name, one in form.fields.items():
        if one.kind in TEXT:
            yield name, word(f"{pattern(form.action)} {name}")
        elif one.kind in ("radio", "select"):
            yield name, one.value or next((choice for choice in one.choices if choice), "")
        elif one.kind == "password":
            yield name, passphrase
        elif one.kind == "date":
            yield name, now.date().isoformat()
        elif one.kind == "datetime-local":
            yield name, f"{now + timedelta(days=2):%Y-%m-%dT%H:%M}"
        elif one.kind == "number":
            yield name, "70"
        elif one.kind in ("hidden", "button", "submit") or one.is_checked:
            yield name, one.value


def wronged(form: Form, word: Callable[[str], str]) -> dict[str, str]:
    """Fill a form wrongly: words in every field, also where a day, a number or a choice belongs.

    Hidden fields stay but for the version: a tie to another entry that is none is answered by 404, not by the form.
    """
    return {
        name: one.value
        if one.kind == "hidden" and name != "version"
        else word(f"wrong {pattern(form.action)} {name}")
        for name, one in form.fields.items()
        if one.kind not in ("file", "button", "submit")
    }
