"""Items: each in its place, as many as allowed, none missing that is required."""

from collections.abc import Sequence
from typing import Any

from troth.instruments.fhir.checking.answers import check_answers, has_value
from troth.instruments.fhir.checking.enabling import is_enabled
from troth.instruments.fhir.checking.issues import Check, Table, extension, tables
from troth.instruments.fhir.codes import CORE

WITHOUT_ANSWERS = ("group", "display", "question")


def check_items(check: Check, definitions: Sequence[Table], given: Any, path: str) -> None:
    """Check the items at one place of the response against those that the form has there."""
    if given is not None and not isinstance(given, list):
        check.error("structure", f"{path}.item", "expected a list")
    here = _by_link(check, definitions, given, path)
    for definition in definitions:
        link = definition.get("linkId")
        if isinstance(link, str):
            _check_one(check, definition, here.get(link, []), path)


def _by_link(
    check: Check, definitions: Sequence[Table], given: Any, path: str
) -> dict[str, list[tuple[str, Table]]]:
    order = {str(one.get("linkId")): place for place, one in enumerate(definitions)}
    found: dict[str, list[tuple[str, Table]]] = {}
    last = -1
    for place, item in enumerate(given if isinstance(given, list) else ()):
        where = f"{path}.item[{place}]"
        link = item.get("linkId") if hasattr(item, "get") else None
        if not isinstance(link, str):
            check.error("structure", where, "expected an item with a linkId")
        elif link not in order:
            _misplaced(check, link, where)
        else:
            if order[link] < last:
                check.warning("structure", where, "not in the order of the Questionnaire")
            last = max(last, order[link])
            found.setdefault(link, []).append((where, item))
    return found


def _misplaced(check: Check, link: str, where: str) -> None:
    if link in _links(tables(check.form.get("item"))):
        check.error("structure", where, "this linkId has its place elsewhere in the Questionnaire")
    else:
        check.error("not-found", where, "no item of the Questionnaire has this linkId")


def _links(definitions: Sequence[Table]) -> set[str]:
    found = {str(one.get("linkId")) for one in definitions}
    for one in definitions:
        found |= _links(tables(one.get("item")))
    return found


def _check_one(check: Check, definition: Table, given: list[tuple[str, Table]], path: str) -> None:
    kind = definition.get("type")
    is_on = is_enabled(check, definition)
    if given and not is_on:
        check.warning("business-rule", given[0][0], "answered, though the Questionnaire does not ask it here")
    for where, item in given:
        if kind in WITHOUT_ANSWERS and "answer" in item:
            check.error("structure", where, f"an item of type {kind} takes no answer")
    if kind == "display":
        return
    if kind in WITHOUT_ANSWERS:
        _check_groups(check, definition, given, path, is_on=is_on)
    else:
        _check_question(check, definition, given, path, is_on=is_on)


def _check_groups(
    check: Check, definition: Table, given: list[tuple[str, Table]], path: str, *, is_on: bool
) -> None:
    is_wanted = definition.get("required") is True and is_on
    if is_wanted and not given:
        check.unfinished("required", path, f"{_called(definition)} needs its items")
    for where, item in given:
        if is_wanted and not tables(item.get("item")):
            check.unfinished("required", where, f"{_called(definition)} needs its items")
        check_items(check, tables(definition.get("item")), item.get("item"), where)
    _check_count(check, definition, len(given), given[0][0] if given else path, is_on=is_on)


def _check_question(
    check: Check, definition: Table, given: list[tuple[str, Table]], path: str, *, is_on: bool
) -> None:
    found: list[tuple[str, Table]] = []
    for where, item in given:
        answers = item.get("answer", [])
        if not isinstance(answers, list) or len(tables(answers)) < len(answers):
            check.error("structure", f"{where}.answer", "expected a list of answers")
        if "item" in item:
            check.error("structure", f"{where}.item", "items below a question stand inside its answer")
        found += [(f"{where}.answer[{place}]", answer) for place, answer in enumerate(tables(answers))]
    first = given[0][0] if given else path
    if len(given) > 1:
        check.unfinished("structure", given[1][0], "this question stands twice; answers belong into one item")
    if definition.get("required") is True and is_on and not any(has_value(answer) for _, answer in found):
        check.unfinished("required", first, f"{_called(definition)} needs an answer")
    check_answers(check, definition, found)
    for where, answer in found:
        check_items(check, tables(definition.get("item")), answer.get("item"), where)
    _check_count(check, definition, len(found), first, is_on=is_on)


def _check_count(check: Check, definition: Table, count: int, where: str, *, is_on: bool) -> None:
    least = extension(definition, f"{CORE}/questionnaire-minOccurs")
    most = extension(definition, f"{CORE}/questionnaire-maxOccurs")
    if count > 1 and definition.get("repeats") is not True:
        check.unfinished("business-rule", where, f"{_called(definition)} may stand once; found {count}")
    if type(most) is int and count > most:
        check.unfinished("business-rule", where, f"{_called(definition)}: at most {most}, found {count}")
    if type(least) is int and count < least and is_on:
        check.error("required", where, f"{_called(definition)}: at least {least}, found {count}")


def _called(definition: Table) -> str:
    return f'item "{definition.get("linkId")}"'
