"""What a repair holds: an apology in six parts, written for one miss."""

from troth.practices.content import content, tidy_text, write_back

MOST = 2_000
PARTS = ("regret", "what_happened", "responsibility", "change", "offer", "forgiveness")
# Asking for forgiveness matters least of the six and can press the other: it may stay empty.
OBLIGATORY = PARTS[:5]


@content
class Repair:
    """An apology in six parts (Lewicki, Polin & Lount 2016).

    regret : that I am sorry
    what_happened : how it came about, without excuse
    responsibility : that it was mine
    change : what I will do differently
    offer : what I offer to make good
    forgiveness : asking to be forgiven, if at all
    """

    regret: str = ""
    what_happened: str = ""
    responsibility: str = ""
    change: str = ""
    offer: str = ""
    forgiveness: str = ""

    def __post_init__(self) -> None:
        write_back(self, **{part: tidy_text(getattr(self, part), field=part, most=MOST) for part in PARTS})


def missing_parts(repair: Repair) -> tuple[str, ...]:
    """List the parts that an apology still needs.

    Parameters
    ----------
    repair : the content

    Returns
    -------
    tuple : names of the obligatory parts that are empty, in their order; empty when it is whole

    Raises
    ------
    Nothing.

    Source
    ------
    Lewicki, Polin & Lount 2016: more of the parts work better; asking for forgiveness matters least.

    Examples
    --------
    >>> missing_parts(Repair(regret="I am sorry.", responsibility="It was mine."))
    ('what_happened', 'change', 'offer')
    """
    return tuple(part for part in OBLIGATORY if not getattr(repair, part))
