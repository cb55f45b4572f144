"""What a request opened leaves the memory when it was answered.

Django's requests, forms and pages hold each other in circles. They would wait there, opened words and keys among them,
until Python happens to look for circles: on a quiet evening, for hours.
"""

import gc
import threading
import time

from django.core.signals import request_finished

SOON_S = 0.05


def begin() -> None:
    """Look for circles soon after each answer; what the start made is set aside, so that looking takes a millisecond."""
    answered = threading.Event()
    gc.collect()
    gc.freeze()
    request_finished.connect(lambda **_: answered.set(), weak=False, dispatch_uid="letting go")
    threading.Thread(target=_run, args=(answered,), daemon=True, name="letting go").start()


def _run(answered: threading.Event) -> None:
    while answered.wait():
        time.sleep(SOON_S)  # by then the thread that answered has left the request
        answered.clear()
        gc.collect()
