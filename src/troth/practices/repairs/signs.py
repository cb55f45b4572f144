"""Words by which the six parts of an apology are known: English only, and never more than a hint."""

import re

_VERBS = (
    "did|said|told|came|went|forgot|broke|lied|hid|left|took|kept|made|let|lost|read|got|gave|threw|spoke|wrote|ran|drove|spent|chose|knew|"
    "saw|put|meant|thought|felt|stood|slept|shut|hit|cheated|rang|was|had|\\w{2,}ed"
)
# One's own act: "I said six", "I didn't ring", "I've been reading", "my doing".
ACT = re.compile(
    rf"\bi(?:'ve| have)?(?: (?:just|only|even|then|also|simply|never|always|really))?"
    rf" (?:{_VERBS}|didn't|did not|wasn't|was not|couldn't|wouldn't|hadn't|been \w+ing)\b"
)
OWN = re.compile(
    r"\b(?:my (?:fault|doing|part|mistake|choice|responsibility|own)|mine|i was wrong|it was wrong of me|i chose|i take responsibility|"
    r"i own|on me|nobody made me|no excuse|i had no right|that was me|it was me|down to me|up to me)\b"
)
EFFECT = re.compile(
    r"\b(?:you (?:were|was|had to|must have|waited|sat|stood|lay|worried|lost|stayed|ended up|thought|needed|trusted|counted|relied|planned|"
    r"cried|missed|found out)|you (?:felt|may feel|might feel|feel)|(?:hurt|left|let|made|kept|scared|frightened|shamed|embarrassed|"
    r"humiliated|worried|cost|put|failed|betrayed|lied to|did to|meant for|felt for|was for|is for|must be for) you|"
    r"your (?:trust|evening|day|night|feelings?|birthday|time|back)|(?:he|she|they) (?:were|was|had to|waited|felt|must have|sat|worried)|"
    r"(?:hurt|left|let|made|scared|worried) (?:him|her|them))\b"
)
IF_HURT = re.compile(
    r"\bif (?:i|it|that|this|anything|something|my words)(?: \w+){0,4} (?:hurt|upset|offend|bother|wrong)|\bif you(?:'re| are| were| was| felt| feel| got)\b"
)
REGRET = re.compile(
    r"\b(?:sorry|apologi[sz]e|apology|regret|ashamed|wish i (?:had|hadn't)|i wish i'd|feel (?:bad|awful|terrible))\b"
)
TURNED = re.compile(
    r"\bsorry (?:that )?(?:you (?:feel|felt|think|thought|took|take|see it|got|are (?:upset|hurt|angry|offended)|were (?:upset|hurt|offended))|"
    r"you're (?:upset|hurt|angry)|for how you (?:took|see|saw|feel|felt))"
)
SORRY_BUT = re.compile(r"\b(?:sorry|apologi[sz]e)\b[^.!?]{0,80}\bbut\b")
BUT = re.compile(
    r"(?:,| )but\b|\bbut (?:you|i only|it)\b|\bif you (?:had|hadn't|would|wouldn't|didn't|weren't)\b"
)
AHEAD = re.compile(
    r"\b(?:i'll|i will|i'm going to|i am going to|i'm not going to|i won't|i will not|from now on|next time|tomorrow|tonight|today|before i|when i|"
    r"i can|let me|i set|i've set|i have set|i've (?:put|asked|booked|bought|paid)|each|every|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\d"
)
VAGUE = re.compile(
    r"\b(?:(?:i'll|i will|i'm going to|i can) )?(?:really )?(?:try (?:to )?)?(?:do|be|try|get|act)? ?"
    r"(?:better|harder|different|differently|more careful|make it up to you|change)\b(?: (?:from now on|next time|in future))?"
)
_TIED = re.compile(
    r"\b(?:don't|do not|needn't|need not|never|not|nobody|no need|without|wouldn't)\b[^.!?]{0,40}\b(?:forgive|forgiven|forgiveness|move on|over it)\b"
)
_ASKED = re.compile(
    r"\b(?:forgive me|(?:can|could|will|would|won't|please|have to|need to|must|should|ought to) (?:you )?(?:please |ever |just )?forgive|"
    r"(?:it's|it is|high|about) time you|time to (?:move on|forgive|get over|forget)|get over (?:it|this)|move on (?:now|already)|forget (?:about )?(?:it|this)|"
    r"trust me again|you (?:owe|have to|need to|must|should) )"
)


def demands(words: str) -> bool:
    """Say whether words ask for forgiveness, or hurry it; letting go of it is none.

    Parameters
    ----------
    words : plain, in small letters, with straight apostrophes

    Returns
    -------
    bool : whether one of the phrases stands there and is not taken back

    Raises
    ------
    Nothing.

    Source
    ------
    Lewicki, Polin & Lount 2016: asking for forgiveness counts least of the six. The phrases are our choice.

    Examples
    --------
    >>> demands("please forgive me"), demands("you don't have to forgive me")
    (True, False)
    """
    return _ASKED.search(_TIED.sub(" ", words)) is not None
