"""The built wheel holds all it needs: it starts from nothing and answers /health/."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.prove.server import free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory) -> Path:
    """The wheel's own files, apart from the tree: nothing of `src` can help them."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(next(place.glob("*.whl"))) as wheel:
        wheel.extractall(place / "site")
    return place / "site"


def test_the_wheel_holds_templates_styles_lessons_and_migrations(unpacked):
    for name in ("web/page.html", "web/static/troth/troth.css", "web/parts/icons/sun.svg", "practices/wins/lesson.md",
                 "store/migrations/0001_first_tables.py", "app/sample.toml",
                 "instruments/definitions/phq-9.toml", "instruments/fhir/checking/resources.txt"):  # fmt: skip
        assert (unpacked / "troth" / name).exists(), name


def test_the_wheel_starts_from_nothing_and_answers(unpacked, tmp_path):
    port = free_port()
    env = {name: value for name, value in os.environ.items() if not name.startswith(("TROTH_", "DJANGO_"))}
    env |= {"TROTH_HOME": str(tmp_path / "home"), "PYTHONPATH": str(unpacked)}
    command = [sys.executable, "-m", "troth", "serve", "--no-open", "--port", str(port)]
    started = subprocess.Popen(
        command, cwd=tmp_path, env=env, start_new_session=True, stdout=subprocess.DEVNULL
    )
    try:
        health = answer(f"http://127.0.0.1:{port}/health/")
        assert json.loads(health)["status"] == "ok"
        assert b"Two minutes a day" in answer(f"http://127.0.0.1:{port}/")
        assert b"--moss" in answer(f"http://127.0.0.1:{port}/static/troth/troth.css")
        assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700
    finally:
        os.killpg(started.pid, signal.SIGTERM)
        started.wait(20)


def answer(address: str) -> bytes:
    until = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as found:
                return found.read()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
