"""Run the command line in homes of its own."""

import os
import subprocess
import sys
from pathlib import Path


def troth(*words: str, home: Path, typed: str = "", **options: str) -> subprocess.CompletedProcess[str]:
    """Run one command and return what it printed; always SQLite, never this run's own home."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("TROTH_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "troth", *words],
        env={**env, "TROTH_HOME": str(home), **options},
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
