"""Days, moments and times as FHIR writes them, compared at the coarser of two precisions."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

DAY = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?"
FORMS = {
    "valueDate": re.compile(DAY),
    "valueDateTime": re.compile(
        rf"{DAY}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{CLOCK}(Z|[+-][0-9]{{2}}:[0-9]{{2}})"
    ),
    "valueTime": re.compile(CLOCK),
}
WHOLE_DAY = 10


def is_written(key: str, value: Any) -> bool:
    """Whether this is a day, moment or time that exists."""
    if not isinstance(value, str) or not FORMS[key].fullmatch(value):
        return False
    if key == "valueTime" or len(value) < WHOLE_DAY:
        return True
    try:
        date.fromisoformat(value[:WHOLE_DAY])
        _moment(value)
    except ValueError:
        return False
    return True


def compare(one: str, other: str) -> int:
    """Say whether the first comes before (-1) or after (1) the second; 0 where they agree as far as both say."""
    mine, theirs = _comparable(one, other)
    length = min(len(mine), len(theirs))
    mine, theirs = mine[:length], theirs[:length]
    return (mine > theirs) - (mine < theirs)


def is_outside(day: str, period: Mapping[str, Any]) -> bool:
    """Whether a moment lies before the start or after the end of a period."""
    start, end = period.get("start"), period.get("end")
    is_early = isinstance(start, str) and compare(day, start) < 0
    return is_early or (isinstance(end, str) and compare(day, end) > 0)


def _comparable(one: str, other: str) -> tuple[str, str]:
    """Two moments with a clock are compared in UTC; otherwise each as it is written, up to the shorter one's end."""
    if "T" in one and "T" in other:
        try:
            return _moment(one), _moment(other)
        except ValueError:
            pass
    return one, other


def _moment(text: str) -> str:
    if "T" not in text:
        return text
    moment = datetime.fromisoformat(text.replace(":60", ":59", 1) if ":60" in text else text)
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment.tzinfo else text
