"""Replies: a yes to what the other proposed, or my word on a promise of theirs; mine to take back."""

from troth.practices.replies.content import AGREEABLE, MOST, SAID, WORDS, Reply, Said
from troth.practices.replies.life import kind_of, may_say
from troth.practices.replies.practice import PRACTICE

__all__ = ["AGREEABLE", "MOST", "PRACTICE", "SAID", "WORDS", "Reply", "Said", "kind_of", "may_say"]
