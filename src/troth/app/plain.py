"""Commands that need no home."""

import argparse
import os

from django.core.management import execute_from_command_line

from troth.app.options import OPTIONS, read_options


def options(_choice: argparse.Namespace) -> None:
    """List every option with its value in force."""
    found = read_options(os.environ)
    for one in OPTIONS:
        shown = "…" if one.name == "TROTH_DATABASE" and found[one.name] else found[one.name]
        print(f"{one.name:26} {shown if shown not in ('', None, ()) else '(not set)'}\n{'':26} {one.about}")


def manage(choice: argparse.Namespace) -> None:
    """Run a Django management command."""
    execute_from_command_line(["troth manage", *choice.words])
