"""Addresses of promises."""

from django.utils.translation import gettext_lazy as _

from troth.web.parts.entries import Done, EntryPages, More, Told, entry_urls
from troth.web.promises.beside import beside, their_word
from troth.web.promises.forms import KeptForm, NewTermForm, PromiseForm

TOLD = Told(
    plural=_("Promises"),
    singular=_("promise"),
    icon="clock",
    lede=_("Small things said beforehand, and kept."),
    states={
        "open": (_("open"), ""),
        "kept": (_("kept"), "moss"),
        "kept_late": (_("kept late"), "moss"),
        "missed": (_("missed"), "clay"),
        "withdrawn": (_("taken back"), "none"),
    },
    moves={
        "keep": Done(label=_("Kept"), said=_("Kept. That counts."), step=_("kept")),
        "keep_late": Done(
            label=_("Kept late"),
            said=_("Kept, later than said. Naming it is part of it."),
            step=_("kept late"),
        ),
        "renegotiate": Done(
            label=_("Move it"), said=_("Moved, before it was due."), step=_("moved, before it was due")
        ),
        "renegotiate_late": Done(
            label=_("Move it"), said=_("Moved, after it was due."), step=_("moved, after it was due")
        ),
        "miss": Done(
            label=_("Missed"),
            said=_("Noted as missed. It can be mended, and it stays a miss."),
            step=_("missed"),
        ),
        "withdraw": Done(label=_("Take it back"), said=_("Taken back in time."), step=_("taken back")),
        "reopen": Done(label=_("Open it again"), said=_("Open again."), step=_("opened again")),
    },
)
PAGES = EntryPages(
    practice="promises",
    told=TOLD,
    form=PromiseForm,
    beside=beside,
    around=their_word,
    move_forms={
        "keep": KeptForm,
        "keep_late": KeptForm,
        "renegotiate": NewTermForm,
        "renegotiate_late": NewTermForm,
    },
    more=(More("insights:word", "level", _("How far my word held")),),
)
app_name = "promises"
urlpatterns = entry_urls(PAGES)
