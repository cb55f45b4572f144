"""Check 24: a hundred wrong tries at once are ten; the counts outlive a restart; the owner gets in."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.prove.checks import Check, Proof
from tests.prove.client import Answer, Client
from tests.prove.databases import engines
from tests.prove.houses import House, a_house
from tests.prove.numbered import ADA, PASSPHRASE
from troth import vault

CHECK = Check(
    24,
    target="100 tries at once: ≤ 10 passphrase runs; counts outlive a restart; no wait over 15 min; owner gets in",
    least={"wrong tries": (400, 800), "waits read": (15, 30)},
    controls=("a counter in one process' memory",),
    limit_s=(90, 300),
)
AT_ONCE, LONGEST_S = 100, 15 * 60
NEW = "tin harbour quiet violet rope"


def hundred(house: House, network: str, path: str, fields: Callable[[int], dict[str, str]]) -> list[Answer]:
    """Send a hundred forms at once from one network, turn by turn to each server."""
    first = house.client(0, network)
    first.get("/sign-in/")

    def one(number: int) -> Answer:
        client = house.client(number, network)
        client.cookies, client.token = dict(first.cookies), first.token
        try:
            return client.post(path, fields(number))
        finally:
            client.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


def wrong_names(number: int) -> dict[str, str]:
    return {"name": f"nobody {number}", "passphrase": "not the right one at all"}


def wrong_passphrase(_number: int) -> dict[str, str]:
    return {"name": ADA, "passphrase": "not the right one at all"}


def wrong_code(_number: int) -> dict[str, str]:
    return {"code": vault.new_recovery_code(), "passphrase": NEW, "again": NEW}


def waits(answers: list[Answer]) -> list[int]:
    return [int(answer.headers["retry-after"]) for answer in answers if answer.status == 429]


@pytest.fixture
def noon() -> float:
    """How far noon is: limits are counted by day, and a check must not cross midnight."""
    now = datetime.now(UTC)
    return (now.replace(hour=12, minute=0) - now).total_seconds()


def test_a_hundred_tries_at_once_are_ten(proof: Proof, tmp_path: Path, noon: float) -> None:
    for engine in engines(proof):
        with a_house(tmp_path / engine, engine) as house:
            house.watch.set(noon)
            code = _an_account_with_a_code(house)
            _many_names(proof, house)
            _one_name(proof, house, noon)
            _recovery(proof, house, code, noon)
            proof.note(f"{engine}: {len(house.servers)} server processes")


def _an_account_with_a_code(house: House) -> str:
    ada = house.client(0, "127.0.0.9").sign_up(ADA, PASSPHRASE)
    code = ada.get("/settings/code/first/").hidden["code"]
    groups = code.split("-")
    kept = ada.post("/settings/code/first/", {"code": code, "second": groups[1], "sixth": groups[5]})
    assert kept.status == 303
    return code.partition(":")[0]


def _many_names(proof: Proof, house: House) -> None:
    before = house.watch.runs
    answers = hundred(house, "127.0.0.2", "/sign-in/", wrong_names)
    _look(proof, answers)
    runs = house.watch.runs - before
    proof.note(f"{runs} passphrase runs for {AT_ONCE} tries at many names")
    assert 1 <= runs <= 10


def _one_name(proof: Proof, house: House, noon: float) -> None:
    before = house.watch.runs
    _look(proof, hundred(house, "127.0.0.3", "/sign-in/", wrong_passphrase))
    assert 1 <= house.watch.runs - before <= 5
    house.restart()
    right = {"name": ADA, "passphrase": PASSPHRASE}
    still = house.client(0, "127.0.0.3").post("/sign-in/", right)
    assert still.status == 429, "the count did not outlive a restart"
    elsewhere = house.client(1, "127.0.0.4").post("/sign-in/", right)
    assert elsewhere.status == 303, "the owner waits for a guesser in another network"
    ahead, told = noon, []
    for number in range(7):
        wait = _wait_of(house.client(number, "127.0.0.3"))
        told.append(wait)
        ahead += wait + 1
        house.watch.set(ahead)
        assert house.client(number, "127.0.0.3").post("/sign-in/", wrong_passphrase(0)).status == 422
    proof.count("waits read", len(told))
    proof.note(f"waits in minutes: {', '.join(str(-(-wait // 60)) for wait in told)}")
    assert max(told) <= LONGEST_S
    house.watch.set(noon)
    assert _wait_of(house.client(0, "127.0.0.3")) <= LONGEST_S, "a clock set back makes people wait"
    house.watch.set(ahead + LONGEST_S + 1)
    assert house.client(0, "127.0.0.3").post("/sign-in/", right).status == 303, "the owner is locked out"


def _wait_of(client: Client) -> int:
    answer = client.post("/sign-in/", wrong_passphrase(0))
    assert answer.status == 429, f"no wait: {answer.status}"
    return int(answer.headers["retry-after"])


def _recovery(proof: Proof, house: House, code: str, noon: float) -> None:
    answers = hundred(house, "127.0.0.5", "/recover/", wrong_code)
    _look(proof, answers)
    assert sum(answer.status == 422 for answer in answers) <= 5, "more than five codes were tried"
    right = {"code": code, "passphrase": NEW, "again": NEW}
    client = house.client(1, "127.0.0.5")
    assert client.post("/recover/", right).status == 429
    house.watch.set(noon + 6 * 3600)
    assert client.post("/recover/", right).status == 200, "the owner's code is locked out"


def _look(proof: Proof, answers: list[Answer]) -> None:
    statuses = Counter(answer.status for answer in answers)
    proof.count("wrong tries", len(answers))
    proof.count("waits read", len(waits(answers)[:10]))
    assert set(statuses) <= {422, 429, 503}, f"answered {dict(statuses)}"
    assert max(waits(answers)) <= LONGEST_S


def test_the_passphrase_asked_for_again_is_counted_too(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with a_house(tmp_path / engine, engine) as house:
            ada = house.client(0, "127.0.0.6").sign_up(ADA, PASSPHRASE)
            before = house.watch.runs

            def tries(number: int, ada: Client = ada, house: House = house) -> Answer:
                client = house.client(number, "127.0.0.6")
                client.cookies, client.token = dict(ada.cookies), ada.token
                return client.post("/settings/export/", {"passphrase": "not the right one at all"})

            with ThreadPoolExecutor(AT_ONCE) as pool:
                answers = list(pool.map(tries, range(AT_ONCE)))
            proof.count("wrong tries", len(answers))
            assert {answer.status for answer in answers} == {422}
            assert 1 <= house.watch.runs - before <= 5


def test_a_counter_in_one_process_lets_twenty(proof: Proof, tmp_path: Path) -> None:
    engine = engines(proof)[-1]
    with (
        proof.must_fail("a counter in one process' memory"),
        a_house(tmp_path / "forgetful", engine, module="settings_forgetful") as house,
    ):
        hundred(house, "127.0.0.2", "/sign-in/", wrong_names)
        if len(house.servers) == 1:  # one process forgets when it is started again
            house.restart()
            hundred(house, "127.0.0.2", "/sign-in/", wrong_names)
        assert house.watch.runs <= 10, f"{house.watch.runs} passphrase runs"
