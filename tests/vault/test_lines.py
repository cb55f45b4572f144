"""Context lines: every part is in the line, and nothing else can stand in for it."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, IntEnum, StrEnum
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth import vault
from troth.vault import CannotOpen, Cost, Key

ONE, TWO, THREE = UUID(int=1), UUID(int=2), UUID(int=3)
DUE = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
DAY = date(2027, 1, 31)
KEY = Key(bytes(32))


class Label(StrEnum):
    READ = "read"


class Loud(str, Enum):  # noqa: UP042 - its str() is not its value, unlike that of a StrEnum
    READ = "read"


class Count(IntEnum):
    ONE = 1


def differently(value):
    """Another value of the same kind."""
    return {
        UUID: lambda: UUID(int=9),
        int: lambda: value + 1,
        str: lambda: value + "x",
        bytes: lambda: bytes([value[0] ^ 1]) + value[1:],
        datetime: lambda: value + timedelta(seconds=1),
        date: lambda: value + timedelta(days=1),
        Cost: lambda: Cost(value.memory_kib + 1, value.passes, value.lanes),
    }[type(value)]()


SHARE = {"share": ONE, "owner": TWO, "receiver": THREE, "scope": "copy", "expires": DAY}
BUILT = [
    (
        vault.entry_line,
        {"id": ONE, "owner": TWO, "bond": THREE, "sequence": 4, "topic": b"t" * 16, "due": DUE}
        | {"version": 5, "generation": 6},
        {"bond", "due"},
    ),
    (
        vault.record_line,
        {"table": "person", "id": ONE, "owner": TWO, "bond": THREE, "version": 5, "generation": 6},
        {"bond", "version"},
    ),
    (
        vault.slot_line,
        {"method": "token", "id": ONE, "person": TWO, "cost": Cost(), "scope": "read", "expires": DAY}
        | {"generation": 6},
        {"cost", "expires"},
    ),
    (vault.session_line, {"id": ONE, "person": TWO, "generation": 6}, set()),
    (vault.note_line, {"table": "draft", "id": ONE, "person": TWO, "generation": 6}, set()),
    (vault.share_copy_line, SHARE, {"expires"}),
    (vault.share_line, SHARE, {"expires"}),
    (vault.share_owner_line, {"share": ONE, "owner": TWO, "generation": 6}, set()),
]
NAMES = [builder.__name__ for builder, _, _ in BUILT]
EACH_PART = [(builder, parts, optional, name) for builder, parts, optional in BUILT for name in parts]
WRONG = [
    object(),
    1.5,
    True,
    -1,
    2**53,
    "with|bar",
    "Upper",
    "line\n",
    "ä",
    b"",
    DUE.replace(tzinfo=None),
    [],
    ONE,
    7,
]


@pytest.mark.parametrize(("builder", "parts", "optional", "name"), EACH_PART)
def test_a_box_stays_closed_when_one_part_of_its_line_is_another(builder, parts, optional, name):
    box = vault.seal_record(KEY, b"calm", line=builder(**parts))
    assert vault.open_record(KEY, box, line=builder(**parts)) == b"calm"
    others = [differently(parts[name])] + [None] * (name in optional)
    for other in others:
        with pytest.raises(CannotOpen):
            vault.open_record(KEY, box, line=builder(**parts | {name: other}))


@pytest.mark.parametrize(("builder", "parts", "optional", "name"), EACH_PART)
def test_a_part_of_another_type_is_a_programming_error(builder, parts, optional, name):
    fitting = {"str": (str,), "int": (int,), "UUID": (UUID,), "bytes": (bytes,)}.get(
        type(parts[name]).__name__, ()
    )
    wrong = [value for value in WRONG if type(value) not in fitting]
    out_of_range = [
        value for value in (-1, 2**53, "with|bar", "Upper", "line\n", "ä") if type(value) in fitting
    ]
    for value in wrong + out_of_range + [None] * (name not in optional):
        with pytest.raises(ValueError, match="part of a context line"):
            builder(**parts | {name: value})


@pytest.mark.parametrize(("builder", "parts", "optional"), BUILT, ids=NAMES)
def test_a_builder_writes_what_the_general_function_writes(builder, parts, optional):
    start, label, *texts = builder(**parts).split("|")
    assert start == "troth/1"
    assert vault.context_line(label, *texts) == builder(**parts)


@pytest.mark.parametrize(("builder", "parts", "optional"), BUILT, ids=NAMES)
def test_a_builder_takes_names_only(builder, parts, optional):
    with pytest.raises(TypeError):
        builder(*parts.values())


def test_lines_of_different_kinds_never_meet():
    lines = [builder(**parts) for builder, parts, _ in BUILT]
    assert len(set(lines)) == len(lines)


def test_a_slot_without_a_passphrase_has_three_zeros():
    line = vault.slot_line(
        method="recovery", id=ONE, person=TWO, cost=None, scope="", expires=None, generation=1
    )
    assert line == f"troth/1|slot|recovery|{ONE}|{TWO}|0|0|0|||1"


def test_due_is_written_in_seconds_whatever_the_zone():
    there = DUE.astimezone(timezone(timedelta(hours=5, minutes=45)))
    entry = BUILT[0][1]
    assert vault.entry_line(**entry) == vault.entry_line(**entry | {"due": there})
    assert f"|{int(DUE.timestamp())}|" in vault.entry_line(**entry)


@pytest.mark.parametrize(
    "due",
    [
        DUE.replace(microsecond=1),
        datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC),
        DUE.replace(tzinfo=None),
        DAY,
    ],
)
def test_due_is_a_whole_second_with_a_zone(due):
    with pytest.raises(ValueError, match="expected a moment"):
        vault.entry_line(**BUILT[0][1] | {"due": due})


@given(st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC)))
def test_due_is_the_same_number_that_the_clock_says(due):
    due = due.replace(microsecond=0)
    assert f"|{int(due.timestamp())}|" in vault.entry_line(**BUILT[0][1] | {"due": due})


def test_each_kind_of_part_has_its_form():
    line = vault.context_line("x", "a.b:c_d-9", 0, 2**53 - 1, ONE, b"\x00\xff", DAY, None, "")
    assert line == f"troth/1|x|a.b:c_d-9|0|9007199254740991|{ONE}|00ff|2027-01-31||"


def test_text_and_numbers_of_an_enumeration_are_written_as_their_value():
    assert vault.context_line("x", Label.READ) == vault.context_line("x", Loud.READ) == "troth/1|x|read"
    assert vault.slot_line(**BUILT[2][1] | {"scope": Loud.READ}) == vault.slot_line(**BUILT[2][1])


@pytest.mark.parametrize(
    "part",
    [
        *("with|bar", "Upper", "a b", "line\n", "\n", "ä", "ａ", "\x00", "\ud800", -1, 2**53, 10**400, True),
        *(False, 1.0, float("nan"), DUE, [], {}, object(), Count.ONE),
    ],
)
def test_a_part_that_does_not_match_is_refused(part):
    with pytest.raises(ValueError, match="part of a context line: got"):
        vault.context_line("x", part)


@pytest.mark.parametrize("label", ["", "Upper", "a|b", None, 1, "ä", b"x"])
def test_a_label_is_a_word(label):
    with pytest.raises(ValueError, match="part of a context line"):
        vault.context_line(label, 1)


texts = st.text("abcz0189._:-", max_size=6)


@given(st.lists(texts, max_size=5), st.lists(texts, max_size=5))
def test_different_parts_give_different_lines(some, others):
    assert (vault.context_line("x", *some) == vault.context_line("x", *others)) == (some == others)


@given(st.text(max_size=4))
def test_free_text_is_written_as_it_is_or_refused(text):
    if all(sign in "abcdefghijklmnopqrstuvwxyz0123456789._:-" for sign in text):
        assert vault.context_line("x", text) == f"troth/1|x|{text}"
    else:
        with pytest.raises(ValueError, match="got str"):
            vault.context_line("x", text)
