"""The runner itself: nothing that did not run, or tried too little, is ever called passed."""

import os
import subprocess
import sys

import pytest

from tests.prove import table
from tests.prove.checks import ALL, UNNOTICED, Check, Proof, Record
from tests.prove.conftest import HERE
from tests.prove.server import ROOT

CHECK = None  # no numbered check: the runner leaves this file alone
TWENTY = Check(
    13, target="0 lost", least={"kills": (20, 300)}, controls=("answering early",), controls_full=("slow",)
)


def a_record(*, kills: int = 20, tried: bool = True, is_full: bool = False) -> Record:
    record = Record(TWENTY, is_full, frozenset({"test_a"}), ran={"test_a"})
    proof = Proof(record)
    proof.count("kills", kills)
    if tried:
        proof.control("answering early", noticed=True, seen="3 lost")
    return record


def test_enough_counts_and_a_noticed_control_pass():
    assert a_record().state == "pass"


@pytest.mark.parametrize(
    ("record", "state"),
    [
        (a_record(kills=0), "not run: 0 of at least 20 kills"),
        (a_record(kills=19), "not run: 19 of at least 20 kills"),
        (a_record(tried=False), "not run: the control was not tried: answering early"),
        (a_record(kills=300, is_full=True), "not run: the control was not tried: slow"),
    ],
)
def test_too_little_is_not_run(record, state):
    assert record.state == state


def test_a_test_that_was_not_chosen_is_not_run():
    record = a_record()
    record.ran.clear()
    assert record.state == "not run: only 0 of 1 tests ran"


def test_what_is_left_out_is_not_run_and_a_failure_comes_first():
    record = a_record()
    Proof(record).left_out("PostgreSQL", "no server answers")
    assert record.state == "not run: PostgreSQL: no server answers"
    record.failed.append("1 lost")
    assert record.state == "fail: 1 lost"


def test_a_control_that_passes_fails_the_check():
    record = a_record(tried=False)
    with pytest.raises(pytest.fail.Exception, match=UNNOTICED):
        Proof(record).control("answering early", noticed=False, seen="0 lost")
    with pytest.raises(pytest.fail.Exception, match=UNNOTICED), Proof(record).must_fail("answering early"):
        pass


def test_only_a_failed_assertion_is_a_notice():
    proof = Proof(a_record(tried=False))
    with pytest.raises(OSError, match="no disk"), proof.must_fail("answering early"):
        raise OSError("no disk")
    assert not proof.record.controls
    with proof.must_fail("answering early"):
        raise AssertionError("3 lost")
    assert proof.record.controls == {"answering early": "noticed: 3 lost"}


def test_a_bad_thing_that_was_found_fails():
    proof = Proof(a_record())
    proof.none("lost", [])
    with pytest.raises(AssertionError, match="2 lost"):
        proof.none("lost", ["a", "b"])
    assert proof.record.counted == "20 kills; 0 lost; 2 lost"


@pytest.mark.parametrize("least", [{}, {"kills": (0, 300)}])
def test_a_check_states_what_it_must_reach(least):
    with pytest.raises(ValueError, match="at least"):
        Check(13, target="0 lost", least=least)


def test_the_table_counts_the_three_states_and_says_what_is_not_built():
    found = table.rows({13: a_record(), 14: a_record(kills=3)}, uncollected=frozenset({20}))
    assert len(found) == len(ALL) == 30
    assert table.closing(found) == "1 pass, 0 fail, 29 not run"
    states = {row["number"]: row["state"] for row in found}
    assert states[20] == "not run: the file was not collected"
    assert states[10] == "not run: not built yet"
    assert "control, answering early: noticed: 3 lost" in table.printed(found)


@pytest.mark.parametrize(("more", "status"), [({}, 0), ({"STRICT": "1"}, 1)])
def test_a_check_that_is_not_built_is_not_run_and_strict_says_no(more, status):
    numbers = [number for number in ALL if not list(HERE.glob(f"test_{number:02}_*.py"))]
    if not numbers:
        pytest.skip("all thirty are built")
    done = _run("--check", str(numbers[0]), more=more)
    assert done.returncode == status
    assert done.stdout.splitlines()[-1] == "0 pass, 0 fail, 1 not run"


def test_without_asserts_nothing_runs():
    done = _run("--check", "15", more={"PYTHONOPTIMIZE": "1"})
    assert done.returncode != 0
    assert "passed" not in done.stdout


def _run(*words: str, more: dict[str, str]) -> subprocess.CompletedProcess[str]:
    clean = {name: text for name, text in os.environ.items() if name not in ("STRICT", "PYTHONOPTIMIZE")}
    command = [
        sys.executable,
        "-m",
        "pytest",
        str(HERE.relative_to(ROOT)),
        "-q",
        "-p",
        "no:cacheprovider",
        *words,
    ]
    return subprocess.run(
        command, env=clean | more, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
