"""Ada's entries of the nine practices of understanding: one builder each, and any entry a person could write."""

from typing import Any

from hypothesis import strategies as st

from tests.practices.examples import ELSEWHERE, MADE, SUNDAY
from tests.practices.random_entries import anything, filled, moments
from troth.practices import Document, Link, start
from troth.practices.asks import WAYS, Ask
from troth.practices.boundaries import WHOSE, Boundary
from troth.practices.crossings import BY, OUTCOMES, Crossing
from troth.practices.listenings import SLIPS, Listening
from troth.practices.occurrences import HELPED, Occurrence
from troth.practices.origins import KNOWN, ORIGIN_KINDS, Origin
from troth.practices.plans import Plan
from troth.practices.signs import KINDS, Noticed
from troth.practices.triggers import Trigger

ABOUT = (Link(to=ELSEWHERE, as_="about"),)


def an_origin(**given: Any) -> Document[Origin]:
    return start("origins", Origin(**{"kind": "loss", "known": "told", **given}), at=MADE, on=SUNDAY)


def a_trigger(**given: Any) -> Document[Trigger]:
    return start("triggers", Trigger(**{"what": "A call that stays unanswered", **given}), at=MADE, on=SUNDAY)


def an_occurrence(*, links: tuple[Link, ...] = (), **given: Any) -> Document[Occurrence]:
    return start("occurrences", Occurrence(**given), at=MADE, on=SUNDAY, links=links)


def a_sign(**given: Any) -> Document[Noticed]:
    content = Noticed(**{"kind": "withdraws", "saw": "Read it twice and left the room", **given})
    return start("signs", content, at=MADE, on=SUNDAY)


def an_ask(**given: Any) -> Document[Ask]:
    return start("asks", Ask(**{"question": "What helps on a hard day?", **given}), at=MADE, on=SUNDAY)


def a_plan(**given: Any) -> Document[Plan]:
    fields = {"when": "a plan changes", "please": "tell me early", "never": "surprise me", **given}
    return start("plans", Plan(**fields), at=MADE, on=SUNDAY)


def a_listening(**given: Any) -> Document[Listening]:
    return start("listenings", Listening(**{"said": "That the week was long", **given}), at=MADE, on=SUNDAY)


def a_boundary(**given: Any) -> Document[Boundary]:
    fields = {"whose": "theirs", "wording": "No calls after ten", **given}
    return start("boundaries", Boundary(**fields), at=MADE, on=SUNDAY)


def a_crossing(**given: Any) -> Document[Crossing]:
    content = Crossing(**{"outcome": "crossed", "by": "me", **given})
    return start("crossings", content, at=MADE, on=SUNDAY, links=ABOUT)


hard_days = st.dates().map(lambda day: day.strftime("%m-%d"))
CONTENTS: dict[str, st.SearchStrategy[Any]] = {
    "origins": st.builds(
        Origin,
        kind=st.sampled_from(ORIGIN_KINDS),
        known=st.sampled_from(KNOWN),
        year=st.none() | st.integers(1900, 2100),
        age=st.none() | st.integers(0, 120),
        words=filled,
        what_helps_now=anything,
    ),
    "triggers": st.builds(
        Trigger,
        what=filled,
        early_signs=anything,
        helps=anything,
        worse=anything,
        plan=anything,
        hard_day=st.just("") | hard_days,
    ),
    "occurrences": st.builds(
        Occurrence, note=anything, did=anything, helped=st.sampled_from(HELPED), helps_next=anything
    ),
    "signs": st.builds(
        Noticed,
        kind=st.sampled_from(KINDS),
        saw=filled,
        maybe=anything,
        did=anything,
        helped=st.sampled_from(HELPED),
    ),
    "asks": st.builds(Ask, question=filled, answer=anything, way=st.sampled_from(WAYS)),
    "plans": st.builds(Plan, when=filled, please=anything, never=anything),
    "listenings": st.builds(
        Listening,
        said=filled,
        felt=anything,
        answered=anything,
        slipped=st.just(("none",)) | st.lists(st.sampled_from(SLIPS[:3])).map(tuple),
        next_time=anything,
    ),
    "boundaries": st.builds(Boundary, whose=st.sampled_from(WHOSE), wording=filled, if_crossed=anything),
    "crossings": st.builds(
        Crossing, outcome=st.sampled_from(OUTCOMES), by=st.sampled_from(BY), note=anything
    ),
}


@st.composite
def entries_of(draw: st.DrawFn, name: str) -> Document[Any]:
    """An entry of one of the nine, as a person could have begun it."""
    at = draw(moments)
    links = ABOUT if name == "crossings" else ()
    return start(name, draw(CONTENTS[name]), at=at, on=at.date(), links=links)
