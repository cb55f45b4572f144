"""Keep other processes of the same user out of this one's memory, where the system can."""

import ctypes
import resource
import sys

PR_SET_DUMPABLE = 4


def shut_memory() -> bool:
    """Forbid core files and reading by others; say whether the system could."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not sys.platform.startswith("linux"):
        return False
    return ctypes.CDLL(None, use_errno=True).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0
