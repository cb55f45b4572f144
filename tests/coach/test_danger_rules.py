"""Each rule of danger by its name: words that it notices, and words that only look like them."""

from importlib.resources import files
from tomllib import loads

import pytest

from troth.coach import FLAGS, danger
from troth.coach.danger import held
from troth.coach.folding import spelled
from troth.coach.patterns import worded

READ = loads(files("troth.coach").joinpath("danger.toml").read_text(encoding="utf-8"))
# Rule: what it notices (by itself or as evidence), and what must stay unflagged.
CASES = {
    "threat": {
        "joking": ("lol I'll bring the cake", "haha you got me there"),
        "will-harm": ("I will kill you.", "I will meet you at the gate."),
        "or-harm": ("Be home by six or I'll hurt you.", "Be home by six or I'll start without you."),
        "smash-things": ("I'll smash your car windows.", "I'll put the key through your door."),
        "pet": ("I'll drown that cat.", "I'll feed the cat tonight."),
        "regret": (
            "You'll regret leaving me, you will end up dead.",
            "You'll regret the late train, it's freezing.",
        ),
        "see-what-happens": (
            "Go out that door and see what happens to you.",
            "Let's see what happens at the interview.",
        ),
        "accident": ("It would be a shame if something happened to your dog.", "What a shame the rain came."),
        "know-where": ("I know where your daughter goes to school.", "I know where we could eat."),
        "watch-out": ("Watch your back when you walk home.", "Watch your step, the stairs are wet."),
        "pictures": (
            "I'll send your nudes to everyone if you block me.",
            "I'll send your photos tonight, they came out well.",
        ),
        "tell-secret": (
            "Pay me or I'll expose you to your boss.",
            "I'll tell your boss you did a great job.",
        ),
        "coming": ("My brothers will find you and sort you out.", "My brothers will pick you up at nine."),
        "weapon": ("He held a knife to my throat.", "He held the door for me."),
        "did-harm": ("He beats me.", "He beats me at chess."),
        "cant-have": (
            "If I can't have you no one else will have you.",
            "If I can't have cake I'll have tea.",
        ),
        "harm-self": ("If you go I'll kill myself.", "If you go I'll miss you."),
        "said-threat": ("He said he'd kill me if I told anyone.", "He said he'd ring me at four."),
        "drive-off": ("I'll drive off the bridge with the kids.", "I'll drive us both to the bridge."),
        "die-together": (
            "If you go we both die.",
            "We grew old together, your gran and I.",
        ),
        "end-up": (
            "You'll end up in hospital when I'm done with you.",
            "You'll end up at the wrong station, change at Crewe.",
        ),
        "bare-harm": ("I break your legs.", "I broke your mug, sorry."),
        "set-alight": ("Get out before I set fire to you.", "We set the pudding alight at Christmas."),
        "found-dead": ("You'll be found in the canal.", "Your bike was found in the shed."),
        "armed": ("He went to get his gun.", "He went to get his coat."),
        "hurts-us": ("My dad beats my mum.", "My dad beats the eggs for my mum."),
        "threatened": ("He threatened to kill us.", "It threatened to rain all day."),
        "online": ("I'll put you all over the internet.", "I'll put the menu on the internet."),
    },
    "self-harm": {
        "kill-self": ("I want to kill myself.", "I'd kill for a cup of tea."),
        "want-die": ("I don't want to live anymore.", "I don't want to live in Leeds."),
        "better-off": (
            "Everyone would be better off without me.",
            "We'd be better off with the early train.",
        ),
        "no-point": ("There's no point in living.", "There's no point in queueing now."),
        "cant-go-on": ("I'm tired of living.", "I'm tired of waiting for the bus."),
        "not-here": ("This is the last you'll hear from me.", "You'll hear from me on Friday."),
        "goodbye": ("I've written letters to everyone for when I'm gone.", "I've written the shopping list."),
        "self-injury": ("I started cutting again.", "I started cutting the hedge again."),
        "overdose": ("I'm going to swallow all the pills.", "I take my pills at eight."),
        "places": ("I'm standing on the bridge and thinking.", "I'm standing on the platform, see you soon."),
        "harm-if": ("If you leave me I'll end my life.", "If you leave now you'll catch the train."),
        "they-say": ("My friend texted that he wants to die.", "My friend texted that he wants to eat."),
        "thinks-of-it": ("My son is talking about suicide.", "My son is talking about school."),
        "has-taken": ("I took the whole pack.", "I took the whole family to the beach."),
        "wounds": ("I found cuts on her arms.", "I found cuts of beef on offer."),
        "end-of-it": ("I'm thinking about ending things for good.", "The course is ending on Friday."),
    },
    "coercion": {
        "held-until": ("I keep your passport until you say sorry.", "I'll keep your seat until you come."),
        "demand-or-loss": (
            "Give me your password or you can sleep outside.",
            "Give me a ring or send a text.",
        ),
        "if-then-taken": ("If you go out I'll cancel your card.", "If you go out I'll cook for one."),
        "authorities": ("I'll call immigration on you.", "I'll call the plumber for you."),
        "they-hold": ("He won't let me leave the house.", "He won't let the soup go cold."),
        "sex": ("Sleep with me or you're out.", "Sleep well, or as well as you can."),
        "held-by-me": ("I've hidden your passport until you learn.", "I've hidden your present till Friday."),
        "sign-or": ("Sign it, otherwise you get nothing.", "Sign here, please."),
        "want-then": ("You get your keys when you behave.", "You want to see the match?"),
        "lock-in": ("He locked me inside the flat at night.", "I locked the shed."),
        "money": ("You won't see a penny of it.", "You won't see a cheaper ticket."),
        "accuse": ("She'd swear that I hit her unless I left.", "I'd swear I left it on the table."),
        "body-for": ("The landlord wants sex for the rent.", "The landlord wants the rent on Friday."),
        "no-care": (
            "He flushed my pills down the toilet because I went out.",
            "He picked up my pills from the chemist.",
        ),
    },
}
EACH = [(flag, name, *both) for flag, rules in CASES.items() for name, both in rules.items()]


@pytest.mark.parametrize(("flag", "name", "hit", "_lookalike"), EACH)
def test_a_rule_holds_for_its_words(flag, name, hit, _lookalike):
    assert (flag, name) in {(one.flag, one.name) for one in held(worded(spelled(hit))) if one}


@pytest.mark.parametrize(("flag", "name", "_hit", "lookalike"), EACH)
def test_what_looks_like_it_is_left_alone(flag, name, _hit, lookalike):
    assert danger(lookalike) == ()


def test_every_rule_has_its_case():
    assert {flag: set(CASES[flag]) for flag in FLAGS} == {flag: set(READ[flag]) for flag in FLAGS}
