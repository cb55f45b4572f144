"""What the shared pages say of one practice: its names, its empty list, its states, moves and taps in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Done:
    """A move or a tap in words: what its button says, what is said afterwards, what its history says.

    ``opens`` marks a step of openness or agreement: while the gate withholds the practice, its button is not shown.
    Whatever takes something back is never hidden.
    """

    label: Words
    said: Words
    step: Words = ""
    opens: bool = False


@dataclass(frozen=True, kw_only=True)
class Onward:
    """A way on from an entry: to a new entry of another practice that is tied to it, or one tap that writes it."""

    practice: str
    kind: str  # of the tie, as the other practice declares it
    label: Words
    tap: str = ""
    on_list: bool = False  # also beside each line of the list


@dataclass(frozen=True)
class More:
    """A further page of this practice, linked beside the list: a route's name, an icon, words."""

    route: str
    icon: str
    label: Words


@dataclass(frozen=True, kw_only=True)
class Told:
    """A practice in words. ``singular`` stands inside sentences; ``kind`` names the field that a line shows in words.

    plural, singular, icon : its names
    lede : one sentence under the heading of the list
    add : on the button that leads to a new one
    ask : the heading of the form
    example, invite : an invented first entry, and the sentence that invites
    states : state to its words and the colour of its tag ("", "moss", "clay" or "none")
    moves, taps : by the name of the move or tap
    """

    plural: Words
    singular: Words
    icon: str
    lede: Words = ""
    add: Words = ""
    ask: Words = ""
    example: Words = ""
    invite: Words = ""
    kind: str = ""
    states: Mapping[str, tuple[Words, str]] = field(default_factory=dict)
    moves: Mapping[str, Done] = field(default_factory=dict)
    taps: Mapping[str, Done] = field(default_factory=dict)
