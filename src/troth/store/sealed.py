"""One function seals a row and one opens it: the context line is always built from the row itself."""

from typing import Protocol

from troth import vault
from troth.store.errors import Unreadable


class SealedRow(Protocol):
    """A row that can be opened: one sealed column, and the line it is bound to."""

    @property
    def sealed(self) -> "bytes | memoryview[int]": ...

    def line(self) -> str: ...


class RowToSeal(Protocol):
    """A row of which the sealed column can be written."""

    sealed: "bytes | memoryview[int]"

    def line(self) -> str: ...


def seal(row: RowToSeal, content: bytes, *, key: vault.Key) -> None:
    """Put the content into the row, sealed. Set every clear column first: they are bound."""
    row.sealed = vault.seal_record(key, content, line=row.line())


def unseal(row: SealedRow, *, key: vault.Key) -> bytes:
    """Open the row's content; a row that was changed, moved or is another's raises `Unreadable`."""
    try:
        return vault.open_record(key, bytes(row.sealed), line=row.line())
    except (vault.VaultError, ValueError) as error:
        # A row changed by hand may hold what no line can be built from: that too is a row that does not open.
        raise Unreadable("This entry could not be opened. It was kept as it is.") from error
