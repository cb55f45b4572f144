"""Danger: what opens the safety card, and what only looks like it."""

from importlib.resources import files
from tomllib import loads

import pytest

from troth.coach import FLAGS, danger
from troth.coach.danger import HINT, SPARED, evidence, held
from troth.coach.folding import spelled
from troth.coach.patterns import compiled, worded

READ = loads(files("troth.coach").joinpath("danger.toml").read_text(encoding="utf-8"))
NAMES = {flag: set(READ[flag]) for flag in FLAGS}

HITS = [
    ("threat", False, "If you leave me I will hurt you."),
    ("threat", False, "I'll kill you if you cheat on me again."),
    ("threat", False, "il smash ur car up i swear down"),
    ("threat", False, "I'll make you pay for this, I swear."),
    ("threat", False, "Would be such a shame if something happened to your cat."),
    ("threat", False, "I know where your daughter goes to school."),
    ("threat", False, "Watch your back on the way home."),
    ("threat", False, "Leave me and I'll send your photos to your boss."),
    ("threat", False, "If I can't have you, nobody will."),
    ("threat", True, "He said he'd burn the ute with me in it."),
    ("threat", True, "She threatened to stab me."),
    ("self-harm", False, "I want to die."),
    ("self-harm", False, "I don't want to live anymore."),
    ("self-harm", False, "Everyone would be better off without me."),
    ("self-harm", False, "there's no point in me being here"),
    ("self-harm", False, "I've been thinking about ways to end it."),
    ("self-harm", True, "She says she wants to kill herself."),
    ("coercion", False, "I've hidden your passport until you stop this."),
    ("coercion", False, "You're not getting your medication until you admit it."),
    ("coercion", False, "Give me your phone password or you can sleep outside."),
    ("coercion", False, "If you go to them I'll take the kids and you won't see them again."),
    ("coercion", False, "You can have your phone back when you tell me who she is."),
    ("coercion", True, "He took my passport and my bank card."),
    ("coercion", True, "She won't let me see my kids unless I sign the house over."),
]
LOOKALIKES = [
    "The deadline is Friday.",
    "I studied all night.",
    "We have an hour to kill time.",
    "I'm dying to see you.",
    "I could murder a curry.",
    "My knee is killing me.",
    "Shoot me the slides before six.",
    "We're running a session about coercive control on the 9th.",
    "I would never hurt you.",
    "My stepfather used to say he'd break my legs.",
    "Turn your location on.",
    "I need the admin password for the staging server.",
    "I'm leaving on Friday and going alone.",
    "I won't stay in the room when I'm shouted at.",
    "No tablet until homework is done.",
    "I got destroyed at five a side.",
    "Can I hide at yours, my brother is playing drums",
    "I will send you a photo of my door every night if that helps.",
    "The film was mad, when he says give me the codes or the girl gets it.",
    "I'm meeting him Tuesday and I'll come and find you straight after.",
    "Don't kill the spider, I will bring it outside.",
    "Your presentation killed it.",
    "You can have the key when you come.",
    "There's blood on the towel, I cut my finger.",
    "We set the alarm for six.",
    "I'm going to jump in the shower.",
    "I could murder a pint.",
    "You're dead right.",
    "I lost my passport, can you look in the drawer?",
    "She keeps my spare keys.",
    "If you leave before eight, take the bins out.",
    "I'll take the kids to school.",
    "I'll take the kids on Saturday if you want a rest.",
    "I'll call the police about the stolen bike.",
    "My dad hit the roof when he saw the bill.",
    "I'm on the bridge, see you in five.",
    "I can't go on the trip.",
    "I can't do this any more, the printer hates me.",
    "I'd die for a proper coffee.",
    "Don't make me laugh.",
    "I know where you live, I'll drop it round.",
    "I've got your photos from the wedding.",
    "We're killing it this quarter.",
    "I'll shoot you an email.",
    "The kids stay with you until Sunday then.",
    "I'm keeping the receipts until you need them.",
    "My mum won't let me pay for dinner.",
    "Give me your number or I'll give you mine.",
    "I don't want to be here when the builders come.",
    "Nobody would notice if I left early.",
    "I feel like dying my hair.",
    "I'd rather be dead than late, you know me.",
    "We hung the pictures.",
    "The dog was put down on Monday and I can't stop crying.",
    "My friend died last year and I miss her.",
    "I wish I'd never been so rude to you.",
    "I'm at the end of my rope with this boiler.",
    "Hand over the remote or no popcorn.",
    "I'm scared he'll hurt his knee again.",
    "The bank froze my card.",
    "My boss is threatening to cut the budget.",
    "I'm going to kill these weeds.",
    "The deadline is killing me.",
    "I studied till my brain died.",
    "The suspense is killing me.",
    "She'll kill it at the audition.",
    "I'm dying of heat here.",
    "Break a leg tonight!",
    "I'm dead on my feet.",
    "He shot me a look across the table.",
    "You're going to smash that exam.",
    "I'd give my right arm for a nap.",
    "My phone died, sorry.",
    "The battery's dying, I'll ring from the car.",
    "Drop dead gorgeous, you were.",
    "It's do or die at the match on Sunday.",
    "I'm going to strangle this printer.",
    "If I hear that song again I'll scream.",
    "They're going to fire half the team.",
    "He's beating the odds.",
    "I bombed the interview.",
    "The kids are driving me up the wall.",
    "I've been cutting back on sugar.",
    "I'm cutting my hair tonight.",
    "I cut myself shaving.",
    "I burnt my hand on the pan.",
    "My daughter bit her lip.",
    "Stop hitting your brother with the cushion.",
    "Can you send me the photo of the receipt?",
    "Send me your location so I can find the car park.",
    "What's the wifi password?",
    "I changed the password because we got hacked.",
]  # fmt: skip


@pytest.mark.parametrize(("flag", "reported", "text"), HITS)
def test_danger_is_noticed(flag, reported, text):
    assert (flag, reported) in {(one.flag, one.reported) for one in danger(text)}


@pytest.mark.parametrize("text", LOOKALIKES)
def test_what_only_looks_like_it_is_left_alone(text):
    assert danger(text) == ()


def test_a_threat_to_harm_oneself_is_both():
    assert {one.flag for one in danger("If you leave me I'll kill myself.")} == {"threat", "self-harm"}


def test_a_flag_stands_on_its_sentence_and_names_a_rule():
    text = "I got home at six. If you leave me I will hurt you. Ring me."
    (found,) = danger(text)
    assert text[found.start : found.end] == "If you leave me I will hurt you."
    assert found.rule in NAMES["threat"]


def rules():
    """Each pattern of the file: flag, name, pattern as written."""
    for flag in FLAGS:
        for name, signs in READ[flag].items():
            yield from ((flag, name, sign) for sign in signs)


@pytest.mark.parametrize(("flag", "name", "sign"), list(rules()))
def test_every_pattern_compiles_and_names_known_classes(flag, name, sign):
    assert compiled(sign.removeprefix(HINT)).sign


@pytest.mark.parametrize("text", ["", " ", "\u202e", "a" * 5000, "if you " * 3000, "\ud800"])
def test_any_text_gets_an_answer(text):
    assert isinstance(danger(text), tuple)


def test_a_hint_alone_never_decides():
    hits = held(worded(spelled("You sign or we're done being kin")))
    assert hits
    assert not any(one.sure for one in hits if one)


def test_what_is_spared_is_evidence_too():
    assert SPARED in evidence(held(worded(spelled("In the film he says I will kill you."))))
