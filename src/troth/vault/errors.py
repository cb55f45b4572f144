"""What can go wrong in this room. Nothing else leaves it, programming errors aside.

VaultError
├── CannotOpen      wrong key, changed, moved or cut: never which
├── UnknownFormat   made by a newer version
├── TooLarge        more than a box holds
├── BadCode         a code, token or cookie that has the wrong form
├── BadCost         a passphrase cost below the floor or above the ceiling
└── PinMismatch     not the keys that were known before

Every error carries one fixed sentence and takes no argument, so none can hold a word, a key or an identifier.
"""


class VaultError(Exception):
    """The family of everything that this room raises."""

    sentence = "The vault could not do this."

    def __init__(self) -> None:
        super().__init__()

    def __str__(self) -> str:
        return self.sentence


class CannotOpen(VaultError):
    """The box stays closed: wrong key, changed, moved or cut. It never says which."""

    sentence = "This could not be opened. It was kept as it is."


class UnknownFormat(VaultError):
    """The box has a suite or a kind that this version does not know."""

    sentence = "This was sealed by a newer version of Troth. Open it with that version."


class TooLarge(VaultError):
    """The content is longer than a box may hold."""

    sentence = "This is too long to seal: expected at most 1,048,576 bytes. Split it in two."


class BadCode(VaultError):
    """A code, token or cookie does not have the form that it must have."""

    sentence = "This code does not have the right form. Look at each group again."


class BadCost(VaultError):
    """The cost of stretching a passphrase lies outside the floor and the ceiling."""

    sentence = "Passphrase cost out of range: expected 65536 to 1048576 KiB, 3 to 16 passes, 1 to 8 lanes."


class PinMismatch(VaultError):
    """These keys are not the ones that were known before, and nothing proves the change."""

    sentence = "The keys of this person are not the ones known before. Compare words with them first."
