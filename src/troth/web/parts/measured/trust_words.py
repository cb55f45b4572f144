"""What may be said of felt trust: one sentence, one band, one count; the words are tied to .80 and .95."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from troth.web.parts.measured.rounded import half_words, in_ten_words
from troth.web.parts.measured.seen import Trust
from troth.web.parts.tongue import spoken

if TYPE_CHECKING:
    from troth.trends import Comparison, Level, Trend

STARTING_DAYS = 28
FIRST_NEEDED, LATELY_NEEDED = 10, 5
CHANGES = spoken(
    {
        "clearly higher": gettext_lazy("clearly higher"),
        "probably higher": gettext_lazy("probably higher"),
        "no clear change": gettext_lazy("no clear change"),
        "probably lower": gettext_lazy("probably lower"),
        "clearly lower": gettext_lazy("clearly lower"),
        "not enough yet": gettext_lazy("not enough yet"),
    }
)


@dataclass(frozen=True, kw_only=True)
class TrustWords:
    """The sentences; what is empty is not said.

    level, compared, word, how_sure : the answer; ``word`` is the one that stands out
    answered : the count it rests on
    not_yet : why there is no comparison, in place of one
    if_lower, full : where the answer leans on days without an answer, or the scale is full
    asks, says : something may have changed lately: as a question, or as a sentence
    """

    level: str
    answered: str
    compared: str = ""
    word: str = ""
    how_sure: str = ""
    not_yet: str = ""
    if_lower: str = ""
    full: str = ""
    asks: str = ""
    says: str = ""
    is_faint: bool = False


def trust_words(trust: Trust) -> TrustWords | None:
    """Say it; nothing where fewer than three answers were given."""
    trend = trust.trend
    if trend.level is None or trend.show == "none":
        return None
    asks, says = _changed(trust)
    return TrustWords(
        level=level_words(trend.level, trust.role),
        answered=_answered(trend),
        is_faint=trend.show == "faint",
        full=_(
            "Many of your answers stand at an end of the scale. It is full there, so small changes cannot be seen."
        )
        if trend.scale.full
        else "",
        asks=asks,
        says=says,
        **_comparison(trend),
    )


def level_words(level: "Level", role: str) -> str:
    """Say where it stands, and its band."""
    names = {"mean": half_words(level.mean), "low": half_words(level.low), "high": half_words(level.high)}
    if names["low"] == names["high"]:
        said = {
            "supporter": _("How much you felt trusted lately is around %(mean)s of 10."),
            "person": _("How much trust you felt lately is around %(mean)s of 10."),
        }
    else:
        said = {
            "supporter": _(
                "How much you felt trusted lately is around %(mean)s of 10 (likely %(low)s to %(high)s)."
            ),
            "person": _(
                "How much trust you felt lately is around %(mean)s of 10 (likely %(low)s to %(high)s)."
            ),
        }
    return said[role] % names


def _answered(trend: "Trend") -> str:
    days = {"answered": trend.days.answered, "span": trend.days.span}
    said = ngettext(
        "%(answered)d of %(span)d day answered.", "%(answered)d of %(span)d days answered.", days["span"]
    )
    return said % days


def _comparison(trend: "Trend") -> dict[str, str]:
    if trend.days.span <= STARTING_DAYS:
        return {
            "not_yet": _(
                "This is the starting phase: the first four weeks are what later ones are compared with."
            )
        }
    compare = trend.compare
    if compare.word == "not enough yet" or compare.p_higher is None:
        return {"not_yet": _why_not_yet(compare)}
    sure = max(compare.p_higher, 1 - compare.p_higher)
    is_moved = compare.word != "no clear change"
    return {
        "compared": _("Compared with your first four weeks:"),
        "word": CHANGES()[compare.word],
        "how_sure": f"({in_ten_words(sure)})" if is_moved else "",
        "if_lower": _if_lower(compare),
    }


def _why_not_yet(compare: "Comparison") -> str:
    first, lately = compare.baseline.n, compare.recent.n
    if first < FIRST_NEEDED:
        return ngettext(
            "Your first four weeks hold %(n)d answer, and a comparison needs ten there. So there is none; the level is shown all the same.",
            "Your first four weeks hold %(n)d answers, and a comparison needs ten there. So there is none; the level is shown all the same.",
            first,
        ) % {"n": first}
    if lately < LATELY_NEEDED:
        return ngettext(
            "The last two weeks hold %(n)d answer. From five on they can be compared with your first four weeks.",
            "The last two weeks hold %(n)d answers. From five on they can be compared with your first four weeks.",
            lately,
        ) % {"n": lately}
    return _("The last two weeks still overlap with your first four. After that they can be compared.")


def _if_lower(compare: "Comparison") -> str:
    other = compare.word_if_missing_lower
    if other is None or other == compare.word:
        return ""
    return _("If the days without an answer were one lower, it would read: %(word)s.") % {
        "word": CHANGES()[other]
    }


def _changed(trust: Trust) -> tuple[str, str]:
    """Ask, or say, that something may have changed; not where what happened is noted already."""
    change = trust.trend.change
    if not (change.ask or change.say) or change.from_ is None or change.to is None:
        return "", ""
    if any(change.from_ <= one.at <= change.to for one in trust.breaches):
        return "", ""
    around = {"first": _day(change.from_), "last": _day(change.to)}
    if change.say:
        return "", _("It looks lower since some day between %(first)s and %(last)s.") % around
    return _("Something may have changed between %(first)s and %(last)s. Was there an event?") % around, ""


def _day(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F")
