"""What each practice holds, its life cycle and its lesson; and the mechanism that they plug into."""

from troth.practices.content import Moment, Percent, Points, content, tidy_moment, tidy_text, write_back
from troth.practices.document import Document, Fact, Foreign, Happening, Line, LineFact, Link, Step
from troth.practices.errors import (
    BadContent,
    BadDocument,
    BadPractice,
    MoveRefused,
    NotShareable,
    PracticeError,
    Reason,
    UnknownPractice,
)
from troth.practices.guarding import gate_of, guards, is_recent
from troth.practices.lessons import Lesson, Source, lesson
from troth.practices.lifecycle import edit, move, open_moves, start
from troth.practices.plug import Move, Practice, Reading
from troth.practices.readers import reader_of
from troth.practices.reading import due_of, line_of, readings_of
from troth.practices.recap import Recap, recap
from troth.practices.registry import named, names, register, unregister
from troth.practices.search import Search, matches
from troth.practices.sharing import Copy, Portion, copy_of, digest_of, offered, read_copy
from troth.practices.wire import decode, encode, from_plain, practice_of, to_plain

__all__ = [
    "BadContent",
    "BadDocument",
    "BadPractice",
    "Copy",
    "Document",
    "Fact",
    "Foreign",
    "Happening",
    "Lesson",
    "Line",
    "LineFact",
    "Link",
    "Moment",
    "Move",
    "MoveRefused",
    "NotShareable",
    "Percent",
    "Points",
    "Portion",
    "Practice",
    "PracticeError",
    "Reading",
    "Reason",
    "Recap",
    "Search",
    "Source",
    "Step",
    "UnknownPractice",
    "content",
    "copy_of",
    "decode",
    "digest_of",
    "due_of",
    "edit",
    "encode",
    "from_plain",
    "gate_of",
    "guards",
    "is_recent",
    "lesson",
    "line_of",
    "matches",
    "move",
    "named",
    "names",
    "offered",
    "open_moves",
    "practice_of",
    "read_copy",
    "reader_of",
    "readings_of",
    "recap",
    "register",
    "start",
    "tidy_moment",
    "tidy_text",
    "to_plain",
    "unregister",
    "write_back",
]
