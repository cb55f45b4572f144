"""The small question of a step or card, answered right there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.practices.reflections import MOST_ANSWER
from troth.web.parts.fields import Words


class AnswerForm(forms.Form):
    """One answer, labelled with the question."""

    answer = Words(label=_("In your own words"), rows=4, max_length=MOST_ANSWER)

    def __init__(self, *args: Any, question: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["answer"].label = question
