"""Check 11: a slip in a code is noticed; the code opens everything, once, and without the host key."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.prove.checks import Check, Proof
from tests.prove.client import Answer, Client
from tests.prove.server import Place, Server, serving
from tests.vault import slips
from troth.vault.codes import DIGITS, write_code

SEED = 11
FIRST = "river lamp copper nine walnut"
SECOND = "paper cloud seven acorn drum"
THIRD = "slow orange window kettle moss"
CODE = re.compile(r'<p class="code">([^<]+)</p>')
CONTROL = "a hash check of ten bits"
CHECK = Check(
    11,
    target="1,000 codes: every slip and swap refused; the code restores 100 % once; works without the host key",
    least={"slips": (100_000, 1_000_000), "entries restored": (20, 200), "dead ways tried": (7, 7)},
    controls=(CONTROL,),
    limit_s=(90, 300),
    own_homes=True,
)


def test_every_slip_is_refused(proof: Proof) -> None:
    tally = slips.tally(proof.size(slips.CODES, slips.FULL), seed=SEED)
    proof.note(f"seed {SEED}")
    proof.count("slips", tally.tried)
    proof.none("slips that passed", tally.passed)


def test_a_hash_of_ten_bits_lets_slips_through(proof: Proof) -> None:
    chance, tried, passed = Random(SEED), 0, 0
    for _ in range(proof.size(50, 1000)):
        raw = chance.randbytes(20)
        for signs in slips.slips(_signs(raw) + _ten_bits(raw)):
            tried += 1
            passed += signs[32:] == _ten_bits(_raw(signs[:32]))
    proof.control(CONTROL, noticed=passed > tried / 4000, seen=f"{passed:,} of {tried:,} slips passed")


def test_the_code_opens_everything_once_and_without_the_host_key(proof: Proof, tmp_path: Path) -> None:
    place = Place(tmp_path)
    with serving(place) as server:
        ada = Client(server.port).sign_up("Ada", FIRST)
        code = _first_code(ada)
        ada.open_bond("Ben")
        wins = [f"win number {number} of Ada" for number in range(proof.size(20, 200))]
        for win in wins:
            _write(ada, win)
        second = _recover(proof, server, code, wins, before=ada)
    _replace_host_key(proof, place)
    with serving(place) as server:
        _refused(proof, Client(server.port).post("/sign-in/", {"name": "Ada", "passphrase": SECOND}))
        fresh = Client(server.port, network="127.0.0.4")
        assert _use(fresh, second, THIRD).status == 200
        _all_there(proof, fresh, wins)
        _all_there(proof, Client(server.port).sign_in("Ada", THIRD), wins)


def _recover(proof: Proof, server: Server, code: str, wins: list[str], *, before: Client) -> str:
    """Use the code, look at every entry, and try what must be dead now: return the new code."""
    fresh = Client(server.port, network="127.0.0.2")
    done = _use(fresh, code, SECOND)
    assert done.status == 200, f"the code answered {done.status}"
    _all_there(proof, fresh, wins)
    again, never = Client(server.port, network="127.0.0.3"), Client(server.port, network="127.0.0.5")
    used, unknown = _use(again, code, THIRD), _use(never, write_code(bytes(range(20))), THIRD)
    _refused(proof, used)
    assert (used.status, _plain(used, code)) == (
        unknown.status,
        _plain(unknown, write_code(bytes(range(20)))),
    )
    proof.note(f"second use: {used.status}, the same bytes as for a code that never was")
    _refused(proof, Client(server.port).post("/sign-in/", {"name": "Ada", "passphrase": FIRST}))
    assert before.get("/today/").status == 303, "a session from before the recovery still opens"
    proof.count("dead ways tried")
    for path in ("/reset/", "/forgot/", "/recover/mail/"):
        assert Client(server.port).get(path).status in (303, 404)
        proof.count("dead ways tried")
    return _code_on(done)


def _replace_host_key(proof: Proof, place: Place) -> None:
    key = place.home.with_name("home.key")
    key.unlink()
    assert place.run("check").returncode == 2, "it starts without its host key"
    assert not key.exists(), "a host key was invented"
    assert place.run("host-key", "--replace").returncode == 0
    assert key.exists()
    proof.note("host key lost and replaced")


def _first_code(client: Client) -> str:
    page = client.get("/settings/code/first/")
    code = _code_on(page)
    groups = code.split("-")
    sent = client.post("/settings/code/first/", {**page.hidden, "second": groups[1], "sixth": groups[5]})
    assert sent.status == 303, f"typing back two groups answered {sent.status}"
    return code


def _code_on(page: Answer) -> str:
    found = CODE.search(page.text)
    assert found, "no code on the page"
    return found[1]


def _use(client: Client, code: str, passphrase: str) -> Answer:
    client.get("/recover/")
    return client.post("/recover/", {"code": code, "passphrase": passphrase, "again": passphrase})


def _refused(proof: Proof, answer: Answer) -> None:
    assert answer.status == 422, f"a dead way in answered {answer.status}"
    assert "troth=" not in answer.headers.get("set-cookie", "")
    proof.count("dead ways tried")


def _plain(answer: Answer, code: str) -> str:
    """Return the page without what differs by chance: form tokens, and the code that was typed."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.text).replace(code, "…")


def _write(client: Client, what: str) -> None:
    on = datetime.now(UTC).date().isoformat()
    assert client.post("/wins/new/", {"what": what, "kind": "other", "on": on}).status == 303


def _all_there(proof: Proof, client: Client, wins: list[str]) -> None:
    shown = "".join(page.text for page in _pages(client, "/wins/"))
    missing = [win for win in wins if win not in shown]
    proof.count("entries restored", len(wins) - len(missing))
    assert not missing, f"{len(missing)} of {len(wins)} entries are not shown after the recovery"


def _pages(client: Client, path: str) -> Iterator[Answer]:
    """Fetch a list and all older pages of it."""
    while path:
        page = client.get(path)
        assert page.status == 200, f"{path} answered {page.status}"
        yield page
        older = re.search(r'href="(\?before=\d+[^"]*)"', page.text)
        path = f"/wins/{older[1]}" if older else ""


def _signs(raw: bytes) -> str:
    return write_code(raw).replace("-", "")[:32]


def _raw(signs: str) -> bytes:
    number = 0
    for sign in signs:
        number = number * 32 + DIGITS.index(sign)
    return number.to_bytes(20)


def _ten_bits(raw: bytes) -> str:
    number = int.from_bytes(sha256(raw).digest()[:2]) >> 6
    return DIGITS[number >> 5] + DIGITS[number & 31]
