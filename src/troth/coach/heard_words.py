"""The words by which an answer to somebody is read: reflections, feelings, and what gets in the way of hearing."""

import re
from typing import Final


def _words(listed: str) -> list[str]:
    return listed.split()


# How a reflection begins: tentatively, and about them.
REFLECTING: Final = re.compile(
    r"\b(?:(?:it |that |this )?(?:sounds?|seems?|looks?) (?:like|as if|as though|to me|so|very|really|lonely|hard|heavy|tiring|exhausting|frightening|painful|scary|awful)"
    r"|(?:it|that|this) (?:sounds?|must (?:be|have|feel|hurt|sting))|i (?:can )?hear (?:that |how )?(?:you|it|there)|i(?:'m)? (?:guess(?:ing)?|imagine|wonder whether|wonder if) (?:you|it|that|this|tonight|today|part)"
    r"|you(?:'re| are| were| felt| feel| must (?:be|feel|have)| seem| sound| miss| missed| wish| wished| wanted| want|'ve| have|'d) "
    r"|so you\b|part of you|for you,? it|it hurts?|that hurt|that stings?|it stings?|if i (?:understand|hear|get) you)"
)
FEELINGS: Final = frozenset(
    _words(
        "afraid alone angry anxious ashamed attacked awful betrayed bitter brave careful caught confused cornered criticised cross crushed "
        "disappointed doubtful embarrassed empty exhausted exposed fear foolish forgotten frightened furious glad grief grieving guilty heavy helpless "
        "hopeful hopeless humiliated hurt hurts ignored insecure invisible jealous judged lonely lost mad measured missing nervous numb overwhelmed "
        "passed pain painful panic pitied powerless pressure proud private relieved resigned robbed sad scared shaken shame small stuck stung stings stupid "
        "surprised suspicious tense threatened tired tiring torn trapped uneasy unheard unimportant unloved unsafe unseen unsure unworthy upset vulnerable "
        "wary watched weary worn worried worthless frightening lonelier scary terrifying hurtful unfair unbearable humiliating shaming crushing overwhelming unsettling draining"
    )
)
VALIDATING: Final = re.compile(
    r"\b(?:(?:that |it )?makes (?:perfect |complete |total )?sense|no wonder|of course (?:you|that|it)|anyone would|i(?:'d| would) (?:feel|be) (?:the same|too|like that)"
    r"|(?:that(?:'s| is)|it(?:'s| is)) (?:so )?(?:understandable|only natural|natural)|i (?:can )?understand (?:why|that|how)|you(?:'ve| have) every (?:right|reason)|i can see why)\b"
)
ASKING: Final = re.compile(
    r"(?:^|[,.;:] ?|\b(?:and|but|so) )(?:what|how|where|which|when|who)\b[^?]*\?|\b(?:would you like to|do you want to|tell me (?:more|about)|say more)\b"
)
FIXING: Final = re.compile(
    r"\b(?:you (?:should|ought to|need to|have to|must (?!be|feel|have)|could (?:just|always|try))|why don't you|have you (?:tried|thought (?:of|about)|considered)|if i were you"
    r"|(?:maybe|perhaps) you (?:should|could)|the best thing (?:is|would)|what you need is|just (?:tell|talk|ask|ignore|call|write|go|leave|stop|try|do|say|forget)|try (?:to |not |and )|my advice|i(?:'d| would) (?:just|suggest|recommend)|how about you)\b"
)
DEFENDING: Final = re.compile(
    r"\b(?:i (?:was|did|have|had) only|i only|i didn't mean|i never (?:meant|said|did)|that's not what i|it (?:wasn't|isn't|was not|is not) my (?:fault|problem)|i had (?:to|no choice|every)"
    r"|to be fair|in my defen[cs]e|i was just|i just wanted|it's not like i|what was i supposed|i couldn't (?:help|have)|my (?:phone|battery|boss|train|bus) (?:was|is|died|made|had))\b"
)
MINIMISING: Final = re.compile(
    r"\b(?:(?:it|that)(?:'s| is| was)(?:n't| not) (?:so |that |such |really )?(?:bad|big|serious|a big|the end|important)|could be worse|at least|calm down|cheer up|no big deal|you(?:'re| are) over|"
    r"get over|don't be (?:silly|so|like|ridiculous)|it(?:'s| is) (?:only|just|nothing)|everyone (?:feels|has|goes)|everybody (?:feels|has|goes)|happens to (?:everyone|everybody|all)|look on the bright|other people|don't (?:make|take) (?:it|such|so))\b"
)
REASSURING: Final = re.compile(
    r"\b(?:(?:it|everything|that|things|you)(?:'ll| will|'s going to| is going to|'re going to) (?:all )?(?:be|work out|turn out)(?: \w+)? ?(?:fine|ok|okay|alright|all right|good|well|great)?|trust me|don't worry|no need to worry|"
    r"nothing to worry|i promise (?:it|you|everything)|it's all (?:fine|good|right|ok))\b"
)
ALWAYS_YOU: Final = re.compile(r"\byou(?:'re|'ve)? (?:\w+ )?(?:always|never|only ever)\b")
# A sentence about them: it says "you", and does not begin with oneself.
ABOUT_THEM: Final = re.compile(
    r"^(?!\W*(?:(?:well|oh|ok|okay|but|and|so|yes|no|look),? )*(?:i|i'm|i've|i'd|i'll|we|my|our|sorry|please|let|thanks|thank)\b).*\b(?:you|your|yourself|nobody|they)\b"
)
# "I won't tell you what to do" is no advice.
NOT_SO: Final = re.compile(
    r"\b(?:won't|don't want to|not going to|without|instead of|rather than) (?:tell|telling|say|saying|give|giving|be|being)\b"
)
# Words that carry nothing of what they said.
SMALL: Final = frozenset(
    _words(
        "about after again all also always and any are back because been before but came can come could did does don't down even ever every for from get go going got had has have "
        "her here him his how i'd i'll i'm i've into it's its just know like made make maybe more much must never not now off one only onto our out over own really said same say "
        "says see seem seems she should so some something sound sounds still such than that that's the their them then there they they're thing things think this those through "
        "time too two until very want wanted was way well were what when where which while who why will with won't would you you'd you'll you're you've your"
    )
)
