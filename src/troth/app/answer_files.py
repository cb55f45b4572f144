"""Where `troth score` reads from: a file or standard input, JSON or CSV, with a bar where one waits for it."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, TextIOWrapper
from typing import Literal, TypeVar

from tqdm import tqdm

from troth.app.refused import Refused

PEEKED = 4096
BOM = b"\xef\xbb\xbf"
Piece = TypeVar("Piece")


@dataclass(frozen=True)
class Source:
    """An open file of answers."""

    kind: Literal["json", "csv"]
    lines: TextIOWrapper
    size: int

    def shown(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Pass pieces on; on a terminal, show how far reading has come once it lasts over a second."""
        is_shown = bool(self.size) and sys.stderr.isatty() and not sys.stdout.isatty()
        with tqdm(total=self.size, unit="B", unit_scale=True, delay=1, disable=not is_shown) as bar:
            for piece in pieces:
                yield piece
                if is_shown:
                    bar.update(self.lines.buffer.tell() - bar.n)


@contextmanager
def opened(name: str, kind: str | None) -> Iterator[Source]:
    """Open a file, or standard input for -; say which of the two forms it has."""
    try:
        raw = sys.stdin.buffer if name == "-" else open(name, "rb")  # noqa: SIM115
    except OSError as error:
        raise Refused(f"{name}: cannot be read ({error.strerror})") from error
    lines = TextIOWrapper(raw, encoding="utf-8-sig", newline="")
    try:
        size = os.fstat(raw.fileno()).st_size if name != "-" else 0
        found = kind or ("csv" if name.lower().endswith(".csv") else _guessed(raw))
        yield Source("json" if found == "json" else "csv", lines, size)
    except UnicodeDecodeError as error:
        raise Refused(f"{name}: not UTF-8") from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Refused(f"{name}: stopped ({error.strerror})") from error
    finally:
        lines.detach()
        if name != "-":
            raw.close()


def _guessed(raw: BufferedReader) -> str:
    """JSON begins with a brace; anything else is a table."""
    return "json" if raw.peek(PEEKED).removeprefix(BOM).lstrip().startswith(b"{") else "csv"
