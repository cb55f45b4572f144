"""Every option of the program, once: its name, its default, how it is read, what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

TESTS_ONLY = frozenset(
    {"TROTH_TEST_VECTORS", "TROTH_TEST_DATA", "TROTH_NOTHING_LEFT_OUT", "TROTH_EVERY_LOOK"}
)


class BadOption(Exception):
    """An option is unknown or cannot be read. Its text is one sentence for the person who starts Troth."""


@dataclass(frozen=True)
class Option:
    name: str
    default: str
    read: Callable[[str], object]
    expected: str
    about: str


def a_port(text: str) -> int:
    """Read a port number."""
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError
    return port


def an_address(text: str) -> str:
    """Read a database address; empty means SQLite in the data home."""
    if text and not text.startswith(("postgres://", "postgresql://")):
        raise ValueError
    return text


def a_path(text: str) -> Path:
    """Read a path and make it whole."""
    if not text:
        raise ValueError
    return Path(text).expanduser().absolute()


def a_link(text: str) -> str:
    """Read a web address that *Leave quickly* may lead to."""
    if text and not text.startswith("https://"):
        raise ValueError
    return text


def a_switch(text: str) -> bool:
    """Read yes or no."""
    return {"1": True, "yes": True, "0": False, "no": False}[text.lower()]


def host_names(text: str) -> tuple[str, ...]:
    """Read host names divided by commas."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if any("*" in name or "/" in name for name in names):
        raise ValueError
    return names


def some_memory(text: str) -> int:
    """Read the memory of one passphrase run in MiB."""
    mib = int(text)
    if not 64 <= mib <= 1024:
        raise ValueError
    return mib


def some_passes(text: str) -> int:
    """Read the number of passes of one passphrase run."""
    passes = int(text)
    if not 3 <= passes <= 16:
        raise ValueError
    return passes


OPTIONS: tuple[Option, ...] = (
    Option("TROTH_HOME", str(user_data_path("troth", appauthor=False)), a_path, "a folder",
           "The data home, made with mode 0700."),
    Option("TROTH_HOST_KEY_FILE", "", lambda text: a_path(text) if text else None, "a file",
           "The host key; by default beside the data home, named like it with .key added."),
    Option("TROTH_DATABASE", "", an_address, "an address that begins with postgres://",
           "The database; empty means SQLite in the data home."),
    Option("TROTH_PORT", "8765", a_port, "a port from 1 to 65535", "Where the pages are served."),
    Option("TROTH_SITE", "", host_names, "host names divided by commas",
           "Public names of the site. Naming one switches server mode on: TLS in front, secure cookies, HSTS."),
    Option("TROTH_BEHIND_PROXY", "no", a_switch, "yes or no",
           "Whether a proxy in front sets X-Forwarded-For and X-Forwarded-Proto."),
    Option("TROTH_LEAVE_TO", "", a_link, "an address that begins with https://",
           "Where *Leave quickly* leads; empty means the start page of Wikipedia in the person's language."),
    Option("TROTH_PASSPHRASE_MIB", "64", some_memory, "a number from 64 to 1024",
           "Memory of one passphrase run, in MiB."),
    Option("TROTH_PASSPHRASE_PASSES", "3", some_passes, "a number from 3 to 16", "Passes of one passphrase run."),
)  # fmt: skip


def read_options(environment: Mapping[str, str]) -> dict[str, object]:
    """Read every TROTH_ option; an unknown or bad one raises `BadOption` with one sentence."""
    known = {option.name for option in OPTIONS}
    for name in sorted(environment):
        if name.startswith("TROTH_") and name not in known | TESTS_ONLY:
            raise BadOption(f"{name}: no such option. Run 'troth options' to see them all.")
    return {option.name: _read(option, environment) for option in OPTIONS}


def _read(option: Option, environment: Mapping[str, str]) -> object:
    text = environment.get(option.name, option.default)
    try:
        return option.read(text)
    except (ValueError, KeyError) as error:
        shown = "…" if option.name == "TROTH_DATABASE" else repr(text)
        raise BadOption(f"{option.name}={shown}: expected {option.expected}. {option.about}") from error
