"""What is typed about a question of the programme."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.practices.programme import cards, question_of, steps
from troth.practices.reflections import MOST_ANSWER, Reflection
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Day, Words

QUESTIONS = [(one.key, one.question) for one in (*steps(), *cards()) if one.question]


class ReflectionForm(EntryForm):
    """An answer in one's own words. Which question it answers stays once it is written."""

    step = forms.ChoiceField(label=_("Which question?"), choices=QUESTIONS)
    answer = Words(label=_("In your own words"), rows=5, max_length=MOST_ANSWER)
    on = Day(label=_("On which day?"))

    def dress(self) -> None:
        if self.document is not None:
            del self.fields["step"]
            self._ask(self.document.content.step)
        elif self.initial.get("step"):
            self.fields["step"].widget = forms.HiddenInput()
            self._ask(self.initial["step"])

    def _ask(self, key: str) -> None:
        self.fields["answer"].label = question_of(key) or self.fields["answer"].label

    def content(self, *, at: datetime) -> Reflection:
        step = self.document.content.step if self.document else self.cleaned_data["step"]
        return Reflection(step=step, answer=self.cleaned_data["answer"])
