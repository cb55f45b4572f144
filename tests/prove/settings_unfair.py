"""Deliberately wrong: no writers' lock in the process."""

from troth.app.settings import *  # noqa: F403
from troth.app.settings import DATABASES as REAL

DATABASES = {"default": REAL["default"] | {"ENGINE": "tests.prove.unfair"}}
