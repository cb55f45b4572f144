"""What a reframe and a thought record hold."""

from typing import Literal, get_args

from troth.practices.content import Percent, content, tidy_text, write_back
from troth.practices.errors import BadContent

MOST_SHORT = 1_000
MOST_WORDS = 4_000
MOST_NAME = 60
MOST_FEELINGS = 6
Kind = Literal["reframe", "record"]
Trap = Literal[
    "mind_reading",
    "all_or_nothing",
    "catastrophe",
    "personalising",
    "fortune_telling",
    "rules",
    "filter",
    "labelling",
    "feeling_as_fact",
    "discounting",
    "overgeneralising",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
TRAPS: tuple[Trap, ...] = get_args(Trap)


@content
class Feeling:
    """One feeling: its name, how strong it was, and how strong it is after the work; per cent."""

    name: str
    strength: Percent
    after: Percent | None = None

    def __post_init__(self) -> None:
        write_back(self, name=tidy_text(self.name, field="name", least=1, most=MOST_NAME))


@content
class Thought:
    """One thought, and what was found when it was looked at.

    kind : a reframe is about something that they did; a record is about any situation
    situation, thought : what happened; what went through the mind
    belief, belief_after : how true it felt, and feels after the work, in per cent; blanks stay blank
    feelings : up to six, each name once
    traps : thinking traps that the writer chose, each once; nobody else decides them
    passed : traps that were suggested and that the writer passed by, each once
    evidence_for, evidence_against : what speaks for the thought, and what against it
    other_reasons : what else it may be
    balanced : the thought that takes all of it in
    """

    situation: str
    thought: str
    kind: Kind = "record"
    belief: Percent | None = None
    feelings: tuple[Feeling, ...] = ()
    traps: tuple[Trap, ...] = ()
    evidence_for: str = ""
    evidence_against: str = ""
    other_reasons: str = ""
    balanced: str = ""
    belief_after: Percent | None = None
    passed: tuple[Trap, ...] = ()

    def __post_init__(self) -> None:
        write_back(
            self,
            situation=tidy_text(self.situation, field="situation", least=1, most=MOST_WORDS),
            thought=tidy_text(self.thought, field="thought", least=1, most=MOST_SHORT),
            evidence_for=tidy_text(self.evidence_for, field="evidence_for", most=MOST_WORDS),
            evidence_against=tidy_text(self.evidence_against, field="evidence_against", most=MOST_WORDS),
            other_reasons=tidy_text(self.other_reasons, field="other_reasons", most=MOST_WORDS),
            balanced=tidy_text(self.balanced, field="balanced", most=MOST_WORDS),
        )
        _refuse_feelings(self.feelings)
        for name, traps in (("traps", self.traps), ("passed", self.passed)):
            if len(set(traps)) != len(traps):
                raise BadContent(name, "each trap once", reason="same")


def _refuse_feelings(feelings: tuple[Feeling, ...]) -> None:
    if len(feelings) > MOST_FEELINGS:
        raise BadContent("feelings", f"at most {MOST_FEELINGS}, got {len(feelings)}", reason="long")
    if len({feeling.name.casefold() for feeling in feelings}) != len(feelings):
        raise BadContent("feelings", "each feeling once", reason="same")
