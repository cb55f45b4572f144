"""The sample world lives in a home of its own, beside the real one."""

import os
from pathlib import Path

from troth.app.home import make_once, prepare
from troth.app.options import read_options


def choose() -> None:
    """Turn to the sample home before any setting is read; an own TROTH_HOME gets `-demo` added."""
    home = Path(str(read_options(os.environ)["TROTH_HOME"]))
    sample = home.with_name(home.name + "-demo")
    os.environ["TROTH_HOME"] = str(sample)
    os.environ.pop("TROTH_HOST_KEY_FILE", None)
    os.environ.pop("TROTH_DATABASE", None)
    prepare(sample)
    make_once(sample / "sample", "Everyone in this home is invented.\n")
