"""What can go wrong in the store; a subclass for each thing a caller does differently."""


class StoreError(Exception):
    """Something the store refuses. Its text is a sentence without a person's words."""


class WrongWayIn(StoreError):
    """The name and passphrase, or the code, open nothing. Never says which."""


class Wait(StoreError):
    """Too many wrong tries: wait so many seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many tries. Wait {seconds} seconds.")
        self.seconds = seconds


class Busy(StoreError):
    """Too many passphrases are being stretched at once: try again in a moment."""


class NameTaken(StoreError):
    """This sign-in name cannot be had."""


class KeysChanged(StoreError):
    """The account key was renewed since this session was opened: sign in again."""


class Stale(StoreError):
    """The row was changed elsewhere since it was read. `now` is the version that is saved."""

    def __init__(self, now: int) -> None:
        super().__init__("This was changed elsewhere in the meantime.")
        self.now = now


class Gone(StoreError):
    """The row is not there, or not this person's: the same answer."""


class NotValid(StoreError):
    """This invitation code cannot be used: never made, ended, used, run out. Never says which."""


class NotNow(StoreError):
    """Not available now. It never says why: this too must tell nothing to whoever looks on."""


class Taken(StoreError):
    """Someone is in this bond already, or waits to be let in."""


class DiskFull(StoreError):
    """Less than 32 MiB are free: nothing that adds is written."""

    def __init__(self) -> None:
        super().__init__("not saved: the disk is full")


class Unreadable(StoreError):
    """A row could not be opened. It was kept as it is."""


class Changed(StoreError):
    """The words are not those that were compared: somebody else waits now."""
