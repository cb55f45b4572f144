"""What a note on a talk of two holds: only the writer's own side of it."""

from troth.practices.content import content, tidy_text, write_back

MOST = 2_000
TEXTS = ("said", "next_time")


@content
class Talk:
    """What stays with one of the two after a talk.

    heard : what I heard, in my words
    said : what I said, and how it came out
    next_time : what I want to try in the next one
    """

    heard: str
    said: str = ""
    next_time: str = ""

    def __post_init__(self) -> None:
        tidied = {name: tidy_text(getattr(self, name), field=name, most=MOST) for name in TEXTS}
        write_back(self, heard=tidy_text(self.heard, field="heard", least=1, most=MOST), **tidied)
