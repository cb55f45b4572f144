"""What an incident holds."""

from troth.practices.content import content, tidy_text, write_back
from troth.safety import SignKind, Toward

MOST_NOTE = 4_000


@content
class Incident:
    """One moment that hurt or frightened.

    kind : what happened, in the gate's words
    toward : ``other`` where it was mine, ``me`` where it was done to me
    note : in the writer's own words
    """

    kind: SignKind
    toward: Toward
    note: str = ""

    def __post_init__(self) -> None:
        write_back(self, note=tidy_text(self.note, field="note", most=MOST_NOTE))
