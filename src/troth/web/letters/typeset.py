"""The letter as PDF, set in a process of its own: words go in and come out through pipes and end with that process."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from troth.web.letters.letter import Letter

SETTER = Path(__file__).with_name("setter.py")
WAIT_S = 30


class NotSet(Exception):
    """The letter could not be set. Says nothing of what stands in it."""


def as_pdf(letter: Letter, *, language: str, at: datetime) -> bytes:
    """Set the letter; the same letter gives the same bytes."""
    given = {"language": language.partition("-")[0], "at": at.timestamp(), "letter": asdict(letter)}
    # `-I`: nothing of this folder or of the person's own Python is loaded. Our options are not for others.
    known = {name: value for name, value in os.environ.items() if not name.startswith("TROTH_")}
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(SETTER)],
            input=json.dumps(given).encode(),
            capture_output=True,
            timeout=WAIT_S,
            env=known,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotSet("expected a PDF within 30 seconds") from None
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise NotSet(f"expected a PDF, got exit code {done.returncode}")
    return done.stdout
