"""The command line: one place where trouble becomes one sentence and exit 2."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from troth import __version__
from troth.app.commands import COMMANDS, Command
from troth.app.home import HomeTrouble
from troth.app.options import BadOption
from troth.app.refused import Refused

FIRST_WORDS = ("-h", "--help", "--version")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, `serve` if none is named; return 0, or 2 with one line on standard error."""
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "troth.app.settings")
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in FIRST_WORDS):
        words = ["serve", *words]
    choice = parser().parse_args(words)
    try:
        code = int(_run(choice.command, choice) or 0)
        sys.stdout.flush()
        return code
    except (BadOption, HomeTrouble, Refused) as trouble:
        print(str(trouble).replace("\n", " "), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever reads has enough, as in `troth safety | head`; Python must not find the closed pipe again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


class Parser(argparse.ArgumentParser):
    """Python's own, which says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}. Run '{self.prog} --help' to see what there is.\n")


def parser() -> argparse.ArgumentParser:
    """Build the parser from the table of commands."""
    top = Parser(prog="troth", description="Small daily practice for trust, sealed at rest.")
    top.add_argument("--version", action="version", version=f"troth {__version__}")
    below = top.add_subparsers(metavar="command", required=True)
    for command in COMMANDS:
        one = below.add_parser(command.name, help=command.about, description=command.about)
        for flags, how in command.arguments:
            one.add_argument(*flags, **how)
        one.set_defaults(command=command)
    return top


def _run(command: Command, choice: argparse.Namespace) -> int | None:
    """Load what the command needs, then the command itself: --help and bad options answer at once."""
    if command.name == "demo":
        import_module("troth.app.demo_home").choose()
    if command.needs != "nothing":
        import_module("django").setup()
    if command.needs == "home":
        import_module("troth.app.start").open_home()
    module, _, name = command.target.partition(":")
    found: int | None = getattr(import_module(module), name)(choice)
    return found
