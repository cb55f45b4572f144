"""Playwright once a process: a second one beside the first refuses to start."""

import atexit
import os
from functools import cache

from playwright.sync_api import Playwright, sync_playwright

# Playwright keeps a loop running in the tests' thread, and Django takes that for an asynchronous view.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@cache
def playwright() -> Playwright:
    """Return the one Playwright of this process; it ends with the process."""
    started = sync_playwright().start()
    atexit.register(started.stop)
    return started
