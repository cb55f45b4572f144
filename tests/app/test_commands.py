"""The command line as a person types it: help, bad input, export, import, backup, restore, host key."""

import json
import os
import shutil
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.app.people_made import COMMAND
from tests.app.running import troth
from tests.people import PASSPHRASES
from troth.app.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
WORDS = PASSPHRASES["Ada"] + "\n"


def fill(home: Path, wins: int = 3) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("TROTH_")}
    env |= {"TROTH_HOME": str(home), "DJANGO_SETTINGS_MODULE": "troth.app.settings", "PYTHONPATH": str(ROOT)}
    home.mkdir(mode=0o700, parents=True)
    subprocess.run([*COMMAND, str(wins)], env=env, check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def full_home(tmp_path_factory) -> Path:
    home = tmp_path_factory.mktemp("full") / "home"
    fill(home)
    return home


@pytest.fixture
def home(full_home, tmp_path) -> Path:
    """A copy of a home with Ada and three wins."""
    shutil.copytree(full_home, tmp_path / "home")
    shutil.copy(full_home.with_name("home.key"), tmp_path / "home.key")
    return tmp_path / "home"


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.strip()


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_has_help(name, tmp_path):
    done = troth(name, "--help", home=tmp_path / "home")
    assert done.returncode == 0
    assert f"troth {name}" in done.stdout
    assert not (tmp_path / "home").exists(), "asking for help makes nothing"


def test_a_bad_option_stops_every_command_with_one_sentence(tmp_path):
    assert "no such option" in one_line(troth("serve", home=tmp_path / "home", TROTH_PROT="1"))
    assert not (tmp_path / "home").exists()


def test_export_and_import_carry_everything_and_double_nothing(home, tmp_path):
    file = tmp_path / "out.zip"
    assert troth("export", "--name", "ada", "--to", str(file), home=home, typed=WORDS).returncode == 0
    assert file.stat().st_mode & 0o777 == 0o600
    plain = json.loads(zipfile.ZipFile(file).read("troth.json"))
    assert sorted(one["content"]["what"] for one in plain["bonds"][0]["entries"]) == [
        f"win number {n}" for n in range(3)
    ]
    again = troth("import", str(file), "--name", "ada", "--json", home=home, typed=WORDS)
    assert json.loads(again.stdout) == {"bonds": 0, "entries": 0, "here_already": 3}
    other = tmp_path / "other" / "home"
    fill(other, 0)
    there = troth("import", str(file), "--name", "Ada", "--json", home=other, typed=WORDS)
    assert json.loads(there.stdout) == {"bonds": 1, "entries": 3, "here_already": 0}


def test_measures_for_research_are_written_without_words(home, tmp_path):
    file = tmp_path / "research.zip"
    done = troth("export", "--name", "ada", "--to", str(file), "--research", home=home, typed=WORDS)
    assert done.returncode == 0, done.stderr
    assert sorted(zipfile.ZipFile(file).namelist()) == [
        "answers.csv",
        "codebook.md",
        "promises.csv",
        "ratings.csv",
    ]
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_wrong_passphrase_writes_no_file(home, tmp_path):
    file = tmp_path / "out.zip"
    assert "open nothing" in one_line(
        troth("export", "--name", "ada", "--to", str(file), home=home, typed="wrong\n")
    )
    assert list(tmp_path.glob("out*")) == []


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"{}", b"\x00" * 50])
def test_a_file_that_is_no_export_is_refused_in_one_line(home, tmp_path, raw):
    file = tmp_path / "bad.zip"
    file.write_bytes(raw)
    assert str(file) in one_line(troth("import", str(file), "--name", "ada", home=home, typed=WORDS))


def test_a_backup_is_whole_sealed_and_brings_everything_back(home, tmp_path):
    file = tmp_path / "b.troth-backup"
    assert troth("backup", "--to", str(file), home=home).returncode == 0
    assert file.stat().st_mode & 0o777 == 0o600
    raw = file.read_bytes()
    assert b"win number" not in raw
    assert (tmp_path / "home.key").read_text().strip().encode() not in raw
    assert troth("backup", "--verify", str(file), home=home).returncode == 0
    new = tmp_path / "new" / "home"
    new.parent.mkdir()
    shutil.copy(tmp_path / "home.key", tmp_path / "new" / "home.key")
    assert troth("restore", str(file), home=new).returncode == 0
    out = tmp_path / "after.zip"
    assert troth("export", "--name", "ada", "--to", str(out), home=new, typed=WORDS).returncode == 0
    assert "win number 2" in zipfile.ZipFile(out).read("troth.json").decode()


def test_a_restore_into_a_home_with_people_needs_a_word(home, tmp_path):
    file = tmp_path / "b.troth-backup"
    troth("backup", "--to", str(file), home=home)
    before = (home / "troth.sqlite3").read_bytes()
    assert "--replace" in one_line(troth("restore", str(file), home=home))
    assert (home / "troth.sqlite3").read_bytes() == before
    assert troth("restore", str(file), "--replace", home=home).returncode == 0
    assert (home / "troth.sqlite3.before-restore").exists()


def test_a_journal_left_by_a_killed_restore_is_not_played_into_the_next_one(home, tmp_path):
    file, fresh = tmp_path / "b.troth-backup", home / "troth.sqlite3.new"
    troth("backup", "--to", str(file), home=home)
    shutil.copy(file, fresh)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as killed:
        killed.execute("PRAGMA cache_size = 1")
        killed.execute("UPDATE entry SET sealed = zeroblob(70000)")
        killed.execute("BEGIN IMMEDIATE")
        killed.execute("UPDATE entry SET sealed = zeroblob(90000)")
        journal = fresh.with_name(fresh.name + "-journal").read_bytes()
        killed.execute("ROLLBACK")
    assert len(journal) > 1_000
    fresh.with_name(fresh.name + "-journal").write_bytes(journal)
    fresh.write_bytes(b"half a home")
    assert troth("restore", str(file), "--replace", home=home).returncode == 0
    with closing(sqlite3.connect(home / "troth.sqlite3")) as kept:
        assert kept.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert kept.execute("SELECT max(length(sealed)) < 70000 FROM entry").fetchone() == (1,)
    assert not fresh.with_name(fresh.name + "-journal").exists()


def test_what_was_erased_after_a_backup_stays_erased(home, tmp_path):
    file = tmp_path / "b.troth-backup"
    troth("backup", "--to", str(file), home=home)
    assert troth("erase", "--name", "ada", "--yes", home=home, typed=WORDS).returncode == 0
    done = troth("restore", str(file), "--replace", "--json", home=home)
    assert json.loads(done.stdout)["erased_again"]["person"] == 1
    assert "open nothing" in one_line(
        troth("export", "--name", "ada", "--to", str(tmp_path / "x"), home=home, typed=WORDS)
    )


def test_an_erase_without_yes_changes_nothing(home):
    assert "--yes" in one_line(troth("erase", "--name", "ada", home=home, typed=WORDS))
    assert troth("check", home=home).stdout.count("people           1") == 1


@pytest.mark.parametrize("hurt", ["cut", "flip", "none"])
def test_a_damaged_or_missing_backup_is_refused_and_nothing_changes(home, tmp_path, hurt):
    file = tmp_path / "b.troth-backup"
    troth("backup", "--to", str(file), home=home)
    raw = file.read_bytes()
    if hurt == "none":
        file.unlink()
    else:
        file.write_bytes(raw[: len(raw) // 2] if hurt == "cut" else raw[:8192] + b"\xff" * 4096 + raw[12288:])
    before = (home / "troth.sqlite3").read_bytes()
    one_line(troth("restore", str(file), "--replace", home=home))
    assert (home / "troth.sqlite3").read_bytes() == before


def test_a_newer_home_is_left_untouched(home):
    file = home / "troth.sqlite3"
    with sqlite3.connect(file) as database:
        database.execute("UPDATE home SET format = 3")
    database.close()
    before = file.read_bytes()
    assert "newer Troth (format 3; this program knows 1)" in one_line(troth("check", home=home))
    assert file.read_bytes() == before


def test_the_host_key_is_printed_and_never_invented(home):
    key = home.with_name("home.key")
    text = key.read_text().strip()
    assert text in troth("host-key", home=home).stdout
    key.unlink()
    assert "host key cannot be read" in one_line(troth("check", home=home))
    assert not key.exists()
    key.write_text("0" * 64)
    key.chmod(0o600)
    assert "belongs to another home" in one_line(troth("check", home=home))
    key.chmod(0o644)
    assert "chmod 600" in one_line(troth("check", home=home))
    key.chmod(0o600)
    assert troth("host-key", "--replace", home=home).returncode == 0
    assert troth("check", home=home).returncode == 0
    assert "open nothing" in one_line(
        troth("export", "--name", "ada", "--to", str(home / "x"), home=home, typed=WORDS)
    )


def test_a_right_host_key_is_never_replaced(home):
    before = home.with_name("home.key").read_text()
    assert "Nothing was replaced" in one_line(troth("host-key", "--replace", home=home))
    assert home.with_name("home.key").read_text() == before


def test_a_copy_is_made_before_the_tables_change_and_can_be_brought_back(home):
    with sqlite3.connect(home / "troth.sqlite3") as database:
        # As the home of a program was that did not know the newest table yet.
        database.execute("DELETE FROM django_migrations WHERE app = 'troth' AND name LIKE '0004%'")
        database.execute('DROP TABLE "share"')
    database.close()
    assert troth("check", home=home).returncode == 0
    copies = list((home / "backups").glob("*-before-migration.troth-backup"))
    assert len(copies) == 1
    assert troth("backup", "--verify", str(copies[0]), home=home).returncode == 0
    done = troth("restore", str(copies[0]), "--replace", "--json", home=home)
    assert json.loads(done.stdout)["erased_again"]["share"] == 0
    with sqlite3.connect(copies[0]) as copy:
        copy.execute('DROP TABLE "draft"')
    copy.close()
    assert troth("backup", "--verify", str(copies[0]), home=home).returncode == 2, (
        "a table that was noted is missing"
    )


def test_a_program_that_is_older_than_the_tables_leaves_them_alone(home):
    with sqlite3.connect(home / "troth.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('troth', '0099_later', '2027-01-01')"
        )
    database.close()
    before = (home / "troth.sqlite3").read_bytes()
    assert "newer Troth" in one_line(troth("check", home=home))
    assert (home / "troth.sqlite3").read_bytes() == before
