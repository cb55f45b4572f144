"""A home of its own for one run: made through the real actions, thrown away at the end."""

import atexit
import os
import shutil
import tempfile
import time
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="troth-bench-"))
HOME = FOLDER / "home"
PASSPHRASE = "river lamp copper nine walnut"


def make() -> None:
    """Set Django up on the new home, as a command does, with every option at its default."""
    atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
    for name in [name for name in os.environ if name.startswith("TROTH_")]:
        del os.environ[name]
    os.environ |= {"TROTH_HOME": str(HOME), "DJANGO_SETTINGS_MODULE": "troth.app.settings"}
    os.umask(0o077)
    import_module("django").setup()
    import_module("troth.app.start").open_home()


def now() -> datetime:
    """Say what time it is: the servers that are measured have the machine's clock, so the sample ends there."""
    return datetime.fromtimestamp(time.time(), UTC)
