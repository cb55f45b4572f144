"""Check 20: every address × every method × everyone × every state of an object: who may, and what the rest is told."""

import re
from collections import defaultdict
from uuid import UUID

import pytest

from tests.prove.checks import Check, Proof
from tests.prove.owned import belongs_to
from tests.prove.walking import ROLES, Visit, World, a_world, addresses, expected, remember, walk
from tests.prove.who_may import TABLE, Who

pytestmark = pytest.mark.django_db
CHECK = Check(
    20,
    target="every address, 0 unexpected successes, one 404",
    least={
        "addresses": (260, 260),
        "answers": (8_000, 25_000),
        "successes": (1_000, 1_000),
        "forms taken": (800, 800),
        "identifiers": (90, 90),
    },
    controls=("a view without its access line", "an address that is not in the table"),
    limit_s=(600, 1200),
)
ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
READING = ("GET", "HEAD", "OPTIONS")
LATER = "roles Ben, Petra, tokens: their pages are not built yet"


@pytest.fixture
def world(db: None) -> World:
    return a_world()


def faults(visits: list[Visit], table: dict[str, Who]) -> list[str]:
    """List answers that the table does not allow."""
    wrong = []
    for visit in visits:
        wanted = expected(table[visit.name], visit)
        is_door_page = wanted == "open" and visit.outcome == "door" and table[visit.name].may == "everyone"
        if visit.outcome != wanted and not is_door_page:
            wrong.append(f"{visit}, expected {wanted}")
    return wrong


def test_every_address_answers_only_those_who_may(proof: Proof, world: World) -> None:
    there = addresses()
    proof.none("addresses missing in the table", sorted(there.keys() - TABLE.keys()))
    proof.none("lines for addresses that are not there", sorted(TABLE.keys() - there.keys()))
    visits = walk(world, TABLE, wide=proof.is_full)
    remember(visits, wide=proof.is_full)
    proof.count("addresses", len({visit.name for visit in visits}))
    proof.count("answers", len(visits))
    proof.count("successes", sum(visit.outcome == "open" for visit in visits))
    proof.count(
        "forms taken", sum(v.wrote and v.method == "POST" and v.status in (200, 204, 303) for v in visits)
    )
    proof.none("answers outside the table", faults(visits, TABLE))
    proof.none("different answers for what is not theirs", _told_apart(visits))
    proof.none("heads that tell more", _heads_that_tell_more(visits))
    written = [str(visit) for visit in visits if visit.wrote and _only_reads(visit)]
    proof.none("changes by reading or by strangers", written)
    proof.none("foreign identifiers on pages", _foreign_identifiers(proof, visits, world))
    proof.note(f"not among the roles: {LATER}")


def _only_reads(visit: Visit) -> bool:
    if visit.name == "door:leave":
        return False
    return visit.method in READING or (visit.outcome != "open" and visit.role != "locked")


def _told_apart(visits: list[Visit]) -> list[str]:
    """What is another's, erased, in the undo hour or never was must look the same, byte for byte."""
    answers: dict[tuple[str, str, str], dict[tuple[object, ...], str]] = defaultdict(dict)
    for visit in visits:
        if visit.status == 404 and visit.state:
            headers = tuple(sorted(item for item in visit.headers.items() if item[0] != "Content-Length"))
            answers[visit.role, visit.name, visit.method][visit.status, visit.body, headers] = visit.state
    return [f"{key}: {sorted(states.values())}" for key, states in answers.items() if len(states) > 1]


def _heads_that_tell_more(visits: list[Visit]) -> list[str]:
    gets = {(v.role, v.name, v.state): v for v in visits if v.method == "GET"}
    heads = [v for v in visits if v.method == "HEAD" and v.status != 405]
    return [str(v) for v in heads if v.body or (v.status, v.outcome) != _like(gets[v.role, v.name, v.state])]


def _like(visit: Visit) -> tuple[int, str]:
    return visit.status, visit.outcome


def _foreign_identifiers(proof: Proof, visits: list[Visit], world: World) -> list[str]:
    foreign, seen = [], set()
    for visit in visits:
        if visit.role not in world.owners or visit.outcome != "open" or visit.method != "GET":
            continue
        for id in {UUID(text.decode()) for text in ID.findall(visit.body)}:
            seen.add((visit.role, id, visit.name))
            if not belongs_to(id, world.owners[visit.role].someone):
                foreign.append(f"{visit}: an identifier of someone else's")
    proof.count("identifiers", len(seen))
    return foreign


def test_forms_without_their_token_are_refused(proof: Proof, world: World) -> None:
    taken = []
    for name, who in TABLE.items():
        if "POST" not in who.methods or name == "door:leave":
            continue
        for role in ROLES:
            visit = world.visit(role, name, who, "POST", who.state if who.names else "", token=False)
            if visit and visit.status != 403:
                taken.append(str(visit))
            proof.count("forms without a token", visit is not None)
    proof.none("forms taken without a token", taken)
    leave = world.visit("Ada", "door:leave", TABLE["door:leave"], "POST", token=False)
    assert leave is not None
    assert leave.status == 303


@pytest.mark.urls("tests.prove.planted_urls")
def test_a_planted_view_is_found(proof: Proof, world: World) -> None:
    row = {"planted:one": Who("owner", "GET", "promises")}
    with proof.must_fail("a view without its access line"):
        visits = walk(world, row, wide=False)
        wrong = faults(visits, row)
        assert not wrong, f"{len(wrong)} of {len(visits)} answers outside the table: {wrong[0]}"
    with proof.must_fail("an address that is not in the table"):
        missing = addresses().keys() - TABLE.keys()
        assert not missing, f"missing in the table: {sorted(missing)}"
