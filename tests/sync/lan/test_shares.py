"""Shares of a quota: whatever is lost, repeated or cut, no more is handed out than there is."""

from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sync.lan.shares import QuotaShare, asked_of_each, grantable

DESKS = [UUID(int=number) for number in (1, 2, 3, 4)]
A, B, C, _ = DESKS


def test_what_moves_leaves_one_share_and_comes_into_the_other() -> None:
    giver = QuotaShare(granted=5).move(to=B, wanted=2, received=0, spare=5)
    receiver = QuotaShare().receive(of=A, moved=giver.moved_out[B])

    assert (giver.left(0), receiver.left(0)) == (3, 2)


def test_an_answer_that_was_lost_is_given_again_and_nothing_leaves_twice() -> None:
    lost = QuotaShare(granted=5).move(to=B, wanted=2, received=0, spare=5)

    asked_again = lost.move(to=B, wanted=2, received=0, spare=3)

    assert asked_again == lost


def test_an_answer_that_comes_late_takes_nothing_back() -> None:
    late, now = QuotaShare().receive(of=A, moved=3), 2

    assert late.receive(of=A, moved=now).left(0) == 3


def test_no_more_leaves_than_can_be_spared() -> None:
    assert QuotaShare(granted=2).move(to=B, wanted=9, received=0, spare=1).left(0) == 1


def test_the_neighbour_with_the_most_is_asked_first() -> None:
    assert asked_of_each(missing=4, left={A: 1, B: 3, C: 0}) == {B: 3, A: 1}


def test_the_register_grants_what_neither_desks_nor_visits_hold() -> None:
    assert grantable(total=10, used=4, used_by_sharers=1, granted=5) == 2
    assert grantable(total=10, used=12, used_by_sharers=0, granted=0) == 0


class ShareTrades(RuleBasedStateMachine):
    """Desks that hand out, ask and give, with answers that are lost and come late."""

    @initialize(total=st.integers(0, 12))
    def begin(self, total: int) -> None:
        self.total = total
        self.granted = dict.fromkeys(DESKS, 0)  # as the register has it
        self.shares = dict.fromkeys(DESKS, QuotaShare())
        self.given = dict.fromkeys(DESKS, 0)
        self.answers: list[tuple[UUID, UUID, int]] = []

    @rule(desk=st.sampled_from(DESKS), wanted=st.integers(1, 6), is_lost=st.booleans())
    def ask_the_register(self, desk: UUID, wanted: int, is_lost: bool) -> None:  # noqa: FBT001 - drawn
        free = grantable(
            total=self.total, used=0, used_by_sharers=0, granted=sum(self.granted.values())
        )
        aim = self.shares[desk].granted + wanted
        self.granted[desk] += min(max(0, aim - self.granted[desk]), free)
        if not is_lost:
            share = self.shares[desk]
            self.shares[desk] = QuotaShare(self.granted[desk], share.moved_out, share.moved_in)

    @rule(giver=st.sampled_from(DESKS), receiver=st.sampled_from(DESKS), wanted=st.integers(1, 6))
    def ask_a_neighbour(self, giver: UUID, receiver: UUID, wanted: int) -> None:
        if giver == receiver:
            return
        spare = self.shares[giver].left(self.given[giver])
        received = self.shares[receiver].moved_in.get(giver, 0)
        self.shares[giver] = self.shares[giver].move(
            to=receiver, wanted=wanted, received=received, spare=spare
        )
        self.answers.append((giver, receiver, self.shares[giver].moved_out[receiver]))

    @precondition(lambda self: self.answers)
    @rule(data=st.data(), repeated=st.booleans())
    def receive_an_answer(self, data: st.DataObject, repeated: bool) -> None:  # noqa: FBT001 - drawn
        place = data.draw(st.integers(0, len(self.answers) - 1))
        giver, receiver, moved = self.answers[place]
        self.shares[receiver] = self.shares[receiver].receive(of=giver, moved=moved)
        if not repeated:
            del self.answers[place]

    @rule(desk=st.sampled_from(DESKS), tickets=st.integers(1, 4))
    def hand_out(self, desk: UUID, tickets: int) -> None:
        if tickets <= self.shares[desk].left(self.given[desk]):
            self.given[desk] += tickets

    @rule(desk=st.sampled_from(DESKS))
    def void(self, desk: UUID) -> None:
        self.given[desk] = max(0, self.given[desk] - 1)

    @invariant()
    def no_more_is_handed_out_than_there_is(self) -> None:
        if hasattr(self, "total"):
            assert sum(self.given.values()) <= self.total

    @invariant()
    def nobody_holds_less_than_nothing(self) -> None:
        if hasattr(self, "total"):
            assert all(self.shares[desk].left(self.given[desk]) >= 0 for desk in DESKS)


ShareTrades.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestShares = ShareTrades.TestCase
