"""Two invented charts for the pattern page."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from troth.web.parts.charts import (
    Dot,
    Drawn,
    Level,
    Mark,
    OverTime,
    Range,
    Ranges,
    drawn_over_time,
    drawn_ranges,
)

FIRST = date(2026, 8, 3)
ANSWERS = (5, 6, 5, 4, 6, 7, 5, 3, 5, 6, 4, 3, 2, 4, 3, 5, 6, 5, 4, 6, 5, 7, 6, 5)
STEP_DAYS = 4
GAP = range(28, 44)


def over_time() -> Drawn:
    """Draw dots with a band, a gap and one event."""
    days = [FIRST + timedelta(days=number) for number in range(len(ANSWERS) * STEP_DAYS)]
    dots = tuple(Dot(on=on, value=value) for on, value in zip(days[::STEP_DAYS], ANSWERS, strict=True))
    levels = tuple(
        Level(on=on, mean=5, low=4.3, high=5.7) for number, on in enumerate(days) if number not in GAP
    )
    chart = OverTime(
        title=_("How much you felt trusted"),
        says=_("Around 5 of 10 all the time, with a gap in September."),
        dots=dots,
        levels=levels,
        marks=(Mark(on=days[48], words=_("the missed weekend")),),
    )
    return drawn_over_time(chart, key="pattern-trust")


def ranges() -> Drawn:
    """Draw one firm range and one faint one."""
    rows = (
        Range(label=_("Tiny and small · 20"), low=7, mid=8.5, high=9.3),
        Range(label=_("Large · 4"), low=3, mid=5.5, high=8, is_faint=True),
    )
    chart = Ranges(
        title=_("How far my word held lately"),
        says=_("Small ones hold better than large ones."),
        rows=rows,
        ends=(_("none kept"), _("10 in 10")),
    )
    return drawn_ranges(chart, key="pattern-word")
