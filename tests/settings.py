"""Settings of the test run: the real ones on a home of their own, with passphrase runs at the floor."""

import atexit
import os
import shutil
import tempfile
import warnings
from pathlib import Path

ROOT = Path(tempfile.mkdtemp(prefix="troth-test-"))
atexit.register(shutil.rmtree, ROOT, ignore_errors=True)
os.environ["TROTH_HOME"] = str(ROOT / "home")
for name in ("TROTH_HOST_KEY_FILE", "TROTH_SITE", "TROTH_PORT", "TROTH_LEAVE_TO", "TROTH_BEHIND_PROXY"):
    os.environ.pop(name, None)

from troth.app import home  # noqa: E402

home.prepare(ROOT / "home")

from troth.app.settings import *  # noqa: E402, F403

warnings.filterwarnings("ignore", category=DeprecationWarning, module="asgiref")

from troth.vault import Key  # noqa: E402

HOST_KEY = Key(bytes(range(32)))
# A file, not memory: threads share it, and its bytes can be searched.
DATABASES["default"].setdefault("TEST", {})  # noqa: F405
if DATABASES["default"]["ENGINE"] == "troth.store.sqlite":  # noqa: F405
    DATABASES["default"]["TEST"]["NAME"] = str(ROOT / "home" / "test.sqlite3")  # noqa: F405
