"""A word on the command line that may be left out, wherever the options stand."""

import argparse
from typing import Any


class Perhaps(argparse.Action):
    """Python's own "?" counts as left out as soon as an option comes before it: `troth score phq-9 --summary FILE`."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self.required = False

    def __call__(
        self, parser: Any, choice: argparse.Namespace, value: Any, _option: str | None = None
    ) -> None:
        setattr(choice, self.dest, value)
