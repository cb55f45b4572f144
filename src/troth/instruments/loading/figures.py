"""Reads norms, reliability, change, bands and safety rules: every number with its source."""

from collections.abc import Sequence

from troth.instruments.loading.table import Table
from troth.instruments.model import (
    Certainty,
    ChangeRule,
    Cutoff,
    Item,
    Norm,
    Reliability,
    SafetyRule,
    Subscale,
)

CERTAINTIES = ("found", "secondary", "verify", "computed", "ours")
REACTIONS = ("partner-violence", "self-harm", "control")
TOWARD = ("self", "me", "other")


def norms(table: Table, scales: Sequence[Subscale]) -> tuple[Norm, ...]:
    """Read means and spreads; a group stands once for a subscale."""
    found: list[Norm] = []
    for one in table.tables("norms"):
        norm = Norm(
            subscale=_scale(one, scales),
            group=one.text("group", most=80),
            label=one.text("label", most=200),
            mean=one.number("mean") or 0,
            sd=one.number("sd", above=0) or 1,
            n=one.whole("n", required=False, least=1),
            sample=one.text("sample"),
            source=one.text("source"),
            certainty=_certainty(one),
        )
        one.leave()
        if any((other.subscale, other.group) == (norm.subscale, norm.group) for other in found):
            one.wrong("group", "stands twice for this subscale")
        found.append(norm)
    return tuple(found)


def reliability(table: Table, scales: Sequence[Subscale]) -> tuple[Reliability, ...]:
    """Read reliabilities; at most one a subscale is in use."""
    found: list[Reliability] = []
    for one in table.tables("reliability"):
        entry = _reliability(one, scales)
        one.leave()
        if entry.use and any(other.use and other.subscale == entry.subscale for other in found):
            one.wrong("use", "another one of this subscale is in use")
        found.append(entry)
    return tuple(found)


def _reliability(one: Table, scales: Sequence[Subscale]) -> Reliability:
    kind = one.one_of("type", ("alpha", "omega", "retest"))
    value = one.number("value")
    if value is not None and not 0 < value < 1:
        one.wrong("value", f"{value:g} is not between 0 and 1")
    sd = one.number("sd", required=False, above=0)
    certainty = _certainty(one)
    return Reliability(
        subscale=_scale(one, scales),
        type=kind or "alpha",
        value=value or 0.5,
        interval_days=one.whole("interval_days", required=kind == "retest", least=1),
        n=one.whole("n", required=False, least=1),
        source=one.text("source"),
        certainty=certainty,
        sd=sd,
        sd_source=one.perhaps("sd_source"),
        sd_certainty=one.one_of("sd_certainty", CERTAINTIES, required=False) or (certainty if sd else None),
        use=one.switch("use", default=False),
    )


def change(table: Table, scales: Sequence[Subscale]) -> tuple[ChangeRule, ...]:
    """Read the rules for change that are not worked out from reliability."""
    found: list[ChangeRule] = []
    for one in table.tables("change"):
        kind = one.one_of("kind", ("published", "never", "ours"))
        rule = ChangeRule(
            kind=kind or "never",
            subscale=_change_scale(one, kind, scales),
            threshold=one.number("threshold", required=kind == "published", above=0),
            reason=one.text("reason", required=kind == "never") or None,
            points=one.number("points", required=kind == "ours", above=0),
            subscales_at_least=one.whole("subscales_at_least", required=kind == "ours", least=1),
            source=one.text("source", required=kind == "published") or None,
            certainty=one.one_of("certainty", CERTAINTIES, required=kind == "published"),
        )
        one.leave()
        if any((other.kind == "ours", other.subscale) == (kind == "ours", rule.subscale) for other in found):
            one.wrong("subscale", "has another rule already")
        found.append(rule)
    return tuple(found)


def _change_scale(one: Table, kind: str | None, scales: Sequence[Subscale]) -> str | None:
    if kind != "ours":
        return _scale(one, scales)
    if one.has("subscale"):
        one.wrong("subscale", 'not for "ours", which looks at all of them')
    one.taken.add("subscale")
    return None


def cutoffs(table: Table, scales: Sequence[Subscale]) -> tuple[Cutoff, ...]:
    """Read bands, from the lowest up."""
    found: list[Cutoff] = []
    for one in table.tables("cutoffs"):
        start = one.number("from")
        cut = Cutoff(
            subscale=_scale(one, scales),
            id=one.text("id", most=40),
            label=one.text("label", most=200),
            start=0 if start is None else start,
            by=one.one_of("by", ("authors", "validation")) or "authors",
            source=one.text("source"),
            certainty=_certainty(one),
        )
        one.leave()
        before = [other.start for other in found if other.subscale == cut.subscale]
        if start is not None and before and start <= before[-1]:
            one.wrong("from", f"{start:g} does not come after {before[-1]:g}; bands go up")
        found.append(cut)
    return tuple(found)


def safety(table: Table, items: Sequence[Item]) -> tuple[SafetyRule, ...]:
    """Read which answers the safety room hears of."""
    found: list[SafetyRule] = []
    for one in table.tables("safety"):
        numbers = one.wholes("items")
        for no in numbers:
            if not 1 <= no <= len(items):
                one.wrong("items", f"{no} is not an item (1–{len(items)})")
        least = one.whole("at_least")
        reaction, toward = one.one_of("reaction", REACTIONS), one.one_of("toward", TOWARD)
        one.leave()
        found.append(SafetyRule(numbers, least or 0, reaction or "control", toward or "me"))
    return tuple(found)


def _certainty(one: Table) -> Certainty:
    return one.one_of("certainty", CERTAINTIES) or "verify"


def _scale(one: Table, scales: Sequence[Subscale]) -> str:
    id = one.text("subscale", most=40)
    known = [scale.id for scale in scales if scale.id]
    if id and id not in known:
        one.wrong("subscale", f"no such subscale; there are {', '.join(known) or 'none'}")
    return id
