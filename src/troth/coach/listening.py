"""Listen: read an answer to a vignette for what lets the other be heard and what gets in the way. No score."""

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from troth.coach import heard_words as said
from troth.coach.danger import Flag
from troth.coach.folding import WORD, spelled
from troth.coach.rehearsal import ENGLISH_ONLY, rehearse
from troth.coach.vignettes import Vignette

Heard = Literal["reflect", "validate", "ask", "fix", "defend", "minimise", "reassure-empty"]
Depth = Literal["none", "simple", "complex"]
DEPTHS: Final = ("none", "simple", "complex")
GOOD: Final[tuple[Heard, ...]] = ("reflect", "validate", "ask")
IN_THE_WAY: Final[tuple[Heard, ...]] = ("fix", "defend", "minimise", "reassure-empty")
LEXICAL: Final[tuple[tuple[Heard, re.Pattern[str]], ...]] = (
    ("fix", said.FIXING),
    ("defend", said.DEFENDING),
    ("minimise", said.MINIMISING),
    ("reassure-empty", said.REASSURING),
)
LONG, MANY_QUESTIONS, LEAST_SHARED, MUCH_ADDED = 60, 2, 2, 3
SURE: Final = (
    0.7  # from here on a mark of the model alone is believed; the reader's few words are no long letter
)
CHARGES: Final = frozenset(("blame", "contempt", "control", "pressure", "non-apology", "evade"))
OF_MYSELF: Final = frozenset(("i", "i'm", "i've", "i'd", "i'll", "me", "my"))

WELL: Final = {
    "complex-reflection": "You said back more than the words: a guess at what lies beneath. That is what being heard feels like.",
    "validation": "You took their feeling as understandable. That makes it easier to go on talking.",
    "simple-reflection": "You said back what they told you. They can hear that it arrived.",
    "question": "You asked in a way that lets them say more.",
    "choice": "You left them the choice of what would help.",
    "staying": "You showed that you are there, and asked for nothing back.",
    "near": "You stayed with what they spoke of.",
    "room": "You gave no advice and did not defend yourself. That leaves room.",
    "words": "You looked for words. That is where it begins.",
    "nothing": "Nothing is written yet. One short sentence is plenty.",
}
TRY: Final = {
    "fix": "Leave the advice for later, and first say back what you heard. Most people find their own way once they are heard.",
    "defend": "Leave your own side out of the first answer. It can come afterwards, when they feel heard.",
    "minimise": "Let it be as big as it is for them. You need not share the feeling to name it.",
    "reassure-empty": "Let the comforting wait. A feeling that was named needs less of it.",
    "gentle": "Leave out what may sound like a charge, and first say back what you heard. What hurts you can have its own talk.",
    "english": "I read English only, so I have nothing to say about this answer. Read it once as if it were said to you.",
    "reflect": "Try to say back what you heard, as a guess they may correct.",
    "deeper": "Go one step further than their words: what may they have felt, or wished for?",
    "fewer-questions": "One question is enough, and a guess at their feeling before it helps them answer.",
    "shorter": "Try it in one or two sentences, and leave the rest of the room to them.",
    "ask": "You could end with an open question, or simply wait.",
    "wait": "Say it, and then wait. What comes after the pause is often the important part.",
    "write": "Try a sentence that begins with “It sounds as if you …”.",
}


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing, by its name and in a sentence."""

    code: str
    say: str


@dataclass(frozen=True, slots=True)
class Listening:
    """What an answer does: one thing well done, one to try. Never a score.

    heard : what was found in it, each once; depth : of the reflection, as in motivational interviewing
    flags : words of danger; where there are any, the safety card comes before everything else
    """

    heard: tuple[Heard, ...]
    depth: Depth
    well: Advice
    attempt: Advice
    flags: tuple[Flag, ...] = field(default=(), repr=False)


def listening(vignette: Vignette, reply: str) -> Listening:
    """Read an answer to a vignette.

    Parameters
    ----------
    vignette : one of `vignettes`, or one's own
    reply : what the reader would say; any text, also none

    Returns
    -------
    Listening : what was heard in it, one thing well done, one to try

    Raises
    ------
    Nothing.

    Source
    ------
    Simple and complex reflections, and the pull towards putting things right: Miller, W. R. and Rollnick, S. (2013),
    Motivational Interviewing, 3rd ed., chapters 1 and 5; told apart as in Moyers, T. B. et al. (2016), J. Subst. Abuse
    Treat. 65, 36-42. What gets in the way: Gordon, T. (1970), Parent Effectiveness Training. The words are our own.

    Examples
    --------
    >>> from troth.coach.vignettes import vignettes
    >>> found = listening(vignettes()[0], "It sounds like you felt forgotten, with the table laid.")
    >>> found.depth, found.well.code, found.attempt.code
    ('complex', 'complex-reflection', 'ask')
    >>> listening(vignettes()[0], "My phone was flat. You should just ring me at work.").attempt.code
    'fix'
    """
    found = rehearse(reply, context=vignette.says)
    plain = [spelled(reply[one.start : one.end]) for one in found.sentences]
    marks = [
        {mark.mark for mark in one.marks if mark.side == "helps" or mark.by != "model" or mark.score >= SURE}
        for one in found.sentences
    ]
    theirs = _content(spelled(vignette.says))
    kinds = set[Heard]()
    depth: Depth = "none"
    for sentence, each in zip(plain, marks, strict=True):
        here, deep = _read(sentence, each, theirs)
        kinds |= here
        depth = deep if DEPTHS.index(deep) > DEPTHS.index(depth) else depth
    heard = tuple(kind for kind in (*GOOD, *IN_THE_WAY) if kind in kinds)
    words = WORD.findall(" ".join(plain))
    shared = len(theirs & _content(" ".join(plain)))
    marked = set[str]().union(*marks)
    well = _well(heard, depth, marked, shared=shared) if words else "nothing"
    attempt = _attempt(heard, depth, marked, words=len(words), questions=reply.count("?"))
    if found.summary == ENGLISH_ONLY:
        well, attempt = "words", "english"
    return Listening(heard, depth, Advice(well, WELL[well]), Advice(attempt, TRY[attempt]), found.flags)


def _read(sentence: str, marks: set[str], theirs: set[str]) -> tuple[set[Heard], Depth]:
    """Read one sentence: what gets in the way stands before what is meant well."""
    here = {kind for kind in IN_THE_WAY if kind in marks}
    refused = said.NOT_SO.search(sentence) is not None
    if not refused:
        here |= {kind for kind, words in LEXICAL if words.search(sentence)}
    if here or refused or marks & CHARGES or ("generalise" in marks and said.ALWAYS_YOU.search(sentence)):
        return here, "none"
    depth = _depth(sentence, marks, theirs)
    if depth != "none":
        here.add("reflect")
    if "validate" in marks or said.VALIDATING.search(sentence):
        here.add("validate")
    if "ask" in marks or said.ASKING.search(sentence):
        here.add("ask")
    return here, depth


def _depth(sentence: str, marks: set[str], theirs: set[str]) -> Depth:
    """A simple reflection stays near their words; a complex one adds a feeling or a meaning they did not say."""
    words = _content(sentence)
    shared, named = words & theirs, (words & said.FEELINGS) - theirs
    begins = said.REFLECTING.search(sentence) is not None
    if "?" in sentence:
        return "none" if not begins else "complex" if named else "simple" if shared else "none"
    if named and (begins or said.ABOUT_THEM.search(sentence)):
        return "complex"
    if "reflect" in marks or (begins and words) or said.ABOUT_THEM.search(sentence):
        return "complex" if begins and len(words - shared) > MUCH_ADDED else "simple" if words else "none"
    return "simple" if len(shared) >= LEAST_SHARED and OF_MYSELF.isdisjoint(sentence.split()) else "none"


def _content(text: str) -> set[str]:
    return {word for word in WORD.findall(text) if len(word) > 2 and word not in said.SMALL}


def _well(heard: tuple[str, ...], depth: Depth, marked: set[str], *, shared: int) -> str:
    """Choose one thing that is true of this answer."""
    if depth == "complex":
        return "complex-reflection"
    for kind, code in (("validate", "validation"), ("reflect", "simple-reflection"), ("ask", "question")):
        if kind in heard:
            return code
    for kind, code in (("lead", "choice"), ("affirm", "staying")):
        if kind in marked:
            return code
    if shared:
        return "near"
    return "words" if set(heard) & {"fix", "defend"} or marked & CHARGES else "room"


def _attempt(heard: tuple[Heard, ...], depth: Depth, marked: set[str], *, words: int, questions: int) -> str:
    """Choose one thing to try: what gets in the way first, then a step further."""
    if not words:
        return "write"
    if marked & CHARGES:
        return "gentle"
    for kind in IN_THE_WAY:
        if kind in heard:
            return kind
    if questions > MANY_QUESTIONS:
        return "fewer-questions"
    if depth == "none":
        return "reflect"
    if words > LONG:
        return "shorter"
    if depth == "simple":
        return "deeper"
    return "wait" if "ask" in heard else "ask"
