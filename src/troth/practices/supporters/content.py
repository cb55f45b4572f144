"""What the map holds about one who supports, and what a contact asks for."""

from datetime import date
from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back
from troth.practices.errors import BadContent

MOST_NAME = 120
MOST_NOTE = 2_000
Who = Literal["friend", "family", "colleague", "professional", "group", "other"]
Closeness = Literal["close", "middle", "wide"]
GoodFor = Literal["listens", "practical", "fun", "advice", "stays_over", "knows_danger"]
WHO: tuple[Who, ...] = get_args(Who)
CLOSENESS: tuple[Closeness, ...] = get_args(Closeness)
GOOD_FOR: tuple[GoodFor, ...] = get_args(GoodFor)


@content
class Supporter:
    """One person or group that holds the writer up.

    name : as the writer calls them
    who : friend, family, colleague, professional, group, or other
    closeness : in which ring they stand
    last_contact : the day of the last contact, or ``None``
    good_for : what the writer can turn to them for, each once
    note : in their own words
    """

    name: str
    who: Who
    closeness: Closeness
    last_contact: date | None = None
    good_for: tuple[GoodFor, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        write_back(
            self,
            name=tidy_text(self.name, field="name", least=1, most=MOST_NAME),
            note=tidy_text(self.note, field="note", most=MOST_NOTE),
        )
        if len(set(self.good_for)) != len(self.good_for):
            raise BadContent("good_for", "each kind once", reason="same")


@content
class Contact:
    """Given with *contact*: the day of it, in the writer's zone."""

    on: date
