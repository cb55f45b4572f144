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
