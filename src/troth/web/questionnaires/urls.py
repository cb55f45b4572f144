"""Addresses of questionnaires."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.parts.entries import Done, EntryPages, More, Told, entry_urls
from troth.web.questionnaires import answering, pictures, results, views
from troth.web.questionnaires.forms import NoteForm

TOLD = Told(
    plural=_("Questionnaires"),
    singular=_("questionnaire"),
    icon="page",
    lede=_(
        "Questions with stated rules, for you about yourself. Each result says how sure it is, and what it is not."
    ),
    add=_("Choose one"),
    ask=_("Which one?"),
    states={"begun": (_("begun"), "clay"), "finished": ("", "")},
    moves={
        "answer": Done(label=_("Answer"), said=_("Kept. You can go on any time."), step=_("answered")),
        "finish": Done(
            label=_("Finish"), said=_("Finished. The answers stay as they are."), step=_("finished")
        ),
    },
)
PAGES = EntryPages(
    practice="questionnaires",
    told=TOLD,
    form=NoteForm,
    more=(
        More("questionnaires:pairs", "two", _("When near meets far")),
        More("questionnaires:licences", "book", _("Where the questions come from")),
    ),
    beside=views.beside,
    around=results.around,
)
said.add({"half_kept": _("Kept as far as you came. Go on whenever you like.")})
app_name = "questionnaires"
urlpatterns = [
    path("questionnaires/licences/", views.licences, name="licences"),
    path("questionnaires/pairs/", views.pairs, name="pairs"),
    path("questionnaires/begin/<slug:name>/", views.begin, name="begin"),
    path("questionnaires/over-time/<slug:name>/", results.over_time, name="over_time"),
    path("questionnaires/over-time/<slug:name>/picture/", pictures.along, name="along"),
    path("questionnaires/<uuid:id>/two-lines/", pictures.two_lines, name="two_lines"),
    path("questionnaires/<uuid:id>/answer/", answering.one_by_one, name="answer"),
    path("questionnaires/<uuid:id>/answer/all/", answering.all_at_once, name="answer_all"),
    path("questionnaires/<uuid:id>/fhir/", results.as_fhir, name="fhir"),
    *(one for one in entry_urls(PAGES) if one.name != "answer"),
]
