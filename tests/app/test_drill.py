"""The host's drill: a home, a backup, a new home, a restore, and every entry compared."""

import hashlib
import json
import shutil
import zipfile

from tests.app.running import troth
from tests.app.test_commands import WORDS, fill


def entries_of(file) -> dict[str, str]:
    plain = json.loads(zipfile.ZipFile(file).read("troth.json"))
    return {
        one["id"]: hashlib.sha256(json.dumps(one, sort_keys=True).encode()).hexdigest()
        for bond in plain["bonds"]
        for one in bond["entries"]
    }


def test_the_drill_compares_a_hundred_entries_by_hash(tmp_path):
    old, new = tmp_path / "old" / "home", tmp_path / "new" / "home"
    fill(old, 100)
    new.parent.mkdir()
    shutil.copy(old.with_name("home.key"), new.with_name("home.key"))
    backup = tmp_path / "drill.troth-backup"
    assert troth("backup", "--to", str(backup), home=old).returncode == 0
    assert troth("restore", str(backup), home=new).returncode == 0
    for home, name in ((old, "old.zip"), (new, "new.zip")):
        assert (
            troth("export", "--name", "ada", "--to", str(tmp_path / name), home=home, typed=WORDS).returncode
            == 0
        )
    before, after = entries_of(tmp_path / "old.zip"), entries_of(tmp_path / "new.zip")
    assert len(before) == 100
    assert before == after
