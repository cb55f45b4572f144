"""Reads subscales and how they are scored."""

import re
from collections.abc import Sequence

from troth.instruments.loading.table import Table
from troth.instruments.model import Item, Missing, Subscale

NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")
METHODS = ("sum", "mean", "sum_scaled", "any_yes")
DIRECTIONS = ("higher-better", "lower-better", "neither")
RULES = ("complete", "prorate", "mean_of_answered", "any")
FITTING = {
    "sum": ("complete", "prorate"),
    "sum_scaled": ("complete", "prorate"),
    "mean": ("complete", "mean_of_answered", "prorate"),  # of a mean the two are one
    "any_yes": ("any", "complete"),
}


def subscales(table: Table, items: Sequence[Item]) -> tuple[Subscale, ...]:
    """Read all subscales; every id once, every turned item in at least one."""
    found = [_subscale(one, items) for one in table.tables("subscales", required=True, least=1)]
    ids = [scale.id for scale in found]
    for id in sorted({id for id in ids if id and ids.count(id) > 1}):
        table.wrong("subscales", f'"{id}" stands twice')
    scored = {no for scale in found for no in scale.items}
    for place, item in enumerate(items):
        if item.key == "-" and item.no not in scored:
            table.wrong(f"items[{place}].key", "a reverse key, but no subscale has this item")
    return tuple(found)


def _subscale(one: Table, items: Sequence[Item]) -> Subscale:
    id = one.text("id", most=40)
    if id and not NAME.fullmatch(id):
        one.wrong("id", "expected small letters, digits, - and _")
    numbers = _numbers(one, len(items))
    method = one.one_of("method", METHODS)
    missing = _missing(one, numbers, method)
    if method == "any_yes":
        _check_yes_or_no(one, numbers, items)
    scale = Subscale(
        id=id,
        title=one.text("title", most=200),
        items=numbers,
        method=method or "sum",
        high_means=one.text("high_means", most=300),
        direction=one.one_of("direction", DIRECTIONS) or "neither",
        missing=missing,
        factor=_factor(one, method),
        loinc=one.perhaps("loinc", most=40),
    )
    one.leave()
    return scale


def _numbers(one: Table, count: int) -> tuple[int, ...]:
    numbers = one.wholes("items")
    for no in numbers:
        if not 1 <= no <= count:
            one.wrong("items", f"{no} is not an item (1–{count})")
    for no in sorted({no for no in numbers if numbers.count(no) > 1}):
        one.wrong("items", f"{no} stands twice")
    return numbers


def _factor(one: Table, method: str | None) -> float:
    factor = one.number("factor", required=method == "sum_scaled", above=0)
    if factor is not None and method is not None and method != "sum_scaled":
        one.wrong("factor", 'only with method "sum_scaled"')
    return 1 if factor is None else factor


def _check_yes_or_no(one: Table, numbers: Sequence[int], items: Sequence[Item]) -> None:
    for no in numbers:
        if 1 <= no <= len(items) and {option.value for option in items[no - 1].options} != {0, 1}:
            one.wrong("method", f"any_yes needs the options 0 and 1; item {no} has others")
            return


def _missing(one: Table, numbers: Sequence[int], method: str | None) -> Missing:
    if not one.has("missing"):
        one.table("missing")
        return Missing("complete")
    table = one.table("missing")
    rule = table.one_of("rule", RULES) if table.values else None
    counts = rule in ("prorate", "mean_of_answered")
    least = table.whole("min_answered", required=counts, least=1)
    rounding = table.one_of("round", ("nearest",), required=False)
    table.leave()
    if least is not None and not counts:
        table.wrong("min_answered", "only with prorate and mean_of_answered")
    if least is not None and numbers and least > len(numbers):
        table.wrong("min_answered", f"{least} is more than the {len(numbers)} items")
    if rounding is not None and rule != "prorate":
        table.wrong("round", "only with prorate")
    if rule and method and rule not in FITTING[method]:
        table.wrong("rule", f"{rule} does not go with {method}; expected {' or '.join(FITTING[method])}")
    return Missing(rule or "complete", least, rounding)
