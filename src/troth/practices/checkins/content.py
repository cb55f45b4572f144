"""What a check-in holds: up to four answers about the writer's own feeling, and a note."""

from troth.practices.content import Points, content, tidy_text, write_back
from troth.practices.errors import BadContent
from troth.values import SCALES, Role, Scale

MOST_NOTE = 4_000


@content
class Checkin:
    """How it is today, from 0 to 10. Never about what the other feels.

    felt_trust : for a supporter how much they felt trusted, for the person how much trust they felt
    closeness, safety, energy : how close, how safe, how much energy the writer felt
    note : in their own words
    role : which side the writer is on; it fixes which question *felt trust* was
    """

    role: Role
    felt_trust: Points | None = None
    closeness: Points | None = None
    safety: Points | None = None
    energy: Points | None = None
    note: str = ""

    def __post_init__(self) -> None:
        write_back(self, note=tidy_text(self.note, field="note", most=MOST_NOTE))
        if not self.note and not answered(self):
            raise BadContent("felt_trust", "one answer or a note at least", reason="empty")


def answered(checkin: Checkin) -> tuple[tuple[Scale, int], ...]:
    """List the answers that were given.

    Parameters
    ----------
    checkin : the content

    Returns
    -------
    tuple : pairs of scale and points, in the order of the scales; a blank is left out, never filled in

    Raises
    ------
    Nothing.

    Source
    ------
    Our choice: a blank is a blank (``lesson.md`` beside this file).

    Examples
    --------
    >>> answered(Checkin(energy=3, felt_trust=0, role="person"))
    (('felt_trust', 0), ('energy', 3))
    """
    pairs = ((scale, getattr(checkin, scale)) for scale in SCALES)
    return tuple((scale, points) for scale, points in pairs if points is not None)
