"""Check 4: wrong costs take nothing, unlocking costs little more than Argon2id, and eight at once take two places."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.prove.apart import apart
from tests.prove.checks import Check, Proof
from tests.prove.client import Client
from tests.prove.server import Place, Server, serving

PASSPHRASE = "river lamp copper nine walnut"
AT_ONCE = 8
MOST_EXTRA_MIB, CONTROL_MIB = 150, 400
CONTROL = "limiter off: memory above 400 MiB"
CHECK = Check(
    4,
    target="200 costs out of bounds refused before memory is taken; unlock ≤ 1.2 × bare Argon2id; 8 at once: ≤ 150 MiB extra",
    least={"costs out of bounds refused": (200, 200), "unlocks at once": (AT_ONCE, 7 * AT_ONCE)},
    controls=(CONTROL,),
    limit_s=(120, 300),
    own_homes=True,
)


def test_costs_out_of_bounds_take_nothing(proof: Proof, tmp_path: Path) -> None:
    found = apart("tests.prove.costs:refused", place=Place(tmp_path), count=200)
    proof.none("costs accepted", found["accepted"])
    proof.count("costs out of bounds refused", found["tried"])
    proof.note(f"peak memory grew by {found['peak']:.1f} MiB in {found['seconds']:.1f} s")
    assert found["peak"] < 16, "a refused cost took memory"


def test_unlocking_costs_little_more_than_argon2id(proof: Proof, tmp_path: Path) -> None:
    if not proof.is_full:
        return  # times are measured in the full size only
    ratios = apart("tests.prove.costs:unlock_ratios", place=Place(tmp_path), repeats=3, runs=9)
    proof.note(f"unlock to bare Argon2id, three times: {', '.join(f'{ratio:.2f}' for ratio in ratios)}")
    assert sorted(ratios)[1] <= 1.2, f"unlocking costs {ratios} times bare Argon2id"


def test_eight_unlocks_at_once_take_two_places(proof: Proof, tmp_path: Path) -> None:
    place = _place(tmp_path)
    for threads in proof.size(("",), ("", "with-threads=16")):
        with serving(place, altered=threads) as server:
            for _ in range(proof.size(1, 3)):
                extra, answers = _at_once(server)
                proof.count("unlocks at once", len(answers))
                proof.note(
                    f"{extra} MiB, slowest {max(wait for _, _, wait in answers):.1f} s{threads and ' with 16 threads'}"
                )
                wrong = [one for one in answers if not _is_right(*one)]
                assert not wrong, (
                    f"answers that are neither 303 nor 503 with Retry-After within 15 s: {wrong}"
                )
                assert any(status == 303 for status, _, _ in answers), "nobody got in"
                assert extra <= MOST_EXTRA_MIB, f"{AT_ONCE} unlocks at once took {extra} MiB"


def test_a_raised_cost_is_taken_up_once_by_unlocks_at_once(proof: Proof, tmp_path: Path) -> None:
    if not proof.is_full:
        return
    place = _place(tmp_path)
    with serving(place, options={"TROTH_PASSPHRASE_PASSES": "4"}) as server:
        extra, answers = _at_once(server, warm=False)
        proof.count("unlocks at once", len(answers))
        assert not [one for one in answers if not _is_right(*one)], answers
        assert extra <= MOST_EXTRA_MIB
        Client(server.port).sign_in("Ada", PASSPHRASE)
    slots = apart("tests.prove.costs:slots", place=place)
    assert slots == [[65_536, 4, 1]], f"the slots after a raised cost: {slots}"


def test_without_the_limiter_memory_grows(proof: Proof, tmp_path: Path) -> None:
    place = _place(tmp_path)
    with serving(place, altered="without-limiter=16") as server:
        extra, _answers = _at_once(server)
        proof.control(CONTROL, noticed=extra > CONTROL_MIB, seen=f"{extra} MiB")


def _place(folder: Path) -> Place:
    place = Place(folder)
    with serving(place) as server:
        Client(server.port).sign_up("Ada", PASSPHRASE)
    return place


def _is_right(status: int, retry: str, wait_s: float) -> bool:
    return wait_s <= 15 and (status == 303 or (status == 503 and retry.isdigit()))


def _at_once(server: Server, *, warm: bool = True) -> tuple[int, list[tuple[int, str, float]]]:
    """Unlock from eight networks at the same moment; return MiB above the state before, and each answer."""
    clients = [Client(server.port, network=f"127.0.1.{number + 1}") for number in range(AT_ONCE)]
    for client in clients:
        client.get("/sign-in/")
        client.close()  # a waiting connection would hold one of the server's places
    if warm:
        clients[0].sign_in("Ada", PASSPHRASE)
        clients[0].close()
    time.sleep(0.2)
    answers: list[tuple[int, str, float]] = []
    gate = threading.Barrier(AT_ONCE)

    def unlock(client: Client) -> None:
        client.cookies.pop("troth", None)
        gate.wait(timeout=20)
        began = time.monotonic()
        answer = client.post("/sign-in/", {"name": "Ada", "passphrase": PASSPHRASE})
        answers.append((answer.status, answer.headers.get("retry-after", ""), time.monotonic() - began))

    with _watched(server) as sizes:
        threads = [threading.Thread(target=unlock, args=(client,)) for client in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)
    assert len(answers) == AT_ONCE, f"{AT_ONCE - len(answers)} of {AT_ONCE} were not answered"
    return (max(sizes) - sizes[0]) // 1024, answers


@contextmanager
def _watched(server: Server) -> Iterator[list[int]]:
    """Read the serving process' resident KiB every few milliseconds."""
    pid, sizes, stop = server.pids[-1], [], threading.Event()
    sizes.append(_resident_kib(pid))

    def watch() -> None:
        while not stop.wait(0.002):
            sizes.append(_resident_kib(pid))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield sizes
    finally:
        stop.set()
        thread.join(timeout=10)


def _resident_kib(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])
