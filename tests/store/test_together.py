"""Two people and a stranger, in any order of steps: what each can see is always what a small model says, and no more."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings as django_settings
from django.db import transaction
from hypothesis import Phase
from hypothesis import settings as of_runs
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests import people
from tests.store.model import LASTS, Code, Given, state_of
from tests.store.two import AT, a_side
from troth.app import restoring
from troth.store.actions import bonds, erasing, invitations, joining, rekey, shares
from troth.store.errors import Gone, NotNow, NotValid, Taken, Wait
from troth.store.models import Invitation, Membership, Person, Share
from troth.store.queries import entries as entry_queries
from troth.store.queries.joining import standing
from troth.store.queries.shares import given, one_received, received

WHO = st.sampled_from(("Ada", "Ben"))
OTHER = {"Ada": "Ben", "Ben": "Ada"}
# Not shrunk: a step may be a real change of keys, and a thousand of them take minutes.
RUNS = of_runs(max_examples=12, stateful_step_count=25, phases=(Phase.reuse, Phase.generate))


class Together(RuleBasedStateMachine):
    """Every rule does the real thing and the model's, and compares what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.people = {name: people.an_account(name) for name in ("Ada", "Ben", "Mallory")}
        self.bond, self.at = self.people["Ada"].bond, AT
        self.sides = {"Ada": "active"}  # who has a side of the bond, and in which state
        self.pinned: set[str] = set()
        self.codes: list[Code] = []
        self.live: dict[UUID, Given] = {}
        self.dead: set[UUID] = set()
        self.older: list[Share] = []
        self.written = {name: [] for name in ("Ada", "Ben")}
        self.tries = 0

    @initialize(begins=st.sampled_from(("alone", "joined", "shared")))
    def begin(self, begins):
        """Most of what can go wrong begins late: two in three runs begin joined, one with something shared."""
        if begins == "alone":
            return
        self.invite("Ada")
        self.accept(0, "Ben")
        self.confirm("Ada")
        if begins == "shared":
            for who in ("Ada", "Ben"):
                self.write(who, "abc")
                self.give(who, 0, 9)
            assert len(self.live) == 2

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def me(self, who: str):
        return self.people[who].me

    def code_of(self, who: str) -> Code | None:
        return next((one for one in self.codes if one.is_of(who) and one.lives(self.at)), None)

    def is_joined(self) -> bool:
        return any(one.is_joined for one in self.codes)

    def drop(self, ids) -> None:
        for id in list(ids):
            del self.live[id]
            self.dead.add(id)

    @rule(who=WHO)
    def invite(self, who):
        if who not in self.sides:
            return
        mine = self.code_of(who)
        wanted = NotNow if self.sides[who] != "active" else Taken if mine and mine.is_accepted else None
        if wanted:
            with pytest.raises(wanted):
                invitations.invite(me=self.me(who), bond=self.bond, at=self.at)
            return
        try:
            code = invitations.invite(me=self.me(who), bond=self.bond, at=self.at)
        except Wait:
            return
        self.end_unconfirmed(who)
        self.codes.append(Code(code, who, self.at + LASTS))

    def end_unconfirmed(self, who):
        self.codes = [one for one in self.codes if one.inviter != who or one.is_joined]

    @precondition(lambda self: self.codes)
    @rule(which=st.integers(0, 9), who=WHO)
    def accept(self, which, who):
        one = self.codes[which % len(self.codes)]
        self.tries += 1
        fits = (
            not one.is_accepted
            and one.lives(self.at)
            and one.inviter != who
            and self.code_of(who) is None
            and not any(code.is_accepted and code.lives(self.at) for code in self.codes)
        )
        try:
            invitations.accept(
                me=self.me(who), code=one.code, side=a_side(), network=str(self.tries), at=self.at
            )
        except NotValid:
            assert not fits
            return
        assert fits
        for code in self.codes:  # an older yes that ran out
            if code.is_accepted and not code.is_joined and code.inviter != who:
                code.is_accepted = False
        one.is_accepted = True
        self.sides[who] = "active"
        self.pinned.add(who)

    @precondition(lambda self: self.codes)
    @rule(who=WHO)
    def confirm(self, who):
        one = self.code_of(who)
        fits = one is not None and one.inviter == who and one.is_accepted and not one.is_joined
        try:
            joining.confirm(me=self.me(who), bond=self.bond, at=self.at)
        except (Gone, NotNow):
            assert not fits or self.sides[who] != "active"
            return
        assert fits
        assert one is not None
        one.is_joined = True
        self.pinned.add(who)

    @rule(who=WHO, state=st.sampled_from(("active", "paused", "closed")))
    def set_state(self, who, state):
        if who not in self.sides:
            return
        if state == "closed":
            joining.leave(me=self.me(who), bond=self.bond)
            self.leave(who)
        else:
            bonds.alter_side(me=self.me(who), bond=self.bond, state=state)
            if state == "paused":
                self.end_unconfirmed(who)
        self.sides[who] = state

    def leave(self, who):
        if self.is_joined():
            self.codes = [one for one in self.codes if not one.is_joined]
            self.drop(self.live)
        self.end_unconfirmed(who)
        for one in self.codes:
            if one.inviter != who:
                one.is_accepted = False
        self.pinned.discard(who)

    @rule(who=WHO, words=st.text("abc ", min_size=1, max_size=12).filter(str.strip))
    def write(self, who, words):
        if who in self.sides:
            entry = people.a_win(by=replace(self.people[who], bond=self.bond), what=words, at=AT)
            self.written[who].append((entry.id, words.strip()))

    @precondition(lambda self: self.is_joined())
    @rule(who=WHO, days=st.integers(0, 20))
    def write_and_give(self, who, days):
        self.write(who, "cab")
        self.give(who, -1, days)

    @rule(who=WHO, which=st.integers(0, 9), days=st.integers(0, 20))
    def give(self, who, which, days):
        if not self.written[who]:
            return
        id, words = self.written[who][which % len(self.written[who])]
        until = self.at.date() + timedelta(days)
        fits = self.is_joined() and self.sides[who] == "active"
        try:
            share = shares.give(
                me=self.me(who), bond=self.bond, id=id, fields=["what"], until=until, at=self.at
            )
        except NotNow:
            assert not fits
            return
        assert fits
        self.drop([one for one, made in self.live.items() if (made.owner, made.entry) == (who, id)])
        self.live[share] = Given(who, id, words, until)

    @precondition(lambda self: self.live)
    @rule(which=st.integers(0, 9), who=st.sampled_from(("Ada", "Ben", "Mallory")))
    def take_back(self, which, who):
        id = list(self.live)[which % len(self.live)]
        if self.live[id].owner == who:
            shares.take_back(me=self.me(who), id=id)
            self.drop([id])
        else:
            with pytest.raises(Gone):
                shares.take_back(me=self.me(who), id=id)

    @rule(who=WHO)
    def change_keys(self, who):
        me, _cookie = rekey.rekey(
            me=self.me(who), passphrase="new words for this door", code=None, at=self.at
        )
        self.people[who] = replace(self.people[who], me=me)
        self.end_unconfirmed(who)
        for one in self.codes:
            if one.inviter != who and not one.is_joined:
                one.is_accepted = False

    @rule(hours=st.integers(1, 200))
    def wait(self, hours):
        self.at += timedelta(hours=hours)
        self.drop([id for id, made in self.live.items() if made.until < self.at.date()])

    @rule()
    def sweep(self):
        erasing.sweep(at=self.at)
        self.codes = [one for one in self.codes if one.lives(self.at)]
        assert set(Share.objects.values_list("id", flat=True)) == set(self.live)

    @rule()
    def back_up(self):
        self.older = list(Share.objects.all())

    @rule()
    def restore(self):
        """An older home comes back: what was erased since is erased again before anyone is let in."""
        here = set(Share.objects.values_list("id", flat=True))
        for row in self.older:
            if row.id not in here:
                row.save(force_insert=True)
        erased = Path(django_settings.ERASED_FILE)
        restoring._erase_again(
            set(erased.read_text().split("\n")) - {""} if erased.exists() else set(), alias="default"
        )

    @invariant()
    def each_sees_what_the_model_says(self):
        for who in ("Ada", "Ben"):
            me, other = self.me(who), OTHER[who]
            seen = {one.id: (dict(one.copy.fields), one.until) for one in received(me, at=self.at)}
            assert seen == {
                id: ({"what": made.words}, made.until)
                for id, made in self.live.items()
                if made.owner == other
            }
            out = {one.id: (one.of, one.until) for one in given(me, at=self.at)}
            assert out == {
                id: (made.entry, made.until) for id, made in self.live.items() if made.owner == who
            }
            if who in self.sides:
                assert standing(me, self.bond, at=self.at).state == state_of(
                    self.code_of(who), who, is_pinned=who in self.pinned
                )

    @invariant()
    def nobody_sees_what_is_gone_or_anothers(self):
        for id in (*self.dead, *self.live):
            for who in ("Ada", "Ben", "Mallory"):
                if id in self.live and OTHER.get(who) == self.live[id].owner:
                    continue
                with pytest.raises(Gone):
                    one_received(self.me(who), id, at=self.at)
        assert received(self.me("Mallory"), at=self.at) == []

    @invariant()
    def what_was_written_stays_its_writers(self):
        for who, some in self.written.items():
            for id, words in some:
                assert entry_queries.one(self.me(who), id).content.what == words

    @invariant()
    def at_most_two_are_joined(self):
        assert Invitation.objects.joined().count() <= 1
        assert Membership.objects.filter(bond=self.bond).count() <= 2
        assert Person.objects.count() == 3


@pytest.mark.django_db
def test_two_people_in_any_order_of_steps(settings, tmp_path):
    # A list of its own: the cast keeps its ids from test to test, and what another test erased is not erased here.
    settings.ERASED_FILE = tmp_path / "erased"
    run_state_machine_as_test(Together, settings=RUNS)
