"""The coach: reads a message of its own user before it is sent, names thinking traps, notices danger."""

from troth.coach.answers import Balance, Mark, Plan, Rehearsal, Reminder, Sentence, Trap
from troth.coach.danger import Flag, danger
from troth.coach.names import FLAGS, HELPS, HURTS, MARKS, TRAPS
from troth.coach.rehearsal import rehearse, rehearse_many
from troth.coach.sentences import Span, sentences
from troth.coach.thoughts import traps

__all__ = [
    "FLAGS", "HELPS", "HURTS", "MARKS", "TRAPS", "Balance", "Flag", "Mark", "Plan", "Rehearsal", "Reminder", "Sentence",
    "Span", "Trap", "danger", "rehearse", "rehearse_many", "sentences", "traps",
]  # fmt: skip
