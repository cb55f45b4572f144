"""The rules of marks as words: mark, name, what it looks for, what spares it. Read on folded, spelled-out text."""

# Quoted speech is somebody else's.
EVEN = r"\"[^\"]{1,200}\"|(?<=\s)'[^']{2,120}'(?=[\s,.!?]|$)"
SORRY = r"(?:i'm |i am |we're |we are )?(?:so |very |truly |really |of course )?(?:sorry|apologi[sz]e)"

RULED: tuple[tuple[str, str, str, str | None], ...] = (
    ("non-apology", "sorry-if", rf"\b{SORRY},? (?:to you )?(?:if|for if) (?:you|i|it|that|this|my|what|anyone|anything)\b", r"\bif you\b.{0,30}\bi'll\b|sorry if (?:this|that) (?:is|comes) (?:late|too late)"),
    ("non-apology", "sorry-you-feel", rf"\b{SORRY} (?:that )?(?:you|you're|your) (?:feel|felt|took|take|see|saw it|think|thought|remember|chose|choose|got upset|got offended|upset|were offended|misunderstood|can't|couldn't|expected|find|found|always|didn't like)\b", None),
    ("non-apology", "sorry-but", rf"^(?:\w+,? )?{SORRY},? but (?:you|your|it's your|it was your|what|i was|i had|i have|that's|honestly|maybe|if you|one|in my)\b", r"sorry but (?:i|we) can't (?:make|come)"),
    ("non-apology", "happy-now", r"\bsorry\b.{0,40}\b(?:happy now|satisfied|is that what you want|what more do you want|are you happy|there i said it|how many times|ok\?+$)|\bsorry (?:for|that i) (?:breathing|exist\w*|being alive|my existence|i'm not a mind)\b", None),
    ("reassure-empty", "trust-me", r"^(?:\w+,? )?(?:just |you (?:have to|must|can) )?(?:trust|believe) me\b(?! (?:again|when))", r"\b(?:because|at \d|\d|here'?s|i'll (?:show|ring|call|send|be))\b|\?$"),
    ("reassure-empty", "dont-worry", r"^(?:\w+,? )?(?:please )?(?:don't|do not|no need to|stop|quit) (?:you )?(?:be )?(?:worry|worrying|stress|stressing|panic)(?: about (?:it|that|a thing|anything|him|her|them))?(?: so much)?(?:,| -|$|[.!])", r"\b(?:because|\d|i'll|i've|here's|i have)\b"),
    ("reassure-empty", "all-fine", r"\b(?:it's|it'll be|it will be|everything's|everything is|everything will be|you're going to be|it's going to be|all will be|you'll be) (?:all |totally |perfectly |absolutely |going to be )?(?:fine|ok|okay|alright|all right|grand|great)[.!]*$", r"\b(?:because|\d|with me|if|is that|not)\b|\?$|:"),
    ("reassure-empty", "calm-down", r"^(?:\w+,? )?(?:just |please )?(?:relax|calm down|chill(?: out)?)\b.{0,25}$", r"\b(?:when i|i need)\b"),
    ("generalise", "you-always", r"\byou(?:'ve)? (?:just |literally |really )?(?:always|never|constantly|only ever)\b", r"\byou(?:'ve)? (?:have )?(?:always|never) (?:been (?:there|kind|good|honest|so|my)|said (?:it|that|i)|told me (?:it|that|not)|asked|have to|need to|made me feel (?:safe|welcome)|know|liked|were)\b|\bthank|\bif you always|\?$|\blove (?:how|that|the way)\b|\bappreciate\b|\byou never have to\b"),
    ("generalise", "all-you-do", r"\b(?:all you (?:ever )?do is|you only ever|every (?:single )?time (?:i|you|we)\b.{0,40}\byou|you lot (?:always|never|just)|you people (?:always|never)|nobody (?:ever )?(?:can|believes you)|everything (?:is|with you is) always)\b", r"\bi love\b|\bsorry\b"),
    ("control", "show-me-phone", r"\b(?:send|show|give|forward|screenshot) me (?:a |your |the |ur )?(?:\w+ )?(?:photo of (?:who|where)|pic of (?:who|where)|phone|passcode|password|messages|chat|call log|location|login|bank statement|receipts?)\b|\b(?:turn|put|switch) (?:your|ur|the) location (?:back )?on\b", r"\b(?:if you (?:like|want)|please could|can you|torch|netflix)\b"),
    ("control", "not-allowed", r"\b(?:you're not|you are not|you ain't|you will not|i forbid you|i won't have you|you're not allowed|i don't want you) (?:to )?(?:going|see|seeing|to see|talk|talking|text|texting|speak|wear|wearing|hang|leave|go|meet|meeting)(?:ing)?\b", r"\b(?:alone in this|without (?:a|your) (?:coat|lunch)|to think)\b"),
    ("control", "or-else", r"\b(?:it's|its) (?:me or|either me|him or me|her or me)|\b(?:me or (?:him|her|them)|or (?:we're|we are|i'm|it's) (?:done|finished|over|gone|leaving you))\b|\bif you (?:go|see|talk|leave|text|walk)\b.{0,50}\b(?:we're (?:done|finished|over)|it's over|don't (?:bother )?com(?:e|ing) back|i'm done)\b|\bfrom now on you\b|\bi want to see (?:your|the|every)\b.{0,25}\b(?:phone|messages|statements?|receipts?)", None),
    ("control", "where-who", r"^(?:\w+,? )?(?:where (?:are|were) you|who (?:are|were) you with|who is (?:he|she)|who's that|answer me|explain yourself|pick up)\b.{0,40}$", r"\b(?:love|x+|meeting|parked)\b"),
    ("minimise", "get-over-it", r"\b(?:get|getting|got) over (?:it|yourself|this)\b", r"\b(?:i|i'll|i'm|we|we'll|me|us|help|how|never|can't|don't have to|take(?:s)? time|trying) (?:\w+ ){0,4}(?:get|getting|got) over\b|\bi (?:said|told)|\?$"),
    ("pressure", "get-over-it-now", r"\b(?:you (?:need|have|ought) to|you should|you must|time (?:to|you)|just|already) (?:\w+ )?(?:get|got) over (?:it|this)\b", r"\b(?:i|i'll|i'm|we|me) (?:\w+ ){0,4}(?:get|getting|got) over\b|\?$"),
    ("minimise", "overthinking", r"\b(?:you're|you are|your|stop|quit) (?:just |always |so |such |being |too |a |again )*(?:over-?thinking|over-?reacting|being (?:\w+ )?(?:sensitive|dramatic|paranoid|hysterical|silly|ridiculous|needy)|(?:too|so) (?:sensitive|dramatic)|a worrier|worrier)\b", r"\b(?:not|weren't|wasn't|never|don't think) (?:\w+ )?(?:over|being|a )|\bi (?:said|called|told|say)|\bthat you're\b"),
    ("minimise", "overreacting", r"\b(?:you're|you are|your|don't be|being|stop being) (?:just |always |so |way |being |too |a bit |completely )*(?:overreacting|overthinking|dramatic|sensitive|paranoid|hysterical|ridiculous|silly|needy|daft|crazy|such a worrier|over-reacting)\b|\bget over it\b|\bnot (?:that|such a) (?:big|bad|deep|serious)(?: a| of a)?(?: deal)?\b|\b(?:no big deal|calm down|it's nothing|it was nothing|it was (?:just|only) a (?:joke|hug|text|laugh|bit of fun)|grow up|lighten up|storm in a teacup|making (?:a )?(?:big |mountain|fuss|drama|mountains)|worse things happen|you worry too much)\b", r"\b(?:wasn't|weren't|not) (?:\w+ )?(?:overreacting|overthinking|being|silly|paranoid|crazy|dramatic|sensitive|nothing)|\bi (?:said|called|told)|\bi'm\b.{0,12}(?:silly|daft|dramatic)|\bfor me\b.{0,20}\bfor you\b"),
    ("pressure", "time-but", r"\b(?:take (?:your|all the) time|no (?:rush|pressure|hurry)|whenever you(?:'re| are)? ready)\b.{0,10}\b(?:but|only|just)\b.{0,50}\b(?:by|today|tonight|tomorrow|now|soon|decide|answer|need)\b", r"\bif you can\b"),
    ("pressure", "after-all", r"\bafter (?:all|everything) (?:that )?(?:i|i've|we|we've)\b|\bif you (?:really |truly )?(?:loved|trusted|cared about|respected) me\b|\b(?:how (?:long|many times|much longer)|when) (?:are you going to|will you|do i have to|must i|are you) (?:forgive|trust|punish\w*|keep|pay|prove|apologi\w+|say sorry)|\b(?:it's|it is) (?:about )?time you (?:forgave|trusted|got over|moved on|let it)|\bwhat (?:more|else) do you want (?:from me|me to)\b|\bi've (?:already )?(?:said|apologi[sz]ed|told you) (?:sorry )?(?:a (?:hundred|thousand|million)|\d+|so many|enough) times\b|\bthe least you (?:can|could)\b|\byou have to (?:trust|forgive|believe) me\b", r"\bi'm not asking\b"),
    ("fix", "you-should", r"^(?:\w+,? )?(?:honestly,? |maybe |well,? )?(?:you (?:should|ought to|need to|must|want to|could always)|have you (?:tried|thought (?:of|about))|why don't you|if i were you|i'd just|just (?:block|delete|ignore|tell|talk to|go to)|try (?:the|and|some|not|a|to|yoga|melatonin))\b", r"\b(?:get over|have to trust|forgive|know (?:that|i)|not have to|be (?:ashamed|proud)|never have|trust me|should(?:n't)? have|stop)\b"),
    ("evade", "drop-it", r"^(?:\w+,? )?(?:just |can we just |can you |please )?(?:drop it|leave it(?: (?:there|now|alone))?|forget it|forget i asked|whatever|never mind|nothing|it's nothing|not now|not this again|not talking about (?:it|this)|i don't want to talk about (?:it|this)|i'm not (?:discussing|talking|doing) (?:it|this)|end of (?:discussion|story|chat)|let's (?:just )?(?:not|move on|change the subject)|none of your business|i'm done talking|talk to the hand)\b.{0,25}$", r"\b(?:for (?:today|tomorrow)|you say|if you|till|until|back (?:at|in)|\d|or talk)\b|\?$"),
    ("ask", "open-question", r"^(?:\w+,? |(?:and|so|but|hey|ok|okay|tell me) )*(?:what(?:'s| is| was|'d| would| do| did| are| were|'re| part| could| can| makes?| made| scared| worries| hurt| happened)|how (?:are|was|did|do|does|is|would|you|it|can i|might)) \b.{0,140}\b(?:you|your|like|help|it|that|for you|him|her|tonight|today)\b[^?]{0,80}\?", r"\b(?:wrong with you|your problem|the point|the hell|the fuck|am i (?:meant|supposed)|do you want (?:from me|me to|blood)|what are you (?:on about|doing|talking|playing|wearing)|do you expect|time|could you|can you|dare you|were you thinking|for dinner|for tea|many times|much|did you (?:do|spend)|else do|is this|more do)\b"),
    ("ask", "tell-me", r"\b(?:tell me (?:more|how (?:it|that|you)|what (?:it|that|you|would|happened|hurt|scares)|about (?:it|the|your))|i'd (?:like|love) to hear|i want to (?:hear|understand) (?:how|what|it|more)|would you (?:like to )?tell me)\b", r"\b(?:who|where) you|right now\b|\bor\b"),
    ("commit", "back-then", r"\bi need (?:\w+,? ){1,5}(?:and )?(?:then )?i(?:'m|'ll be| will be|'ll come| come) (?:back|here|with you)\b|\bi need (?:\w+,? ){1,4}back (?:at|by|in) \w+", r"\bunless|if you don't\b"),
    ("commit", "i-wont-tell", r"^(?:\w+,? )?(?:and |so )?i (?:won't|will not|promise not to|promise i won't) (?:ever )?(?:tell|ask|show|text|ring|call|invite|mention it to|say anything to) \w+[.!]?$", r"\byou\b"),
    ("commit", "i-will-at", r"\b(?:i'll|i will|i'm going to|i shall) (?:\w+ ){0,6}?(?:be|ring|call|text|come|pick|tell|ask|send|bring|pay|book|leave|have|meet|message|write|go|do|put|show|wait|stay|cook|fix|get)\b.{0,80}\b(?:at (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|noon|half)|by (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|tomorrow|tonight|every (?:day|night|week|monday|sunday|evening|morning)|before i|in (?:an hour|\d+ min\w*|twenty|ten|half an hour)|first thing|this (?:evening|afternoon|week))\b", r"\b(?:if you don't|unless you|or you|you'll|try|maybe|might|probably)\b|\?$"),
    ("commit", "i-wont", r"\bi (?:won't|will not|shan't) (?:\w+ )?(?:tell|read|touch|open|share|drink|text|look|ask|check|post|lend|show|go through|mention|say|bring|use|repeat|invite|answer)\b.{0,60}\b(?:again|anyone|anybody|anything|your|it|that|without|unless you|till|until|about|her|him)\b", r"\bif you don't\b|\byou'll\b"),
    ("affirm", "love-thanks", r"\b(?:i (?:really |do )?(?:love|adore) you(?: so much| very much| too| always)?(?:[.!x ]|$)|i'm (?:so )?(?:glad|grateful|thankful) (?:you|that you|for you|we)|thank you for (?:telling|being|saying|staying|trusting|sharing|coming|listening|asking|letting)|thanks for (?:telling|being|saying|trusting|sharing|letting)|i'm not going anywhere|i'm proud of you|so proud of you|i always think of you)\b", r"\b(?:but|so stop|if you|because you|so (?:just )?(?:trust|drop|forget))\b"),
    ("lead", "not-asking", r"\b(?:i'm|i am) not asking (?:you )?(?:to|for) (?:forgive|forgiveness|trust|answer|an answer|decide|come back|reply|anything|believe)\b", r"\bbut\b"),
    ("lead", "your-choice", r"\b(?:you say when|you (?:can )?(?:choose|decide|pick)|up to you|your call|whenever you(?:'re| are|)(?: ready| like| want)?|no (?:rush|hurry|pressure|reply needed|need to (?:reply|answer))|take (?:your|all the|as much) time|you don't (?:have|need|owe) (?:to|me) |say no if|you can say no|only if you (?:want|like|feel)|if you('d| would)? (?:rather|prefer)|when you're ready|as long as you need|either (?:way )?is (?:fine|ok)|both (?:are|is) fine|tell me to stop)\b", r"\b(?:but (?:decide|tell|only)|by (?:sunday|tonight|monday|friday)|or else|worry about|pick (?:up|me|him|her|the|them))\b"),
    ("own", "nobody-made-me", r"^(?:\w+,? )?(?:and )?(?:nobody|no one) (?:else )?made me(?: do it)?[.!]?$", None),
    ("own", "my-doing", r"\b(?:that (?:was|is|'s) (?:on me|my (?:doing|fault|mistake))|my fault|i was wrong|i (?:should|shouldn't|ought to) have\b|i should've|i shouldn't've|i let you down|i lied|i broke (?:my|a|the|your)|i (?:had|have) no (?:right|excuse)|no excuses?|i forgot (?:your|our|the|to)|i'm sorry (?:i|that i|for (?:not|what i|how i|my|the way i|being|shouting|lying|snapping|reading|going)))\b", r"\b(?:not my fault|wasn't my fault|sorry i (?:can't|couldn't be)|but you|if you|if i|my fault (?:then|again|is it|now)|i should have known you|but i)\b|\?$"),
    ("validate", "makes-sense", r"\b(?:(?:that|it) (?:makes|made) (?:total |perfect |complete )?sense|of course (?:you|it)(?:'re| are|'d| would| feel| felt|'s| hurt)|no wonder (?:you|it|that)|anyone would|i(?:'d| would) (?:be|feel|have been|have felt) (?:\w+ )?(?:too|the same|as well)|you(?:'ve| have) every (?:right|reason)|you(?:'re| are) (?:allowed|entitled|right) to (?:be|feel)|i (?:get|understand|see) why you(?:'d|'re| are| would| feel| felt| don't| were)?|that (?:must|would) (?:have been|be|have felt|have hurt))\b", r"\bbut\b"),
    ("reflect", "sounds-like", r"\b(?:(?:it |that )?sounds like (?:you|it|that)|so (?:you're|you are|you were|you) (?:saying|feel|felt|feeling)|(?:am|have) i (?:got|heard|understood) (?:that|it|you)?|what i(?:'m| am) hearing|if i(?:'ve| have)? (?:understand|understood|got|heard)|you felt (?:like|as if|that)|i'm hearing (?:that )?you)\b", r"\b(?:saying i'm|crazy|stupid|liar|happy now)\b"),
    (
        "disclose",
        "wanted-you-to-know",
        r"^(?:\w+,? )?i(?:'m|'ve| am| have)? .{3,90}\b(?:and|so) (?:i )?want(?:ed)? you to (?:know|hear)\b",
        r"\b(?:everyone|how)\b",
    ),
    ("disclose", "so-you-know", r"\b(?:wanted you to (?:know|hear)|want you to (?:know|hear)|so (?:that )?you(?:'d)? (?:know|don't (?:wonder|find out|hear it)|hear it from me)|i need to tell you|i have(?:n't| not) told you|i(?:'ve)? (?:got|have) (?:something )?to tell you|before you hear it|rather you heard it from me|you can (?:read|look at|see|check) (?:it|them|my|the)|just so you know,? i)\b", r"\b(?:everyone|you people|how (?:much )?you)\b"),
    ("blame", "because-of-you", r"\b(?:because of you|it's your (?:own )?(?:fault|doing)|your fault|you made me|you (?:drove|pushed|forced) me|if you (?:hadn't|didn't|weren't|wouldn't|had)\b.{0,60}\bi (?:wouldn't|would|'d|might)|i (?:wouldn't|would not) (?:have|need|hide|lie)\b.{0,50}\bif you|you brought (?:this|it) on|this is what happens when you|you asked for it|look what you)\b", r"\b(?:not your fault|isn't your fault|wasn't your fault|never your fault|isn't because of you|not because of you)\b"),
    ("contempt", "detective", r"\b(?:here we go again|oh great|(?:the )?(?:detective|sherlock|drama queen|fbi|princess|her majesty|columbo)|(?:you're|you are|you) (?:a )?(?:\w+ )?(?:idiot|pathetic|psycho|mental|nuts|insane|stupid|loser|useless|joke|freak|nutter|crazy|mad woman|liar|dick|bitch|cow)|what is wrong with you|what's wrong with you|shut up|get a (?:life|grip)|boo hoo|cry me a|bravo|well done you)\b", r"\bnot (?:a |an )?(?:idiot|crazy|stupid|mental|pathetic|liar|mad)|\bi (?:called|said)|\bdon't think you"),
    ("defend", "had-every-right", r"\b(?:i (?:had|have|'ve) (?:every right|done nothing|no choice|not done anything|given you no)|i (?:didn't|never) (?:do|did) anything(?: wrong)?|it (?:wasn't|was not|isn't|isnt|ain't) my fault|i was (?:only|just) (?:trying|being|joking|doing|saying)|any (?:man|woman|mother|one|person) would have|i only (?:said|did|told|looked|read|asked)\b.{0,40}\bbecause|in my defence|that's not (?:what happened|true|fair)|i'm not the (?:one|bad guy)|what was i (?:supposed|meant) to)\b", None),
)  # fmt: skip

# How often each was right on own messages, drawn in toward three in four where its hits were few.
SHARE = {
    "overthinking": 0.85, "time-but": 0.8, "back-then": 0.85, "i-wont-tell": 0.85, "not-asking": 0.85, "nobody-made-me": 0.85,
    "get-over-it": 0.88, "get-over-it-now": 0.8,
    "sorry-if": 0.88, "sorry-you-feel": 0.95, "sorry-but": 0.94, "happy-now": 0.88, "trust-me": 0.7, "dont-worry": 0.86,
    "all-fine": 0.72, "calm-down": 0.65, "you-always": 0.82, "all-you-do": 0.85, "show-me-phone": 0.9, "not-allowed": 0.85,
    "or-else": 0.8, "where-who": 0.6, "overreacting": 0.75, "after-all": 0.85, "you-should": 0.8, "drop-it": 0.78,
    "open-question": 0.9, "tell-me": 0.92, "i-will-at": 0.92, "i-wont": 0.86, "love-thanks": 0.92, "your-choice": 0.76,
    "my-doing": 0.79, "makes-sense": 0.93, "sounds-like": 0.88, "so-you-know": 0.55, "wanted-you-to-know": 0.75, "because-of-you": 0.8,
    "detective": 0.75, "had-every-right": 0.88,
}  # fmt: skip
# These err often alone: they need the model to lean their way.
NOT_FIRM = frozenset(
    {
        "overreacting",
        "so-you-know",
        "calm-down",
        "where-who",
        "detective",
        "all-fine",
        "you-should",
        "all-you-do",
        "because-of-you",
    }
)

# A sound or a single small word carries no mark by itself.
SOUND = r"^(?:h+m+|m+|o+h|a+h|ok(?:ay)?|sure|right|yes|yeah|no|hello|hi)[ .,!?]*$"

# What the model may not say, whatever its score: the rulings and hard negatives of the definitions.
VETOED = {
    "contempt": SOUND,
    "evade": SOUND,
    "pressure": r"\b(?:i'm|i am) not asking (?:you )?(?:to|for)\b(?!.*\bbut\b)",
    "non-apology": r"^(?:\w+,? )?(?:i'm |i am )?(?:so |very |truly |really )?sorry (?:again )?(?:for|about) (?:not )?(?!being|breathing|existing|caring|living|trying|having|loving|thinking|wanting|asking)(?:\w+ing|my|last|the|this|what i|how i)\b(?!.*\b(?:but|if|you made|so you|happy|okay\?|ok\?)\b)|^(?:\w+,? )?(?:i'm |i am )?(?:so |very |truly |really )?sorry (?:(?:that |for (?:not |how |what )?)?i(?:'d|'ve)? (?!you)|(?:that )?you(?:'ve|'d)? (?:had to|have to|have had to|were left|was left|got left|sat|waited|stood|went through|lost|missed|were alone|had such)\b)(?!.*\b(?:but|if|you made|so you)\b)",
    "generalise": r"^(?!.*\byou(?:'re|'ve)? (?:\w+ )?(?:always|never|only|every|constantly)\b)(?=.*\bi(?:'ll|'ve|'m)? (?:\w+ )?(?:always|never)\b)(?!.*\b(?:every|nobody|everyone|you (?:lot|people|two))\b)",
    "reassure-empty": r"\b(?:hard|difficult|not easy|no reason|don't (?:have|need)|you needn't) (?:for you )?(?:to )?(?:trust|believe) me\b|\b(?:said|say|saying) '?trust me",
    "minimise": r"\bthings got (?:a bit |a little )?out of hand\b|\b(?:small|nothing|silly) for me\b.{0,20}\b(?:big|huge|a lot|everything) for you\b",
    "control": r"^(?:\w+,? )?(?:can|could|would|will) you (?:please )?(?:pick up|get|grab|bring|buy|pass|ring the|call the|put the)\b",
}
