"""Sixty moments to listen to, from `vignettes.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

VignetteKind = Literal["partner", "friend", "family", "colleague", "other"]
KINDS: Final[tuple[VignetteKind, ...]] = get_args(VignetteKind)


@dataclass(frozen=True, slots=True)
class Vignette:
    """One moment: where it is, what the other person says, what may lie beneath, and one answer among many."""

    id: str
    kind: VignetteKind
    setting: str
    says: str
    feels: tuple[str, ...]
    one_way: str


@cache
def vignettes() -> tuple[Vignette, ...]:
    """List the moments to listen to.

    Returns
    -------
    tuple of Vignette : sixty, in the order of the file, over all kinds of bond

    Raises
    ------
    Nothing.

    Source
    ------
    Written for Troth, CC0 1.0.

    Examples
    --------
    >>> len(vignettes()), vignettes()[0].id
    (60, 'p01')
    """
    table = tomllib.loads((Path(__file__).parent / "vignettes.toml").read_text(encoding="utf-8"))
    return tuple(Vignette(**{**one, "feels": tuple(one["feels"])}) for one in table["vignette"])
