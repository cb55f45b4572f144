"""What a safety plan holds: eight parts, any of which may stay empty."""

from troth.practices.content import content, tidy_text, write_back
from troth.practices.errors import BadContent

MOST = 4_000
PARTS = ("warning_signs", "safe_places", "people", "things", "code_word", "digital", "steps", "afterwards")


@content
class SafetyPlan:
    """A plan made in a calm hour for one that is not.

    warning_signs : how I notice that it may get dangerous
    safe_places : where I can go, inside and out
    people : whom I can call, and what they know
    things : what I would take
    code_word : a word that tells someone I need help
    digital : devices, places that are shared, passwords
    steps : how I would leave, step by step
    afterwards : what I do in the days after
    """

    warning_signs: str = ""
    safe_places: str = ""
    people: str = ""
    things: str = ""
    code_word: str = ""
    digital: str = ""
    steps: str = ""
    afterwards: str = ""

    def __post_init__(self) -> None:
        write_back(self, **{part: tidy_text(getattr(self, part), field=part, most=MOST) for part in PARTS})
        if not any(getattr(self, part) for part in PARTS):
            raise BadContent("warning_signs", "some words in one part at least", reason="empty")
