"""One plain form for rules and features to read: small letters, one kind of apostrophe, one kind of space."""

import re

FOLDED = str.maketrans(
    {
        "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "`": "'", "\u201c": '"', "\u201d": '"',
        "\u00ab": '"', "\u00bb": '"', "\u2026": ".", "\u00a0": " ", "\u202f": " ", "\t": " ", "\n": " ", "\r": " ",
        "\u2013": "-", "\u2014": "-",
    }
)  # fmt: skip
# Texting, mended only where no other reading is likely; rules then need one spelling.
SPELLED = {
    "u": "you", "ur": "your", "r": "are", "im": "i'm", "ive": "i've", "id": "i'd", "dont": "don't", "doesnt": "doesn't",
    "didnt": "didn't", "cant": "can't", "wont": "won't", "wouldnt": "wouldn't", "couldnt": "couldn't", "isnt": "isn't",
    "shouldnt": "shouldn't", "wasnt": "wasn't", "werent": "weren't", "havent": "haven't", "hasnt": "hasn't", "aint": "ain't",
    "arent": "aren't", "youre": "you're", "youve": "you've", "youd": "you'd", "youll": "you'll", "thats": "that's",
    "whats": "what's", "theres": "there's", "theyre": "they're", "theyll": "they'll", "itll": "it'll", "itd": "it'd",
    "hes": "he's", "shes": "she's", "plz": "please", "pls": "please", "thx": "thanks", "coz": "because", "cos": "because",
    "bc": "because", "cuz": "because", "gonna": "going to", "gunna": "going to", "wanna": "want to", "gotta": "got to",
    "tmrw": "tomorrow", "tmr": "tomorrow", "tomoz": "tomorrow", "abt": "about", "wd": "would", "ya": "you", "yer": "your",
    "yous": "you", "ye": "you", "youse": "you", "sry": "sorry", "soz": "sorry", "rn": "right now", "tho": "though", "evry": "every",
    "n": "and", "cud": "could", "shud": "should", "wud": "would", "ppl": "people", "mam": "mum", "mom": "mum", "gimme": "give me",
    "lemme": "let me", "cannae": "can't", "didnae": "didn't", "dinnae": "don't", "wouldnae": "wouldn't", "wasnae": "wasn't",
    "isnae": "isn't", "couldnae": "couldn't", "willnae": "won't", "meself": "myself", "ull": "you'll", "uve": "you've",
    "hed": "he'd", "dunno": "don't know", "b": "be", "4": "for",
}  # fmt: skip
WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")


def folded(text: str) -> str:
    """Fold a text for reading; offsets are not kept."""
    return text.translate(FOLDED).lower()


# "ill tell you" is "I'll tell you"; "so ill today" is not.
ILL = re.compile(
    r"(?<!am )(?<!so )(?<!'m )(?<!be )(?<!is )(?<!was )(?<!very )(?<!feel )(?<!been )(?<!really )(?<!being )(?<!feeling )(?<!the )(?<!an )"
    r"\bi'?ll? (?=(?:never |just |not |always |only |literally |personally |actually |even |also |still )?(?:be|put|post|tell|kill|hurt|drop|bring|leave|"
    r"send|show|make|find|get|go|come|ring|call|text|take|keep|do|have|let|smash|burn|break|end|bate|beat|hit|stab|die|see|give|ask|say|pay|wait|help|"
    r"stop|try|sort|pick|meet|stay|sit|cook|buy|read|look|write|you|throw|lock|slap|cut|knock|kick|punch|batter|pour|chop|strangle|shoot|rip|"
    r"ruin|delete|slash|set|start|leak|upload|expose|report|cancel|sell|hide|hunt|run|drive|jump|slit|drown|poison|wreck|trash|destroy|hang|"
    r"lose|change|sign|move|drag|lay|cover|walk|cry|believe|trust|forgive|never|change|fix|clean|wash|text|message|book|drop)\b)"
)


def spelled(text: str) -> str:
    """Fold a text and write texting out, for rules."""
    plain = folded(text)
    if not SPELLED.keys().isdisjoint(WORD.findall(plain)):
        plain = WORD.sub(lambda found: SPELLED.get(found.group(), found.group()), plain)
    return ILL.sub("i'll ", plain) if "il" in plain else plain
