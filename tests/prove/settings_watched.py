"""For checks only: the clock runs ahead or behind by what one file says, and each stretched passphrase marks another."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from troth import vault
from troth.app.settings import *  # noqa: F403

CLOCK, RUNS = Path(os.environ["PROVE_CLOCK"]), Path(os.environ["PROVE_RUNS"])
_now, _stretch = timezone.now, vault.passphrase_key


def now() -> datetime:
    """Return the moment, so many seconds off."""
    return _now() + timedelta(seconds=float(CLOCK.read_text()))


def passphrase_key(*given: Any, **named: Any) -> vault.Key:
    """Stretch as always, and add one sign to the file of runs."""
    with RUNS.open("a") as out:
        out.write(".")
    return _stretch(*given, **named)


timezone.now = now
vault.passphrase_key = passphrase_key
