"""Deliberately wrong: no limits, and an unknown name is answered at once; the rest as in `settings_watched`."""

from tests.prove.settings_watched import *  # noqa: F403
from tests.prove.settings_watched import INSTALLED_APPS as REAL

INSTALLED_APPS = [*REAL, "tests.prove.unlimited.Careless"]
