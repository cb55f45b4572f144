"""The closed lists of words. Each list is a type for the checker and a tuple for the program."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

# What kind of space there is between the two people. Wording follows it; no rule does.
BondKind = Literal["partner", "friend", "family", "colleague", "other"]
BOND_KINDS: tuple[BondKind, ...] = get_args(BondKind)

# Supporter: the one who opened the bond. Person: the one who finds it hard to trust.
Role = Literal["supporter", "person"]
ROLES: tuple[Role, ...] = get_args(Role)

# How big a promise is.
Size = Literal["tiny", "small", "medium", "large"]
SIZES: tuple[Size, ...] = get_args(Size)

# Weights of the sizes in medium promises. All are quarters, so that sums of them are exact.
SIZE_WEIGHT: Mapping[Size, float] = MappingProxyType(
    {"tiny": 0.25, "small": 0.5, "medium": 1.0, "large": 2.0}
)

# What a kept promise shows of a person: Mayer, Davis & Schoorman 1995.
Dimension = Literal["ability", "integrity", "benevolence"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)

# What became of a promise. Kept late is `kept` with `at` after `due`, never a word of its own.
Result = Literal["kept", "missed", "renegotiated", "open"]
RESULTS: tuple[Result, ...] = get_args(Result)

# The four questions of a check-in, each answered with 0 to 10 points about the writer's own feeling.
Scale = Literal["felt_trust", "closeness", "safety", "energy"]
SCALES: tuple[Scale, ...] = get_args(Scale)
