"""One entry of each practice, as the tests write them: plain contents, tied where a practice asks for a tie."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from tests.people import Someone
from troth import practices
from troth.practices import Link
from troth.practices.affirmations import Affirmation
from troth.practices.asks import Ask
from troth.practices.boundaries import Boundary
from troth.practices.checkins import Checkin
from troth.practices.crossings import Crossing
from troth.practices.efforts import Effort
from troth.practices.habits import Counted, CountedMonth
from troth.practices.headsups import Headsup
from troth.practices.heldback import Heldback
from troth.practices.incidents import Incident
from troth.practices.jealousy import Check
from troth.practices.listenings import Listening
from troth.practices.milestones import Milestone
from troth.practices.occurrences import Occurrence
from troth.practices.origins import Origin
from troth.practices.paces import Pace
from troth.practices.plans import Plan
from troth.practices.promises import Promise
from troth.practices.questionnaires import Answered
from troth.practices.reflections import Reflection
from troth.practices.rehearsals import Rehearsed
from troth.practices.repairs import Repair
from troth.practices.replies import Reply
from troth.practices.rests import Rest
from troth.practices.safety_plans import SafetyPlan
from troth.practices.signs import Noticed
from troth.practices.stepbacks import StepBack
from troth.practices.supporters import Supporter
from troth.practices.talks import Talk
from troth.practices.thoughts import Thought
from troth.practices.triggers import Trigger
from troth.practices.wins import Win
from troth.store.actions import entries
from troth.store.models import Entry
from troth.store.queries import entries as queries

PLAIN = {
    "affirmations": Affirmation(words="I like how you laugh at the radio"),
    "asks": Ask(question="What helps you on a hard day?"),
    "rehearsals": Rehearsed(words="I will ring you at seven"),
    "boundaries": Boundary(whose="mine", wording="My phone stays mine"),
    "checkins": Checkin(felt_trust=6, role="supporter", note="A calm evening"),
    "efforts": Effort(kind="stayed", what="Stayed in the room"),
    "habits": Counted(
        months=(
            CountedMonth(
                month="2026-05", messages=41, sentences=60, helps=9, hurts=7, marks={"ask": 9, "fix": 7}
            ),
        )
    ),
    "headsups": Headsup(what="Dinner with the team on Thursday", kind="plan"),
    "heldback": Heldback(what="That I spoke to my sister about it"),
    "incidents": Incident(kind="questions", toward="other", note="Asked twice where they were"),
    "jealousy": Check(over_days=7, answers={"doubt": 1}, note="A quiet week"),
    "listenings": Listening(said="That Sundays are long"),
    "milestones": Milestone(what="A whole month without a search"),
    "occurrences": Occurrence(note="The door was shut loudly"),
    "origins": Origin(kind="lies", known="told", words="Told at the lake"),
    "paces": Pace(pace="gentle"),
    "plans": Plan(when="the phone rings late", please="say who it is"),
    "questionnaires": Answered(
        instrument="troth-strain", version="1.0", title="Strain of supporting", items=6, answers={"1": 2}
    ),
    "reflections": Reflection(step="a4", answer="Slow steps on the stairs"),
    "replies": Reply(of=UUID(int=9), digest="0f" * 32, practice="plans", said="yes", note="By all means"),
    "rests": Rest(what="An hour by the river", kind="alone"),
    "safety_plans": SafetyPlan(safe_places="Two doors down"),
    "signs": Noticed(kind="withdraws", saw="Went to bed at seven"),
    "stepbacks": StepBack(safe="yes", change="One evening a week for me"),
    "supporters": Supporter(name="Mira", who="friend", closeness="close"),
    "talks": Talk(heard="That silence is worse than a no"),
    "thoughts": Thought(situation="No answer at noon", thought="It is over"),
    "triggers": Trigger(what="A late call"),
    "wins": Win(what="They told me a fear", kind="told_fear"),
}


def an_entry_of(name: str, *, by: Someone, at: datetime | None = None) -> Entry:
    """Write one entry of this practice, with what it has to be tied to."""
    at = at or datetime.now(UTC)
    if name == "promises":
        due = (at + timedelta(days=1)).replace(second=0, microsecond=0)
        return _write(
            name, Promise(wording="Ring from the station", due=due, size="small", made_at=at), by, at
        )
    if name == "repairs":
        about = Link(to=_missed(by, at), as_="about")
        return _write(name, Repair(regret="Sorry"), by, at, about)
    if name == "crossings":
        about = Link(to=an_entry_of("boundaries", by=by, at=at).id, as_="about")
        return _write(name, Crossing(outcome="held", note="Said it calmly"), by, at, about)
    return _write(name, PLAIN[name], by, at)


def _write(name: str, content: object, by: Someone, at: datetime, *links: Link) -> Entry:
    document = practices.start(name, content, at=at, on=_day(at), links=links)
    bond = None if practices.named(name).personal else by.bond
    return entries.add(me=by.me, bond=bond, document=document)


def _missed(by: Someone, at: datetime) -> UUID:
    promise = an_entry_of("promises", by=by, at=at - timedelta(days=2))
    opened = queries.one(by.me, promise.id)
    missed = practices.move(opened.document, "miss", at=at)
    entries.save(me=by.me, id=promise.id, version=1, document=missed)
    return promise.id


def _day(at: datetime) -> date:
    return at.date()
