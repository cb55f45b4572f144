"""Every command, once: its name, what it does, what it takes, where it is. Targets are loaded when they run."""

import argparse
from dataclasses import dataclass
from typing import Any, Literal

Needs = Literal["nothing", "django", "home"]


@dataclass(frozen=True)
class Command:
    """One line of the table. `needs` says how much must be there before the target is loaded."""

    name: str
    about: str
    target: str
    needs: Needs = "home"
    arguments: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = ()


SERVING = (
    (("--host",), {"default": "127.0.0.1", "help": "address to serve on (127.0.0.1)"}),
    (("--port",), {"type": int, "default": None, "help": "port to serve on (8765, or TROTH_PORT)"}),
    (("--processes",), {"type": int, "default": 1, "help": "how many processes serve (PostgreSQL only)"}),
    (("--no-open",), {"action": "store_true", "help": "do not open the browser"}),
)

COMMANDS: tuple[Command, ...] = (
    Command("serve", "Make the data home, bring it up to date, serve the pages.", "troth.app.running:serve", arguments=SERVING),
    Command("demo", "The same with an invented sample world in a home of its own.", "troth.app.running:demo", arguments=SERVING),
    Command("worker", "Erase what has run out, once a minute, without anyone's key.", "troth.app.running:work"),
    Command("host-key", "Print the host key and its check value for a sheet in a safe.", "troth.app.host_key:show", needs="django", arguments=(
        (("--replace",), {"action": "store_true", "help": "the old one is lost: make another (passphrases then no longer open; recovery codes do)"}),)),
    Command("check", "Say how this home and this machine stand.", "troth.app.running:check"),
    Command("options", "List every option.", "troth.app.plain:options", needs="nothing"),
    Command("manage", "Run a Django management command.", "troth.app.plain:manage", needs="nothing", arguments=(
        (("words",), {"nargs": argparse.REMAINDER, "help": "the command and its arguments"}),)),
)  # fmt: skip
