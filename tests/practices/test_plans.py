"""Plans: agreed by both, and then not changed by one alone."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given

from tests.practices.examples import AFTER, BEFORE, ELSEWHERE, MADE, SUNDAY
from tests.practices.random_entries import lived
from tests.practices.understanding import a_plan, entries_of
from troth.practices import (
    BadContent,
    BadDocument,
    Document,
    Link,
    MoveRefused,
    edit,
    from_plain,
    line_of,
    move,
    open_moves,
    recap,
    start,
    to_plain,
)
from troth.practices.plans import PARTS, Plan, Version, missing, version_of


def agreed_plan(**given: Any) -> Document[Plan]:
    return move(a_plan(**given), "agree", at=BEFORE)


def test_a_plan_begins_as_a_draft_that_can_be_changed() -> None:
    plan = a_plan()
    assert (plan.state, version_of(plan)) == ("draft", 1)
    changed = edit(plan, replace(plan.content, please="ring me"), at=AFTER)
    assert changed.content.please == "ring me"


def test_agreeing_keeps_the_wording_and_the_moment() -> None:
    plan = agreed_plan()
    (version,) = plan.content.versions
    assert plan.state == "agreed"
    assert (version.when, version.please, version.never) == ("a plan changes", "tell me early", "surprise me")
    assert version.agreed_at == BEFORE


@pytest.mark.parametrize("part", PARTS)
def test_nobody_changes_alone_what_both_said_yes_to(part: str) -> None:
    plan = agreed_plan()
    with pytest.raises(BadContent) as refused:
        edit(plan, replace(plan.content, **{part: "other words"}), at=AFTER)
    assert str(refused.value) == f"content.{part}: expected the words that were agreed; renew it first"
    assert refused.value.reason == "fixed"


def test_an_agreed_one_may_still_be_moved_to_another_day() -> None:
    plan = agreed_plan()
    saturday = SUNDAY - timedelta(days=1)
    assert edit(plan, plan.content, at=AFTER, on=saturday).on == saturday


def test_a_renewed_one_can_be_changed_and_agreed_anew() -> None:
    draft = move(agreed_plan(), "renew", at=AFTER)
    assert (draft.state, version_of(draft)) == ("draft", 2)
    changed = edit(draft, replace(draft.content, never=""), at=AFTER)
    again = move(changed, "agree", at=AFTER + timedelta(days=1))
    assert [one.never for one in again.content.versions] == ["surprise me", ""]
    assert version_of(again) == 2


def test_either_may_withdraw_and_both_may_come_back() -> None:
    plan = move(agreed_plan(), "withdraw", at=AFTER)
    assert (plan.state, version_of(plan)) == ("withdrawn", 1)
    assert [one.name for one in open_moves(plan, at=AFTER)] == ["renew"]
    with pytest.raises(BadContent):
        edit(plan, replace(plan.content, please="ring me"), at=AFTER)
    assert move(plan, "renew", at=AFTER).state == "draft"


def test_steps_say_which_version_it_was() -> None:
    plan = move(move(move(agreed_plan(), "renew", at=AFTER), "agree", at=AFTER), "withdraw", at=AFTER)
    assert [(step.move, step.note["version"]) for step in plan.steps] == [
        ("agree", 1),
        ("renew", 1),
        ("agree", 2),
        ("withdraw", 2),
    ]


def test_please_or_never_is_needed_before_it_can_be_agreed() -> None:
    empty = a_plan(please="", never="")
    assert missing(empty.content) == ("please",)
    assert open_moves(empty, at=BEFORE) == ()
    with pytest.raises(MoveRefused) as refused:
        move(empty, "agree", at=BEFORE)
    assert refused.value.missing == ("please",)
    assert agreed_plan(please="").state == agreed_plan(never="").state == "agreed"


def test_a_draft_is_not_withdrawn() -> None:
    with pytest.raises(MoveRefused, match=r"^'withdraw' is not open in state 'draft'\.$"):
        move(a_plan(), "withdraw", at=BEFORE)


def test_a_new_one_was_not_agreed_before() -> None:
    old = Version(when="a plan changes", please="", never="no", agreed_at=MADE)
    with pytest.raises(BadContent, match=r"^versions: expected nothing yet$"):
        a_plan(versions=(old,))


def test_versions_are_not_typed() -> None:
    plan = agreed_plan()
    with pytest.raises(BadContent, match=r"^versions: expected no change here; a move changes it$"):
        edit(plan, replace(plan.content, versions=()), at=AFTER)


def test_an_imported_one_is_held_to_the_same() -> None:
    plain = to_plain(agreed_plan())
    plain["content"]["please"] = "other words"
    with pytest.raises(BadDocument, match=r"^\$\.content\.please: expected the words that were agreed"):
        from_plain(plain)
    plain = to_plain(a_plan()) | {"state": "withdrawn"}
    with pytest.raises(BadDocument, match=r"^\$\.content\.versions: expected a version, as it was agreed$"):
        from_plain(plain)


def test_a_plan_says_when() -> None:
    with pytest.raises(BadContent, match=r"^when: expected some words$"):
        a_plan(when="")
    with pytest.raises(BadContent, match=r"^never: expected at most 1000 characters, got 1001$"):
        a_plan(never="x" * 1_001)


def test_it_may_come_from_an_ask() -> None:
    tie = Link(to=ELSEWHERE, as_="from")
    assert start("plans", Plan(when="it is late"), at=MADE, on=SUNDAY, links=[tie]).links == (tie,)


def test_the_timeline_shows_the_line_and_its_version() -> None:
    line = line_of(agreed_plan())
    assert (line.title, dict(line.facts)) == (
        "a plan changes",
        {"please": "tell me early", "never": "surprise me", "version": 1, "agreed_at": BEFORE},
    )
    assert line_of(a_plan()).facts["agreed_at"] is None


def test_the_week_counts_each_time_it_was_agreed() -> None:
    again = move(move(agreed_plan(), "renew", at=AFTER), "agree", at=AFTER)
    assert recap([again], first_day=SUNDAY).counts["plans_agreed"] == 2


@given(lived(entries_of("plans")))
def test_what_is_not_a_draft_has_the_words_of_its_last_version(plan: Document[Plan]) -> None:
    content = plan.content
    if plan.state == "draft":
        assert version_of(plan) == len(content.versions) + 1
        return
    last = content.versions[-1]
    assert (content.when, content.please, content.never) == (last.when, last.please, last.never)
    assert version_of(plan) == sum(step.move == "agree" for step in plan.steps)
