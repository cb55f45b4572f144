"""A text with a front matter: TOML between two lines of ``+++``, then Markdown."""

import tomllib
from typing import Any

FENCE = "+++\n"


def split_front(text: str) -> tuple[dict[str, Any], str]:
    """Take a text with a front matter apart.

    Parameters
    ----------
    text : the whole file

    Returns
    -------
    tuple : the fields of the front matter, and the Markdown below it without blank ends

    Raises
    ------
    ValueError : no TOML between two lines of ``+++`` at the beginning

    Source
    ------
    TOML 1.0; the fence is the one that Hugo and Zola use.

    Examples
    --------
    >>> split_front('+++\\ntitle = "Tides"\\n+++\\n\\nThey come and go.\\n')
    ({'title': 'Tides'}, 'They come and go.')
    """
    if not text.startswith(FENCE) or ("\n" + FENCE) not in text + "\n":
        raise ValueError("no two lines of +++")
    front, body = (text + "\n").removeprefix(FENCE).split("\n" + FENCE, maxsplit=1)
    return tomllib.loads(front), body.strip()
