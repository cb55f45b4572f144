"""The coach: reads a message of its own user before it is sent, names thinking traps, notices danger."""

from troth.coach.answers import Balance, Mark, Plan, Rehearsal, Reminder, Sentence, Trap
from troth.coach.danger import Flag, danger
from troth.coach.exports import (
    BadExport,
    OwnMessage,
    Reading,
    Skipped,
    WhichFormat,
    WhichOrder,
    WhoIsWho,
    read_export,
)
from troth.coach.gentler import gentler_ways
from troth.coach.habits import Habits, Month, Moved, habits, month_of, moved
from troth.coach.listening import Advice, Listening, listening
from troth.coach.names import FLAGS, HELPS, HURTS, MARKS, TRAPS
from troth.coach.phrases import Phrase
from troth.coach.rehearsal import rehearse, rehearse_many
from troth.coach.sentences import Span, sentences
from troth.coach.shares import Share
from troth.coach.thoughts import traps
from troth.coach.vignettes import Vignette, vignettes

__all__ = [
    "FLAGS", "HELPS", "HURTS", "MARKS", "TRAPS", "Advice", "BadExport", "Balance", "Flag", "Habits", "Listening", "Mark",
    "Month", "Moved", "OwnMessage", "Phrase", "Plan", "Reading", "Rehearsal", "Reminder", "Sentence", "Share", "Skipped",
    "Span", "Trap", "Vignette", "WhichFormat", "WhichOrder", "WhoIsWho", "danger", "gentler_ways", "habits", "listening",
    "month_of", "moved", "read_export", "rehearse", "rehearse_many", "sentences", "traps", "vignettes",
]  # fmt: skip
