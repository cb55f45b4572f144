"""Serve the bare project: `python -m bench.bare PORT`, with its folder in BENCH_BARE_HOME."""

import os
import sys
from collections.abc import Callable
from typing import Any

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

# Those of `troth.app.serving`; not imported from there, because that would load half of Troth.
CHOICES = {
    "workers": 1,
    "threads": 4,
    "worker_class": "gthread",
    "loglevel": "error",
    "accesslog": None,
    "graceful_timeout": 5,
    "timeout": 60,
    "keepalive": 20,
    "control_socket_disable": True,
}


class Server(BaseApplication):
    """Gunicorn, told in Python instead of a file."""

    def load_config(self) -> None:
        for name, value in CHOICES.items():
            self.cfg.set(name, value)
        self.cfg.set("bind", f"127.0.0.1:{sys.argv[1]}")

    def load(self) -> Callable[..., Any]:
        return get_wsgi_application()


os.environ["DJANGO_SETTINGS_MODULE"] = "bench.bare.settings"
Server().run()
