"""What callers hand in: bytes and keys, and nothing that only looks like them."""

from unicodedata import normalize

from troth.vault.keys import Key


def as_bytes(value: bytes) -> bytes:
    """Accept bytes in any form: a database driver may hand out a memoryview."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, bytearray | memoryview):
        return bytes(value)
    raise TypeError(f"vault: got {type(value).__name__}, expected bytes. Turn text into UTF-8 first.")


def raw_of(key: Key) -> bytes:
    """Accept a key, and no loose bytes in its place."""
    if not isinstance(key, Key):
        raise TypeError(f"vault: got {type(key).__name__}, expected a Key.")
    return key.raw


def folded(text: str) -> str:
    """Write text in one Unicode form, however it was typed (NFKC)."""
    if not isinstance(text, str):
        raise TypeError(f"vault: got {type(text).__name__}, expected text.")
    return normalize("NFKC", text)


def utf8(text: str) -> bytes:
    """Turn text into bytes; half a surrogate pair, which a browser can send, is kept and is no error."""
    return text.encode("utf-8", "surrogatepass")
