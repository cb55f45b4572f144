"""What is typed about an ask: the question, and what they said."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from troth.practices.asks import MOST_ANSWER, MOST_QUESTION, Answer, Ask, cards
from troth.web.parts.entries import EntryForm, MoveForm
from troth.web.parts.fields import Cards, Words

ASKED = (("face_to_face", _("Face to face")), ("message", _("By message")))
WAYS = (*ASKED, ("not_yet", _("I don't know yet")))


def _answer(label: object) -> Words:
    about = _("As close to their own words as you can.")
    return Words(label=label, help_text=about, rows=3, max_length=MOST_ANSWER, required=False)


class AskForm(EntryForm):
    """A question of my own, or one from a card."""

    question = Words(
        label=_("Your question"),
        help_text=_("One at a time. A question they may leave open."),
        rows=2,
        max_length=MOST_QUESTION,
    )
    way = Cards(label=_("How do you want to ask?"), choices=WAYS, initial="not_yet")
    answer = _answer(_("What did they say?"))

    def dress(self) -> None:
        if self.document is None or (self.document.state == "to_ask" and not self.document.content.answer):
            del self.fields["answer"]  # there can be none yet

    @classmethod
    def asked(cls, given: Mapping[str, str]) -> dict[str, str]:
        """Take the name of a card from an address: `?card=this_week`."""
        question = {card.key: gettext(card.question) for card in cards()}.get(given.get("card", ""))
        return super().asked(given) | ({"question": question} if question else {})

    def content(self, *, at: datetime) -> Ask:
        return Ask(
            question=self.cleaned_data["question"],
            way=self.cleaned_data["way"],
            answer=self.cleaned_data.get("answer", ""),
        )


class AskedForm(MoveForm):
    """What they said, and how it was asked. No answer is an answer too."""

    answer = _answer(_("What did they say?"))
    way = Cards(label=_("How did you ask?"), choices=ASKED, initial="face_to_face")

    def given(self, *, at: datetime) -> Answer:
        return Answer(answer=self.cleaned_data["answer"], way=self.cleaned_data["way"])
