"""What a sign holds: one moment that I noticed, plainly, and what else it may mean."""

from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back

MOST = 2_000
Belief = Literal[
    "ill_intent", "never_safe", "afraid_to_connect", "no_vulnerability", "hard_and_lonely", "low_worth"
]
Behaviour = Literal["withdraws", "lashes_out", "hard_to_engage", "suspicious_after_explaining"]
Kind = Literal[Belief, Behaviour]
Helped = Literal["", "yes", "a_little", "no"]
BELIEFS: tuple[Belief, ...] = get_args(Belief)
BEHAVIOURS: tuple[Behaviour, ...] = get_args(Behaviour)
KINDS: tuple[Kind, ...] = get_args(Kind)
HELPED: tuple[Helped, ...] = get_args(Helped)
TEXTS = ("maybe", "did")


@content
class Noticed:
    """One moment in which mistrust may have spoken. It is about the moment, never about the person.

    kind : a belief that it sounded like, or something that was done
    saw : what I saw or heard, plainly; without it a kind would be a label
    maybe : what else it may mean
    did : what I did
    helped : whether that helped; empty while it is not said
    """

    kind: Kind
    saw: str
    maybe: str = ""
    did: str = ""
    helped: Helped = ""

    def __post_init__(self) -> None:
        tidied = {name: tidy_text(getattr(self, name), field=name, most=MOST) for name in TEXTS}
        write_back(self, saw=tidy_text(self.saw, field="saw", least=1, most=MOST), **tidied)
