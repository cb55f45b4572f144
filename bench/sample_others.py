"""The practices that the sample's round leaves open: what one entry of each holds, with invented words."""

from collections.abc import Callable
from typing import Any

from troth.practices.affirmations import Affirmation
from troth.practices.asks import Ask
from troth.practices.boundaries import Boundary
from troth.practices.efforts import Effort
from troth.practices.headsups import Headsup
from troth.practices.heldback import Heldback
from troth.practices.incidents import Incident
from troth.practices.jealousy import Check
from troth.practices.listenings import Listening
from troth.practices.milestones import Milestone
from troth.practices.occurrences import Occurrence
from troth.practices.origins import Origin
from troth.practices.plans import Plan
from troth.practices.questionnaires import Answered
from troth.practices.reflections import Reflection
from troth.practices.rests import Rest
from troth.practices.safety_plans import SafetyPlan
from troth.practices.signs import Noticed
from troth.practices.stepbacks import StepBack
from troth.practices.supporters import Supporter
from troth.practices.thoughts import Thought
from troth.practices.triggers import Trigger

# What is written once and then kept, not again and again: a dozen of each in all those years.
LASTING = frozenset({"triggers", "boundaries", "supporters", "safety_plans", "origins", "plans"})
A_DOZEN = 12
Words = Callable[[int, int], str]
# None of them moves the gate: a closed gate would make Today shorter than it is for most.
OTHERS: tuple[tuple[str, Callable[[Words], Any]], ...] = (
    ("efforts", lambda words: Effort(kind="stayed", what=words(3, 9))),
    ("occurrences", lambda words: Occurrence(note=words(3, 12))),
    ("affirmations", lambda words: Affirmation(words=words(4, 12))),
    ("headsups", lambda words: Headsup(what=words(4, 9), kind="plan")),
    ("thoughts", lambda words: Thought(situation=words(6, 14), thought=words(4, 12))),
    ("signs", lambda words: Noticed(kind="withdraws", saw=words(4, 12))),
    ("rests", lambda words: Rest(what=words(2, 6), kind="alone")),
    ("listenings", lambda words: Listening(said=words(6, 20))),
    ("reflections", lambda words: Reflection(step="a4", answer=words(6, 30))),
    ("asks", lambda words: Ask(question=words(4, 10))),
    ("triggers", lambda words: Trigger(what=words(3, 8))),
    ("plans", lambda words: Plan(when=words(3, 8), please=words(3, 8))),
    ("origins", lambda words: Origin(kind="lies", known="told", words=words(4, 16))),
    ("boundaries", lambda words: Boundary(whose="mine", wording=words(3, 8))),
    ("milestones", lambda words: Milestone(what=words(3, 9))),
    ("heldback", lambda words: Heldback(what=words(4, 12))),
    ("supporters", lambda words: Supporter(name=words(1, 1), who="friend", closeness="close")),
    ("incidents", lambda words: Incident(kind="questions", toward="other", note=words(3, 9))),
    ("jealousy", lambda words: Check(over_days=7, answers={"doubt": 1}, note=words(2, 6))),
    ("stepbacks", lambda words: StepBack(safe="yes", change=words(4, 9))),
    ("safety_plans", lambda words: SafetyPlan(safe_places=words(4, 9))),
    ("questionnaires", lambda words: Answered(instrument="troth-strain", version="1.0", title="Strain", items=6,
                                              answers={"1": 2, "2": 1}, note=words(1, 5))),
)  # fmt: skip
