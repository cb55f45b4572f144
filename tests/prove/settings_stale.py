"""Deliberately wrong: sessions are remembered by each process; the rest as in `settings_watched`."""

from tests.prove.settings_watched import *  # noqa: F403
from tests.prove.settings_watched import INSTALLED_APPS as REAL

INSTALLED_APPS = [*REAL, "tests.prove.stale.Stale"]
