"""What a request opened leaves the memory when it was answered.

Django's requests, forms and pages hold each other in circles. They would wait there, opened words and keys among them,
until Python happens to look for circles: on a quiet evening, for hours.
"""

import gc
import threading
import time
from collections.abc import Callable

from django.core.signals import request_finished

SOON_S = 0.05
ID = "letting go"


def begin() -> Callable[[], None]:
    """Look for circles soon after each answer; what the start made is set aside, so that looking takes a millisecond.

    Returns what ends it.
    """
    answered, ended = threading.Event(), threading.Event()
    gc.collect()
    gc.freeze()
    request_finished.connect(lambda **_: answered.set(), weak=False, dispatch_uid=ID)
    looking = threading.Thread(target=_run, args=(answered, ended), daemon=True, name=ID)
    looking.start()

    def end() -> None:
        request_finished.disconnect(dispatch_uid=ID)
        ended.set()
        answered.set()
        looking.join()
        gc.unfreeze()

    return end


def _run(answered: threading.Event, ended: threading.Event) -> None:
    while answered.wait() and not ended.is_set():
        time.sleep(SOON_S)  # by then the thread that answered has left the request
        answered.clear()
        gc.collect()
