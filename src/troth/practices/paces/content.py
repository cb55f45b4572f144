"""What a pace holds: one word, and no reason."""

from typing import Literal, get_args

from troth.practices.content import content

How = Literal["fast", "gentle", "pause"]
HOWS: tuple[How, ...] = get_args(How)


@content
class Pace:
    """How fast it may go, from now on. There is no field for a reason, so that none can be asked for.

    pace : ``fast`` (as it comes), ``gentle`` (small and slow), ``pause`` (quiet for now)
    """

    pace: How
