"""Finds definitions: shipped ones beside this file, others in the folders that are named."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from troth.instruments.errors import DefinitionError, UnknownInstrument
from troth.instruments.loading.definition import ID, read
from troth.instruments.loading.overlay import lay_over
from troth.instruments.loading.table import Table
from troth.instruments.model import Instrument, Origin

SHIPPED = Path(__file__).parent / "definitions"
MOST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the catalogue. Where `instrument` is None, `problems` say why."""

    id: str
    origin: Origin
    instrument: Instrument | None
    problems: tuple[str, ...] = ()


def load(id: str, *, folders: Sequence[Path] = ()) -> Instrument:
    """Find an instrument by its id: an overlay first, then the shipped one, then a user's own.

    Parameters
    ----------
    id : as in the catalogue
    folders : where users keep definitions of their own, first one first

    Returns
    -------
    Instrument : ready to score

    Raises
    ------
    UnknownInstrument : nobody knows this id; names the nearest ones
    DefinitionError : its file cannot be used

    Source
    ------
    Specification of questionnaires, sections 3 and 9.

    Examples
    --------
    >>> load("gad-7").title
    'Worry and unrest (GAD-7)'
    """
    if ID.fullmatch(id):
        for folder in folders:
            file = Path(folder) / f"{id}.toml"
            if file.is_file():
                return load_file(file)
        if id in shipped_ids():
            return _shipped(id)
    known = sorted({*shipped_ids(), *(file.stem for file in _files(folders))})
    raise UnknownInstrument(id, tuple(get_close_matches(id, known, 3, 0.7)))


def load_file(path: Path) -> Instrument:
    """Read one definition from a file.

    Parameters
    ----------
    path : a TOML file, at most 256 KiB

    Returns
    -------
    Instrument : a user's own, or a shipped one with a user's words laid over it

    Raises
    ------
    DefinitionError : everything that is wrong with it, one line each

    Source
    ------
    Specification of questionnaires, section 3.

    Examples
    --------
    >>> load_file(Path("nowhere.toml"))
    Traceback (most recent call last):
    troth.instruments.errors.DefinitionError: nowhere.toml: cannot be read (No such file or directory)
    """
    file = Path(path)
    if file.parent == SHIPPED and file.stem in shipped_ids():
        return _shipped(file.stem)
    return _read(file, "user")


def catalogue(*, folders: Sequence[Path] = ()) -> tuple[Listed, ...]:
    """List every instrument there is; a broken file is a line with its problems and stops no other.

    Parameters
    ----------
    folders : where users keep definitions of their own

    Returns
    -------
    tuple : shipped ones with their overlays first, then users' own, each part by id

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of questionnaires, sections 9 and 10.

    Examples
    --------
    >>> [one.id for one in catalogue() if one.id.startswith("gad")]
    ['gad-2', 'gad-7']
    """
    others: dict[str, Listed] = {}
    broken: list[Listed] = []
    for file in _files(folders):
        one = _listed(file)
        if one.instrument is None:
            broken.append(one)
        else:
            others.setdefault(one.id, one)
    shipped = [others.get(id, Listed(id, "shipped", _shipped(id))) for id in shipped_ids()]
    others = {id: one for id, one in others.items() if id not in shipped_ids()}
    return (*shipped, *sorted([*others.values(), *broken], key=lambda one: one.id))


@cache
def shipped_ids() -> tuple[str, ...]:
    """The ids that come with Troth."""
    return tuple(sorted(file.stem for file in SHIPPED.glob("*.toml")))


@cache
def _shipped(id: str) -> Instrument:
    return _read(SHIPPED / f"{id}.toml", "shipped")


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(file for file in Path(folder).glob("*.toml") if file.is_file())


def _listed(file: Path) -> Listed:
    try:
        found = load_file(file)
    except DefinitionError as error:
        return Listed(file.stem, "user", None, error.problems)
    return Listed(found.id, found.origin, found)


def _read(file: Path, origin: Origin) -> Instrument:
    problems: list[str] = []
    values = _parsed(file, problems)
    found = None
    if not problems:
        found = _understood(Table(values, "", problems), file.stem, origin)
    if found is None:
        raise DefinitionError(tuple(f"{file.name}: {problem}" for problem in problems))
    return found


def _understood(table: Table, name: str, origin: Origin) -> Instrument | None:
    id, base = table.values.get("id"), table.values.get("extends")
    if base is not None:
        if base not in shipped_ids():
            table.wrong("extends", f"no shipped instrument of this id; there are {', '.join(shipped_ids())}")
            return None
        if id != base or name != base:
            table.wrong("id", f"an overlay's id and file are named like what it extends: {base}")
        return lay_over(table, _shipped(base))
    if origin == "user" and id in shipped_ids():
        table.wrong("id", f'"{id}" is shipped; choose another, or lay words over it with extends = "{id}"')
    return read(table, name, origin)


def _parsed(file: Path, problems: list[str]) -> dict[str, object]:
    try:
        with file.open("rb") as source:
            raw = source.read(MOST_BYTES + 1)
    except OSError as error:
        problems.append(f"cannot be read ({error.strerror})")
        return {}
    if len(raw) > MOST_BYTES:
        problems.append("larger than 256 KiB")
        return {}
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        problems.append("not UTF-8")
    except tomllib.TOMLDecodeError as error:
        problems.append(_where(str(error), raw.decode("utf-8")))
    except RecursionError:
        problems.append("not TOML (nested too deep)")
    return {}


def _where(message: str, text: str) -> str:
    """Turn Python's message round: the line first, then what it is."""
    what, _, place = message.rpartition(" (at ")
    if place.startswith("line "):
        return f"line {place.split()[1].rstrip(',')}: not TOML ({what.lower()})"
    return f"line {text.count(chr(10)) + 1}: not TOML ({(what or message).lower()})"
