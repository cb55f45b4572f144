"""Options: each is listed once, documented once, and a bad one is one sentence."""

import re
from pathlib import Path

import pytest

from troth.app.options import OPTIONS, TESTS_ONLY, BadOption, read_options

READ = re.compile(r"environ(?:\.get\(|\[)\"(TROTH_[A-Z_]+)\"")
HOSTS = (Path(__file__).resolve().parents[2] / "docs" / "host" / "README.md").read_text()


def test_every_option_is_documented_and_every_documented_one_exists():
    told = set(re.findall(r"`(TROTH_[A-Z_]+)`", HOSTS))
    assert told == {option.name for option in OPTIONS}


def test_what_only_tests_read_stops_no_start():
    tests = Path(__file__).resolve().parents[1]
    read = {name for file in tests.rglob("*.py") for name in READ.findall(file.read_text())}
    assert read - {option.name for option in OPTIONS} <= TESTS_ONLY


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"TROTH_PORT": "eighty"},
            "TROTH_PORT='eighty': expected a port from 1 to 65535. Where the pages are served.",
        ),
        ({"TROTH_PORT": "0"}, "TROTH_PORT='0': expected a port from 1 to 65535. Where the pages are served."),
        ({"TROTH_PROT": "1"}, "TROTH_PROT: no such option. Run 'troth options' to see them all."),
        ({"TROTH_HOME": ""}, "TROTH_HOME='': expected a folder. The data home, made with mode 0700."),
        ({"TROTH_PASSPHRASE_MIB": "19"}, "TROTH_PASSPHRASE_MIB='19': expected a number from 64 to 1024."),
        (
            {"TROTH_LEAVE_TO": "http://x"},
            "TROTH_LEAVE_TO='http://x': expected an address that begins with https://.",
        ),
        ({"TROTH_BEHIND_PROXY": "maybe"}, "TROTH_BEHIND_PROXY='maybe': expected yes or no."),
    ],
)
def test_a_bad_option_is_one_sentence(given, message):
    with pytest.raises(BadOption) as caught:
        read_options(given)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_database_address_is_never_repeated_because_it_holds_a_secret():
    with pytest.raises(BadOption) as caught:
        read_options({"TROTH_DATABASE": "mysql://me:secret@there/db"})
    assert "secret" not in str(caught.value)


def test_defaults_are_safe():
    found = read_options({})
    assert found["TROTH_SITE"] == ()
    assert found["TROTH_BEHIND_PROXY"] is False
    assert found["TROTH_PASSPHRASE_MIB"] == 64
