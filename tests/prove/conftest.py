"""The runner of the numbered checks: sizes, states, time limits, the table. See README.md."""

import os
import re
import signal
from collections.abc import Generator, Iterator
from pathlib import Path
from types import FrameType, ModuleType

import pytest

from tests.prove import table
from tests.prove.checks import ALL, Check, Proof, Record, first_line
from tests.prove.client import close_all

HERE = Path(__file__).resolve().parent
NAMED = re.compile(r"test_(\d\d)_\w+\.py")
if not __debug__ or os.environ.get("PYTHONOPTIMIZE"):
    pytest.exit("PYTHONOPTIMIZE drops every assert: nothing would be checked. Unset it.", returncode=4)


class Run:
    """All records of this run."""

    def __init__(self) -> None:
        self.records: dict[int, Record] = {}

    def of(self, item: pytest.Item) -> Record | None:
        """Return the record that a test belongs to; nothing where it is no test of a check."""
        module = getattr(item, "module", None)
        check = getattr(module, "CHECK", None)
        if (
            not isinstance(module, ModuleType)
            or not isinstance(check, Check)
            or HERE not in item.path.parents
        ):
            return None
        if check.number not in self.records:
            names = frozenset(name for name in vars(module) if name.startswith("test_"))
            self.records[check.number] = Record(check, is_full(item.config), names)
        return self.records[check.number]


RUN = pytest.StashKey[Run]()


def is_full(config: pytest.Config) -> bool:
    """Say whether the sizes of the release are wanted."""
    return bool(config.getoption("full", default=False))


def wanted(config: pytest.Config) -> list[int]:
    """Return the checks that this run is about: one by --check, some by their files, else all thirty."""
    number: int | None = config.getoption("check", default=None)
    if number is not None:
        return [number]
    files = [Path(one.partition("::")[0]) for one in config.args]
    if any(file.suffix != ".py" for file in files):
        return list(ALL)
    return sorted({int(named[1]) for file in files if (named := NAMED.fullmatch(file.name))})


def run_of(config: pytest.Config) -> Run:
    """Return this run's records."""
    return config.stash.setdefault(RUN, Run())


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full", action="store_true", default=False, help="the numbered checks in their full sizes"
    )
    parser.addoption("--check", type=int, default=None, help="only this numbered check")


def pytest_configure(config: pytest.Config) -> None:
    if any(config.pluginmanager.hasplugin(name) for name in ("rerunfailures", "flaky")):
        raise pytest.UsageError(
            "A plugin tries failed tests again until they pass. Checks are tried once: remove it."
        )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out checks that were not asked for, and modules that only work inside a server they alter."""
    if collection_path.parent != HERE or collection_path.suffix != ".py":
        return None
    named = NAMED.fullmatch(collection_path.name)
    if named:
        return None if int(named[1]) in wanted(config) else True
    is_test = collection_path.name.startswith("test_")
    return None if is_test and config.getoption("check", default=None) is None else True


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    on_postgres = bool(os.environ.get("TROTH_DATABASE")) and not is_full(config)
    for item in items:
        record = run_of(config).of(item)
        if record is None:
            continue
        item.add_marker("prove")
        if on_postgres and record.check.own_homes:
            item.add_marker(
                pytest.mark.skip(reason="only on SQLite: this check opens homes of its own, on SQLite")
            )


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        record = run_of(item.config).of(item)
        if record:
            record.missing.append("some of its tests were not chosen")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    record = run_of(item.config).of(item)
    if record is None:
        return report
    record.ran.add(getattr(item, "originalname", item.name))
    record.seconds += report.duration
    if report.skipped:
        record.missing.append(str(call.excinfo.value) if call.excinfo else "skipped")
    elif report.failed:
        record.failed.append(first_line(call.excinfo.value) if call.excinfo else "failed")
    return report


@pytest.fixture
def proof(request: pytest.FixtureRequest) -> Iterator[Proof]:
    """What a check counts with. A check that takes longer than its limit fails."""
    record = run_of(request.config).of(request.node)
    assert record is not None, "A test that asks for `proof` stands in a file with a CHECK."
    limit_s = record.check.limit_s[record.is_full]

    def too_long(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"it took longer than {limit_s} s")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(limit_s)
    try:
        yield Proof(record)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
        close_all()


def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    made = _table(config)
    if not _is_own_run(config):
        return
    config.stash[FILE] = table.write(made, is_full=is_full(config))
    if session.exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
        session.exitstatus = pytest.ExitCode.OK
    states = {str(row["state"]).partition(":")[0] for row in made}
    if session.exitstatus == pytest.ExitCode.OK and (
        "fail" in states or (_is_strict() and "not run" in states)
    ):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    # In an ordinary run one line, above pytest's own count, which stays the last.
    if not _is_own_run(config) and run_of(config).records:
        terminalreporter.write_line(f"make prove, short sizes: {table.closing(_table(config))}")


def pytest_unconfigure(config: pytest.Config) -> None:
    if FILE in config.stash:
        made = _table(config)
        print(f"\n{table.printed(made)}\n\n{config.stash[FILE]}\n{table.closing(made)}")


FILE = pytest.StashKey[Path]()


def _is_own_run(config: pytest.Config) -> bool:
    """Say whether this run is for the checks, rather than all tests with the checks in between."""
    places = [Path(str(one).partition("::")[0]).resolve() for one in config.args]
    return bool(wanted(config)) and (is_full(config) or all(HERE in (one, *one.parents) for one in places))


def _table(config: pytest.Config) -> list[table.Row]:
    files = frozenset(
        int(named[1]) for file in HERE.glob("test_*.py") if (named := NAMED.fullmatch(file.name))
    )
    return table.rows(run_of(config).records, wanted=wanted(config), uncollected=files)


def _is_strict() -> bool:
    return os.environ.get("STRICT") not in (None, "", "0", "no")
