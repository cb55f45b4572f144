"""Rules of marks: each has sentences that it must mark and others that it must leave."""

import pytest

from troth.coach import rehearse
from troth.coach.folding import spelled
from troth.coach.names import MARKS
from troth.coach.rules import RULES, held

CASES = {
    "sorry-if": (["I'm sorry if you were hurt.", "Sorry if I was blunt"], ["I'm sorry I was late."]),
    "sorry-you-feel": (["I'm sorry you feel that way.", "sorry you took it that way pal"], ["I'm sorry you had to wait for me."]),
    "sorry-but": (["Sorry, but you never listen.", "I'm sorry but what was I to do"], ["Sorry, but I can't make Friday."]),
    "happy-now": (["Fine, I'm sorry, happy now?", "sorry for existing"], ["I'm sorry."]),
    "trust-me": (["Trust me.", "Just trust me, babe"], ["You said 'trust me' and I flinched.", "Can you trust me?"]),
    "dont-worry": (["Don't worry about it.", "stop worrying"], ["Don't worry, I'll ring at six."]),
    "all-fine": (["It's all fine.", "everything will be okay"], ["It's fine: I finish at five."]),
    "calm-down": (["Just relax.", "calm down"], ["I need to calm down first."]),
    "you-always": (["You never believe a word.", "u always do this"], ["I always forget keys.", "You never said it was secret."]),
    "all-you-do": (["All you do is complain.", "You people never ring"], ["All I do is work."]),
    "show-me-phone": (["Send me a photo of who you're with.", "give me your password"], ["Can you give me your phone, it's dark"]),
    "not-allowed": (["You're not going with them.", "i forbid you to see her"], ["You're not alone in this."]),
    "or-else": (["It's me or him.", "If you go we're done"], ["Tea or coffee?"]),
    "where-who": (["Where are you?", "who were you with"], ["Where are you, love? The tea is ready."]),
    "overthinking": (["You're overthinking again.", "ur being so dramatic", "You're such a worrier, always."], ["You weren't overthinking."]),
    "time-but": (["Take your time, only tell me by Sunday.", "No rush, but decide today"], ["Take your time."]),
    "back-then": (["I need twenty minutes, then I'm back.", "I need an hour, back at nine"], ["I need an hour."]),
    "i-wont-tell": (["I won't tell Jo.", "i won't ask Sam"], ["I won't tell you."]),
    "not-asking": (["I'm not asking you to forgive me."], ["I'm not asking you to forgive me, but it hurts."]),
    "nobody-made-me": (["Nobody made me."], ["Nobody made me a tea when I was ill."]),
    "get-over-it": (["Get over it.", "You need to get over this."], ["I can't get over it.", "It takes time to get over it."]),
    "get-over-it-now": (["You need to get over it.", "just get over it"], ["I need to get over it."]),
    "overreacting": (["It's no big deal.", "don't be so dramatic"], ["You weren't overreacting.", "It was small for me, and big for you."]),
    "after-all": (["After all I've done, you still doubt me.", "When are you going to forgive me?"], ["I'm not asking when you will forgive me."]),
    "you-should": (["You should just talk to someone.", "Have you tried yoga?"], ["You should have been told first."]),
    "drop-it": (["Drop it.", "whatever"], ["We can leave it for today."]),
    "open-question": (["What would help tonight?", "how are you doing after last night?"], ["What is wrong with you?", "Did you eat?"]),
    "tell-me": (["Tell me how it was for you.", "I'd like to hear"], ["Tell me who you were with."]),
    "i-will-at": (["I'll ring you at seven.", "I'll be there by nine"], ["I'll try to ring at seven.", "I'll do better."]),
    "i-wont": (["I won't tell Jo about it.", "I won't read your messages again"], ["I won't stay when shouted at."]),
    "love-thanks": (["I'm glad you told me.", "I love you"], ["You know I love you, so stop."]),
    "your-choice": (["We can leave it for tomorrow, you say when.", "No reply needed"], ["Take your time, but decide today."]),
    "my-doing": (["That was my doing.", "I should have told you"], ["It's not my fault.", "Mistakes were made."]),
    "makes-sense": (["Anyone would be shaken after that.", "of course you felt hurt"], ["I get why you're cross, but I was tired."]),
    "sounds-like": (["It sounds like you felt left out again."], ["You are angry.", "So you're saying I'm a liar"]),
    "wanted-you-to-know": (
        ["I'm seeing Mara for lunch on Friday and wanted you to know."],
        ["Everyone wanted you to know."],
    ),
    "so-you-know": (["I wanted you to know that I'm seeing Mara.", "I need to tell you something"], ["I know you."]),
    "because-of-you": (["I'm late because of you.", "You made me lie"], ["This isn't your fault."]),
    "detective": (["Oh great, the detective is back.", "you're pathetic"], ["You are not an idiot."]),
    "had-every-right": (["I had every right to be annoyed.", "It wasn't my fault"], ["You had every right to be annoyed."]),
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_marks_its_hits_and_leaves_its_lookalikes(rule):
    hits, lookalikes = CASES[rule.name]
    assert [text for text in hits if rule.name not in names(text)] == []
    assert [text for text in lookalikes if rule.name in names(text)] == []


def names(text):
    return {rule.name for rule in held(spelled(text))}


def test_every_rule_has_cases_and_a_kind_reason():
    assert {rule.name for rule in RULES} == set(CASES)
    assert {rule.mark for rule in RULES} <= set(MARKS)
    for rule in RULES:
        assert rule.why.endswith(".")
        assert "should" not in rule.why
        assert 0.5 <= rule.share <= 0.99


def test_quoted_words_are_not_the_writers():
    assert "you-always" not in names('She wrote "you never listen" on the card.')


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("I'm sorry I was late.", "non-apology"),
        ("I always think of you.", "generalise"),
        ("I always forget keys.", "generalise"),
        ("I know it's hard to believe me after what happened.", "reassure-empty"),
        ("you said 'trust me' and I flinched", "reassure-empty"),
        ("It was small for me, and big for you.", "minimise"),
        ("Can you pick up milk on the way?", "control"),
        ("Can you pick up milk on the way?", "lead"),
        ("My lateness hurt you.", "blame"),
        ("I won't stay when shouted at.", "control"),
    ],
)
def test_settled_cases_keep_free_of_a_mark(text, mark):
    assert mark not in {one.mark for each in rehearse(text).sentences for one in each.marks}


@pytest.mark.parametrize("text", ["Hm.", "Oh.", "Sure.", "Ok", "mmm", "Right!"])
def test_a_sound_carries_no_mark_by_itself(text):
    assert not [mark for one in rehearse(text).sentences for mark in one.marks]
