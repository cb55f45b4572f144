"""Playwright once a process: a second one beside the first refuses to start."""

import atexit
from functools import cache

from playwright.sync_api import Playwright, sync_playwright


@cache
def playwright() -> Playwright:
    """Return the one Playwright of this process; it ends with the process."""
    started = sync_playwright().start()
    atexit.register(started.stop)
    return started
