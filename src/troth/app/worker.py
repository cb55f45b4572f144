"""The loop that works without anyone's key: it erases what has run out, once a minute."""

import logging
import threading
import time
from datetime import UTC, datetime

from django.db import close_old_connections

from troth.store.actions.erasing import nightly, sweep

log = logging.getLogger("troth")
EVERY_S = 60


def run(*, stop: threading.Event | None = None) -> None:
    """Work until told to stop."""
    stop, last_night = stop or threading.Event(), datetime.now(UTC).date()
    while not stop.is_set():
        last_night = turn(last_night=last_night, at=datetime.now(UTC))
        stop.wait(EVERY_S)


def turn(*, last_night: object, at: datetime) -> object:
    """Do one round; a fault is logged by kind and the next round tries again."""
    try:
        close_old_connections()
        sweep(at=at)
        if at.date() != last_night and at.hour >= 3:
            nightly()
            return at.date()
    except Exception as error:  # noqa: BLE001 - a loop that ends erases nothing; the kind is logged, never the text
        log.error("worker: %s", type(error).__name__)
        time.sleep(1)
    return last_night


def start_beside() -> None:
    """Run beside the server in the same process."""
    threading.Thread(target=run, daemon=True, name="worker").start()
