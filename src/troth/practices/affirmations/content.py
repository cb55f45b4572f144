"""What an affirmation holds."""

from typing import Literal, get_args

from troth.practices.affirmations.empty import is_empty_reassurance
from troth.practices.content import content, tidy_text, write_back

MOST_WORDS = 500
Rhythm = Literal[2, 3, 7, 14]
RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)


@content
class Affirmation:
    """Words that the writer wants to say again and again.

    words : in their own voice
    every_days : days between one time and the next; ``None`` is whenever it comes to mind
    """

    words: str
    every_days: Rhythm | None = None

    def __post_init__(self) -> None:
        write_back(self, words=tidy_text(self.words, field="words", least=1, most=MOST_WORDS))

    @property
    def is_empty(self) -> bool:
        """Whether the words ask for trust or calm instead of giving a ground; for the writer's page, never stored."""
        return is_empty_reassurance(self.words)
