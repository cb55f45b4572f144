"""Ask for a name and a passphrase: on a terminal unseen, else the first line of standard input."""

import getpass
import sys
from datetime import UTC, datetime

from troth.app.refused import Refused
from troth.store.actions import unlocking
from troth.store.errors import Busy, Wait, WrongWayIn
from troth.store.me import Me

NETWORK = "this machine"


def open_account(name: str) -> Me:
    """Unlock one account for one command; no session is left behind."""
    passphrase = _passphrase()
    try:
        me, _cookie = unlocking.sign_in(
            name=name, passphrase=passphrase, network=NETWORK, at=datetime.now(UTC)
        )
    except WrongWayIn as error:
        raise Refused(
            "--name, passphrase: they open nothing here. Look for capital letters, and try again."
        ) from error
    except (Wait, Busy) as error:
        raise Refused(str(error)) from error
    if me.session:
        unlocking.sign_out(me.session)
    return me


def _passphrase() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Passphrase: ")
    return sys.stdin.readline().rstrip("\n")
