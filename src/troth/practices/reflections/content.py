"""What a reflection holds."""

from troth.practices.content import content, tidy_text, write_back
from troth.practices.errors import BadContent
from troth.practices.step_files import CARD_KEYS, STEP_KEYS

MOST_ANSWER = 4_000


@content
class Reflection:
    """An answer to the question of a step or card.

    step : key of the step (``a1`` to ``a13``) or card (``b1`` to ``b12``)
    answer : in the writer's own words
    """

    step: str
    answer: str

    def __post_init__(self) -> None:
        if self.step not in (*STEP_KEYS, *CARD_KEYS):
            raise BadContent("step", "a step from a1 to a13 or a card from b1 to b12")
        write_back(self, answer=tidy_text(self.answer, field="answer", least=1, most=MOST_ANSWER))
