"""What each button does with the words: nothing of it touches the store."""

from collections.abc import Mapping
from typing import Any

from troth.web.parts.coached.reading import in_place, reading_of
from troth.web.parts.lazily import coach


def turned(given: Mapping[str, Any], pressed: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields after the button that was pressed; without one they stay."""
    words, before = given["words"], given["before"]
    if "rewrite" in pressed:
        before = before or words
    elif pressed.get("keep") == "before":
        words, before = before or words, ""
    elif pressed.get("keep") == "new":
        before = ""
    elif "use" in pressed:
        changed = in_place(words, reading_of(words, coach.rehearse(words)), pressed["use"])
        words, before = changed or words, (before or words) if changed else before
    return {**given, "words": words, "before": before}
