"""The few words and frozen dataclasses that every room shares. No behaviour."""

from troth.values.readings import Outcome, Rating
from troth.values.words import (
    BOND_KINDS,
    DIMENSIONS,
    RESULTS,
    ROLES,
    SCALES,
    SIZE_WEIGHT,
    SIZES,
    BondKind,
    Dimension,
    Result,
    Role,
    Scale,
    Size,
)

__all__ = [
    "BOND_KINDS",
    "DIMENSIONS",
    "RESULTS",
    "ROLES",
    "SCALES",
    "SIZES",
    "SIZE_WEIGHT",
    "BondKind",
    "Dimension",
    "Outcome",
    "Rating",
    "Result",
    "Role",
    "Scale",
    "Size",
]
