"""What a rehearsal holds: the words that I mean to send, and nothing of what was said about them."""

from troth.practices.content import content, tidy_text, write_back

MOST = 10_000


@content
class Rehearsed:
    """A message that I may send.

    words : the message, in my words; what the other wrote before is never part of it
    """

    words: str

    def __post_init__(self) -> None:
        write_back(self, words=tidy_text(self.words, field="words", least=1, most=MOST))
