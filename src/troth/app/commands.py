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

NAME = (
    ("--name",),
    {"required": True, "help": "sign-in name; the passphrase is asked for, or read from standard input"},
)
JSON = (("--json",), {"action": "store_true", "help": "answer as JSON"})

COMMANDS: tuple[Command, ...] = (
    Command("serve", "Make the data home, bring it up to date, serve the pages.", "troth.app.running:serve", arguments=SERVING),
    Command("demo", "The same with an invented sample world in a home of its own.", "troth.app.running:demo", arguments=SERVING),
    Command("export", "Write everything one person wrote into a ZIP.", "troth.app.own_words:export", arguments=(
        NAME, (("--to",), {"required": True, "metavar": "FILE", "help": "the ZIP to write; it is not sealed"}))),
    Command("import", "Bring an export into an account of this home.", "troth.app.own_words:bring_in", arguments=(
        (("file",), {"help": "the ZIP or its JSON"}), NAME, JSON)),
    Command("erase", "End one account, for good.", "troth.app.own_words:erase", arguments=(
        NAME, (("--yes",), {"action": "store_true", "help": "yes, this cannot be taken back"}))),
    Command("backup", "Back up the whole home into one sealed file, and verify it.", "troth.app.whole_home:make_backup", arguments=(
        (("--to",), {"metavar": "FILE", "help": "where to write it (backups/ in the home)"}),
        (("--verify",), {"metavar": "FILE", "help": "only verify this one"}), JSON)),
    Command("restore", "Bring a backup into this home.", "troth.app.whole_home:restore", needs="django", arguments=(
        (("file",), {"help": "the backup"}),
        (("--replace",), {"action": "store_true", "help": "put it in the place of a home that has people"}), JSON)),
    Command("worker", "Erase what has run out, once a minute, without anyone's key.", "troth.app.running:work"),
    Command("host-key", "Print the host key and its check value for a sheet in a safe.", "troth.app.host_key:show", needs="django", arguments=(
        (("--replace",), {"action": "store_true", "help": "the old one is lost: make another (passphrases then no longer open; recovery codes do)"}),)),
    Command("safety", "Say whom to call in a country, or where the safety gate stands on given answers.", "troth.app.whom_to_call:show", needs="nothing", arguments=(
        (("--country",), {"metavar": "CODE", "help": "two letters, like DE"}),
        (("--gate",), {"metavar": "FILE", "help": "answers as JSON, or - for standard input: signs (kind, toward, times), felt_safety"}), JSON)),
    Command("check", "Say how this home and this machine stand.", "troth.app.running:check"),
    Command("options", "List every option.", "troth.app.plain:options", needs="nothing"),
    Command("manage", "Run a Django management command.", "troth.app.plain:manage", needs="nothing", arguments=(
        (("words",), {"nargs": argparse.REMAINDER, "help": "the command and its arguments"}),)),
)  # fmt: skip
