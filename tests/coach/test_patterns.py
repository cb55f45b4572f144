"""The small language of rules: what each sign of it means, and that words call up every rule that could hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.coach.folding import spelled
from troth.coach.patterns import book, classes, compiled, worded

CASES = [
    ("watch_your_back", "Watch your back.", True),
    ("watch_your_back", "Watch the clock.", False),
    ("tea/coffee", "A coffee, please", True),
    ("trust ~ word", "trust in every single word", True),
    ("trust ~ word", "trust in each and every single word", False),
    ("trust ~5 word", "trust in each and every single word", True),
    ("trust ~ word", "I trust you. Take my word", False),
    ("^ trust", "trust me", True),
    ("^ trust", "you trust me", False),
    ("me $", "just trust me!", True),
    ("me $", "trust me now", False),
    ("never? trust", "trust me", True),
    ("i never? ever trust", "i never ever trust", True),
    ("what ?", "what?", True),
    ("what ?", "what now", False),
    ("{sorry}", "I apologise", True),
]


@pytest.mark.parametrize(("pattern", "text", "holds"), CASES)
def test_a_pattern_means_what_it_says(pattern, text, holds):
    assert bool(compiled(pattern).sign.search(worded(spelled(text)))) is holds


def test_an_unknown_class_is_named():
    with pytest.raises(ValueError, match="pattern: no class 'nowhere'"):
        compiled("{nowhere}")


@given(
    st.lists(
        st.sampled_from(["trust", "me", "or", "else", "watch", "your", "back", "i", "sorry"]), max_size=9
    )
)
def test_a_rule_that_holds_is_always_called(words):
    patterns = [compiled(pattern) for pattern, _, _ in CASES]
    sentence = worded(" ".join(words))
    holding = {at for at, one in enumerate(patterns) if one.sign.search(sentence)}
    assert holding <= set(book(patterns).called(sentence))


def test_words_of_classes_are_written_as_they_are_read():
    for name, words in classes().items():
        assert words, name
        assert all(word == word.lower().strip() for word in words)
