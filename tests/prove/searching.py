"""Search files byte by byte for words, in every form in which they may have been written."""

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, quote_plus

AT_ONCE = 8 * 1024 * 1024


@dataclass
class Searched:
    """What was looked through, and where something stood."""

    files: int = 0
    bytes: int = 0
    hits: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def __iadd__(self, other: "Searched") -> "Searched":
        self.files += other.files
        self.bytes += other.bytes
        self.hits += other.hits
        self.unread += other.unread
        return self


def forms_of(words: str) -> dict[str, bytes]:
    """Return the words as bytes in every form that is searched for."""
    raw = words.encode()
    forms = {
        "UTF-8": raw,
        "UTF-16-LE": words.encode("utf-16-le"),
        "UTF-16-BE": words.encode("utf-16-be"),
        "JSON": json.dumps(words)[1:-1].encode(),
        "URL-quoted": quote(words, safe="").encode(),
        "form-quoted": quote_plus(words).encode(),
        "hex": raw.hex().encode(),
    }
    return forms | {f"base64 at {offset}": _base64_inside(raw, offset) for offset in range(3)}


def _base64_inside(raw: bytes, offset: int) -> bytes:
    """Return the signs that stand for these bytes wherever they begin so far into a group of three."""
    text = base64.b64encode(bytes(offset) + raw)
    first = -(-8 * offset // 6)
    last = 8 * (offset + len(raw)) // 6
    return text[first:last]


def search(places: Iterable[Path], words: Iterable[str], *, binary: Iterable[bytes] = ()) -> Searched:
    """Look through every file below these places for every form of the words, and for these bytes as they are.

    Binary files are searched like any other. A file that cannot be read is listed, never passed over.
    """
    needles = {
        f"{n}. words as {name}": form
        for n, one in enumerate(words, 1)
        for name, form in forms_of(one).items()
    }
    needles |= {f"{n}. bytes": raw for n, raw in enumerate(binary, 1)}
    distinct = {form: name for name, form in reversed(needles.items())}
    found = Searched()
    for file in files_below(places):
        _search_file(file, distinct, found)
    return found


def files_below(places: Iterable[Path]) -> Iterator[Path]:
    """List every file below these places, in order."""
    for place in places:
        if place.is_file():
            yield place
        for file in sorted(place.rglob("*")) if place.is_dir() else ():
            if file.is_file() and not file.is_symlink():
                yield file


def _search_file(file: Path, needles: dict[bytes, str], found: Searched) -> None:
    overlap = max(map(len, needles)) - 1
    hits, before = set(), b""
    try:
        with file.open("rb") as content:
            while chunk := content.read(AT_ONCE):
                found.bytes += len(chunk)
                window = before + chunk
                hits |= {name for needle, name in needles.items() if needle in window}
                before = window[-overlap:] if overlap else b""
    except FileNotFoundError:
        return  # a temporary file that ended meanwhile
    except OSError as error:
        found.unread.append(f"{file.name}: {error.strerror}")
        return
    found.files += 1
    found.hits += [f"{file.name}: {name}" for name in sorted(hits)]
