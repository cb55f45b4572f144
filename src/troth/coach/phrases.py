"""Which short phrases of one's own come again and again in hurtful sentences. Counted within a fixed room."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from troth.coach.folding import WORD, folded
from troth.coach.patterns import COMMON

SHORTEST, LONGEST = 2, 6
MOST_KEPT, MOST_WORDS, LONGEST_WORD = 40_000, 60, 30
LEAST_TIMES, MOST_SHOWN, LEAST_HURTFUL, MOST_SHARED = 3, 10, 0.5, 0.6
# Words that say nothing by themselves, however often.
EMPTY: Final = COMMON | frozenset(
    [
        *(
            "i'm",
            "i've",
            "i'd",
            "i'll",
            "you're",
            "you've",
            "you'd",
            "you'll",
            "it's",
            "that's",
            "he's",
            "she's",
        ),
        *(
            "have",
            "has",
            "had",
            "been",
            "will",
            "would",
            "can",
            "could",
            "did",
            "does",
            "get",
            "got",
            "go",
            "going",
        ),
        *(
            "there",
            "this",
            "these",
            "what",
            "when",
            "then",
            "than",
            "from",
            "by",
            "as",
            "we're",
            "they're",
            "really",
        ),
    ]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Own words that recur in hurtful sentences: how often, and the mark they carry most.

    words : folded, hidden from reprs
    """

    words: str = field(repr=False)
    count: int
    mark: str


class Phrases:
    """Counts runs of two to six words in hurtful sentences, and how often they stand elsewhere.

    Where the room is full, what came once is forgotten (lossy counting: Manku and Motwani, VLDB 2002), so that a
    phrase may be missed but none is invented.
    """

    def __init__(self) -> None:
        self._hurtful: Counter[str] = Counter()
        self._elsewhere: Counter[str] = Counter()
        self._marks: dict[str, Counter[str]] = {}

    def add(self, sentence: str, marks: Sequence[str]) -> None:
        """Count one sentence, with its hurtful marks or none."""
        runs = _runs(sentence)
        if not marks:
            self._elsewhere.update(run for run in runs if run in self._hurtful)
            return
        for run in runs:
            self._hurtful[run] += 1
            self._marks.setdefault(run, Counter()).update(marks)
        if len(self._hurtful) > MOST_KEPT:
            self._forget()

    def found(self) -> tuple[Phrase, ...]:
        """Give the most frequent; a shorter one that stands within a longer one as often is left out."""
        often = [
            (run, count)
            for run, count in self._hurtful.items()
            if count >= LEAST_TIMES and count >= LEAST_HURTFUL * (count + self._elsewhere[run])
        ]
        often.sort(key=lambda one: (-one[1], -len(one[0]), one[0]))
        whole: list[tuple[str, int]] = []
        for run, count in sorted(often, key=lambda one: (-one[0].count(" "), -one[1])):
            if not any(_is_part(run, longer) and count < 1.5 * times for longer, times in whole):
                whole.append((run, count))
        whole.sort(key=lambda one: (-one[1], one[0]))
        return tuple(
            Phrase(run, count, self._marks[run].most_common(1)[0][0]) for run, count in whole[:MOST_SHOWN]
        )

    def _forget(self) -> None:
        least = 1
        while len(self._hurtful) > MOST_KEPT // 2:
            for run in [run for run, count in self._hurtful.items() if count <= least]:
                del self._hurtful[run], self._marks[run]
                self._elsewhere.pop(run, None)
            least += 1


def _runs(sentence: str) -> set[str]:
    words = [word for word in WORD.findall(folded(sentence))[:MOST_WORDS] if len(word) <= LONGEST_WORD]
    return {
        " ".join(words[start : start + long])
        for long in range(SHORTEST, LONGEST + 1)
        for start in range(len(words) - long + 1)
        if _says(words[start : start + long])
    }


def _says(words: Iterable[str]) -> bool:
    return any(word not in EMPTY and len(word) > 2 for word in words)


def _is_part(short: str, long: str) -> bool:
    """Say whether most words of one stand in the other, as in two pieces of the same sentence."""
    words = short.split()
    return sum(word in long.split() for word in words) >= MOST_SHARED * len(words)
