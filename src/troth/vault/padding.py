"""Padding: few lengths instead of many, so that a length tells little."""

from troth.vault.errors import CannotOpen, TooLarge

MOST_CONTENT = 1 << 20
SMALLEST = 512
STEP = 16 * 1024
LARGEST = 65 * STEP
MARK = b"\x80"


def _bucket(length: int) -> int:
    room = length + 1  # the mark takes one byte
    if room <= SMALLEST:
        return SMALLEST
    if room <= STEP:
        return 1 << length.bit_length()
    return -(-room // STEP) * STEP


def padded_length(length: int) -> int:
    """Say how long content becomes when it is padded.

    Parameters
    ----------
    length : bytes of content, 0 to 1,048,576

    Returns
    -------
    int : bytes: 512, 1,024, 2,048 … 16,384, then multiples of 16,384, up to 1,064,960

    Raises
    ------
    ValueError : ``length`` is not a whole number of 0 or more
    TooLarge : ``length`` is above 1,048,576

    Source
    ------
    Vault specification, section 3, "Padding".

    Examples
    --------
    >>> [padded_length(n) for n in (0, 511, 512, 16_383, 16_384)]
    [512, 512, 1024, 16384, 32768]
    """
    if type(length) is not int or length < 0:
        raise ValueError("padded_length: expected a whole number of 0 or more.")
    if length > MOST_CONTENT:
        raise TooLarge
    return _bucket(length)


def is_padded_length(length: int) -> bool:
    """Say whether padding can give this length.

    Parameters
    ----------
    length : bytes

    Returns
    -------
    bool : true for 512, 1,024 … 16,384 and for the multiples of 16,384 up to 1,064,960

    Raises
    ------
    nothing

    Source
    ------
    Vault specification, section 3, "Padding".

    Examples
    --------
    >>> is_padded_length(2048), is_padded_length(2049)
    (True, False)
    """
    return SMALLEST <= length <= LARGEST and _bucket(length - 1) == length


def pad(content: bytes) -> bytes:
    """Lengthen content to its bucket: content, the byte 0x80, zero bytes.

    Parameters
    ----------
    content : at most 1,048,576 bytes

    Returns
    -------
    bytes : as many as ``padded_length`` says

    Raises
    ------
    TooLarge : ``content`` is longer

    Source
    ------
    Vault specification, section 3, "Padding"; the mark is that of ISO/IEC 7816-4.

    Examples
    --------
    >>> pad(b"calm")[:6], len(pad(b"calm"))
    (b'calm\\x80\\x00', 512)
    """
    length = len(content)
    if length > MOST_CONTENT:
        raise TooLarge
    return b"".join((content, MARK, bytes(_bucket(length) - length - 1)))


def unpad(padded: bytes) -> bytes:
    """Take the padding off, if it is exactly what ``pad`` would have put there.

    Parameters
    ----------
    padded : what ``pad`` returned

    Returns
    -------
    bytes : the content

    Raises
    ------
    CannotOpen : no mark, something other than zero bytes behind it, or not the right bucket

    Source
    ------
    Vault specification, section 3, "Padding".

    Examples
    --------
    >>> unpad(pad(b"calm"))
    b'calm'
    """
    end = padded.rfind(MARK)
    length = len(padded)
    if 0 <= end <= MOST_CONTENT and _bucket(end) == length and padded[end + 1 :] == bytes(length - end - 1):
        return padded[:end]
    del padded  # a traceback that prints local names must not print what was inside
    raise CannotOpen
