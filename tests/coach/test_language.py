"""The coach reads English and says so of anything else."""

import pytest

from troth.coach import rehearse
from troth.coach.language import english
from troth.coach.rehearsal import ENGLISH_ONLY

OTHERS = [
    "Ich weiß nicht, was ich dir sagen soll, es tut mir leid.",
    "Je suis désolé de t'avoir fait attendre hier soir.",
    "Lo siento mucho por lo que dije ayer.",
    "Przepraszam, że się spóźniłem wczoraj wieczorem.",
    "Het spijt me dat ik te laat was gisteren.",
    "Desculpa por ontem, eu não devia ter gritado.",
    "Прости меня, пожалуйста, я опоздал.",
    "すみません、遅れました",
    "आप कैसे हैं मुझे माफ़ करना",
]
ENGLISH = [
    "Trust me.",
    "ok",
    "",
    "😀",
    "cannae mate",
    "u ok hun x",
    "I dinnae ken what you mean but I'm sorry",
    "Sunday at ten?",
]


@pytest.mark.parametrize("text", OTHERS)
def test_another_language_is_not_guessed_at(text):
    found = rehearse(text)
    assert found.summary == ENGLISH_ONLY
    assert not any(one.marks for one in found.sentences)
    assert found.flags == ()


@pytest.mark.parametrize("text", ENGLISH)
def test_short_and_spoken_english_passes(text):
    assert english(text)
