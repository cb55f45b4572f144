"""Fixtures for everyone: the cast, and Hypothesis settings that no clock can upset."""

import os

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests import people
from troth.store.sessions import IN_MEMORY

hypothesis_settings.register_profile(
    "troth",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
hypothesis_settings.load_profile("troth")


@pytest.fixture(autouse=True)
def fresh_house() -> None:
    """No session of an earlier test is left."""
    IN_MEMORY.__init__()


@pytest.fixture
def ada(db: None) -> people.Someone:
    return people.an_account("Ada", other="Ben")


@pytest.fixture
def mallory(db: None) -> people.Someone:
    return people.an_account("Mallory")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out and why."""
    if not os.environ.get("TROTH_DATABASE"):
        terminalreporter.write_line(
            "left out: PostgreSQL (name a database in TROTH_DATABASE to run everything on it)"
        )
    for reason in sorted(left_out(terminalreporter)):
        terminalreporter.write_line(f"left out: {reason}")


def left_out(terminalreporter: pytest.TerminalReporter) -> set[str]:
    """Return why tests were skipped, but for what only the other engine has."""
    reasons = {
        str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []) if report.longrepr
    }
    return {reason.removeprefix("Skipped: ") for reason in reasons if "only on " not in reason}


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where nothing may be left out, what was left out fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    strict = os.environ.get("TROTH_NOTHING_LEFT_OUT") == "1"
    if strict and reporter and session.exitstatus == pytest.ExitCode.OK and left_out(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
