"""Origins: where mistrust may come from. Told, noticed and guessed are kept apart."""

from troth.practices.origins.content import KNOWN, MOST, ORIGIN_KINDS, Known, Origin, OriginKind
from troth.practices.origins.life_line import life_line
from troth.practices.origins.practice import PRACTICE, may_share

__all__ = [
    "KNOWN",
    "MOST",
    "ORIGIN_KINDS",
    "PRACTICE",
    "Known",
    "Origin",
    "OriginKind",
    "life_line",
    "may_share",
]
