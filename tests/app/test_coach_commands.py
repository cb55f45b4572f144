"""`troth rehearse`, `troth traps`, `troth danger`: the printed objects, order kept, one line for whatever is wrong."""

import json

import pytest

from tests.app.running import troth
from troth.app.cli import main


@pytest.fixture
def ask(tmp_path, capsys):
    """Write a file, run the command on it, give exit code, standard output and error."""

    def run(command, text, *words):
        file = tmp_path / "words.txt"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        code = main([command, str(file), *words])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_one_message_is_one_indented_object(ask):
    code, out, err = ask("rehearse", "I'm sorry you feel that way.")
    found = json.loads(out)
    assert code == 0
    assert err.count("no flag does not mean safe") == 1
    assert out.startswith('{\n  "sentences"')
    assert list(found) == ["sentences", "flags", "missing", "balance", "summary"]
    (sentence,) = found["sentences"]
    assert (sentence["start"], sentence["end"]) == (0, 28)
    assert sentence["marks"][0]["by"] == "rule:sorry-you-feel"
    assert list(sentence["marks"][0]) == ["mark", "side", "score", "by", "why", "try"]
    assert found["missing"] == ["own"]


@pytest.mark.parametrize("command", ["rehearse", "traps", "danger"])
def test_lines_keep_their_order_and_ids(ask, command):
    given = "".join(
        json.dumps({"id": id, "text": text}) + "\n"
        for id, text in (("b", "Trust me."), (7, ""), ("a", "\ud800 😀 שלום"))
    )
    code, out, _ = ask(command, given, "--jsonl")
    assert code == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["b", 7, "a"]
    assert '": ' not in out.splitlines()[0].replace('": "', "")


def test_danger_prints_flags_and_traps_prints_ten(ask):
    found = json.loads(ask("danger", "He said he'd burn the ute with me in it.")[1])
    assert [(one["flag"], one["reported"]) for one in found["flags"]] == [("threat", True)]
    assert list(found["flags"][0]) == ["flag", "start", "end", "rule", "reported"]
    assert len(json.loads(ask("traps", "It is all over.")[1])["traps"]) == 10


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{secretword", "line 2: not JSON"),
        ('{"id": "x"}', 'line 2: "text" is missing'),
        ('{"text": "secretword"}', 'line 2: "id" is missing'),
        ('{"id": 1, "text": 5}', 'line 2: "text" is not text'),
        ('{"id": 1, "text": "a", "context": ["secretword"]}', 'line 2: "context" is not text'),
        ("[1]", "line 2: expected an object"),
        (b"\xff\xfe", "line 2: not JSON"),
    ],
)
def test_a_bad_line_ends_with_one_line_and_two(ask, line, expected):
    raw = line if isinstance(line, bytes) else line.encode()
    code, out, err = ask("rehearse", b'{"id": 1, "text": "ok"}\n' + raw + b"\n", "--jsonl")
    assert (code, err) == (2, f"{expected}\n")
    assert len(out.splitlines()) == 1


def test_a_file_that_cannot_be_read_is_one_line(capsys, tmp_path):
    assert main(["danger", str(tmp_path / "none.txt")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_bytes_that_are_not_utf8_are_one_line(ask):
    code, _, err = ask("traps", b"\xff\xfe")
    assert (code, err.count("\n")) == (2, 1)


def test_standard_input_is_read_and_context_has_its_own_file(tmp_path):
    context = tmp_path / "context.txt"
    context.write_text("Where were you?")
    done = troth("rehearse", "--context", str(context), home=tmp_path / "home", typed="Trust me.")
    assert (done.returncode, done.stderr.count("no flag does not mean safe")) == (0, 1)
    assert json.loads(done.stdout)["balance"]["hurts"] == 1
    assert troth("rehearse", "--context", "-", home=tmp_path / "home", typed="x").returncode == 2
