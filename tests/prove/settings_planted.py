"""Deliberately wrong: the pages of `planted_urls` beside the real ones."""

from troth.app.settings import *  # noqa: F403

ROOT_URLCONF = "tests.prove.planted_urls"
