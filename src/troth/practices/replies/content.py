"""What a reply holds: about which copy, in which wording, and what is said to it."""

import re
from typing import Literal, get_args
from uuid import UUID

from troth.practices.content import content, tidy_text, write_back
from troth.practices.errors import BadContent

MOST = 500
Said = Literal["yes", "kept", "partly", "missed"]
SAID: tuple[Said, ...] = get_args(Said)
WORDS: tuple[Said, ...] = SAID[1:]
PROMISES = "promises"
AGREEABLE = ("plans", "triggers", "boundaries", PROMISES)
DIGEST = re.compile(r"[0-9a-f]{64}")


@content
class Reply:
    """Something said to one copy that the other gave. It changes nothing of theirs.

    of : the entry of the other that the copy was made of
    digest : which wording it is about (``digest_of`` of the copy)
    practice : of which kind that entry is, one of ``AGREEABLE``
    said : ``yes``; or, of a promise only, my word on it: ``kept``, ``partly``, ``missed``
    note : a sentence to it; may stay empty
    """

    of: UUID
    digest: str
    practice: str
    said: Said
    note: str = ""

    def __post_init__(self) -> None:
        if self.practice not in AGREEABLE:
            raise BadContent("practice", f"one of {', '.join(AGREEABLE)}")
        if self.said in WORDS and self.practice != PROMISES:
            raise BadContent("said", "yes; a word on how it was kept belongs to a promise")
        if not isinstance(self.digest, str) or not DIGEST.fullmatch(self.digest):
            raise BadContent("digest", "64 hexadecimal digits")
        write_back(self, note=tidy_text(self.note, field="note", most=MOST))
