"""What a milestone holds."""

from troth.practices.content import content, tidy_text, write_back

MOST_WHAT = 1_000


@content
class Milestone:
    """Something that was got past. Nobody sets it but the writer: no count leads to one.

    what : in their own words
    """

    what: str

    def __post_init__(self) -> None:
        write_back(self, what=tidy_text(self.what, field="what", least=1, most=MOST_WHAT))
