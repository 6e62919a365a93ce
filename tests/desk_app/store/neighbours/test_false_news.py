"""A neighbour may lie: what it says costs no visit, and hands out no ticket that is not there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from desk_app.services.errors import RefusedError
from desk_app.store.neighbours.inbox_choice import choose_inbox
from desk_app.store.neighbours.intake import MOST_OFFERS
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.quota_shares import StoredShares
from sync.lan.news import MOST_UNAWARE, News, NewsOperation
from sync.lan.top_up import TopUp
from sync.messages import ShareAnswer, ShareRequest
from sync.ports import OperationState
from sync.rules.offers import Quota
from sync.rules.visits import VenueVisit, Visit
from tests.helpers.desk_fixture import FAMILY, POOL, TOMORROW
from tests.helpers.neighbour_desks import NeighbourStore, meet
from tests.helpers.samples import a_void, an_own_offer, as_in_feed

CARD = FAMILY.number
LIAR = UUID(int=666)
SHOW = replace(TOMORROW, id=UUID(int=41), quota=Quota(6, 0))


def lie(desk: NeighbourStore, *entries: NewsOperation, visits: tuple[VenueVisit, ...] = ()) -> None:
    desk.news.merge(News(cursor="liar.1", operations=entries, visits=visits))


def a_claim(
    visit: Visit,
    state: OperationState,
    *,
    code: str | None = None,
    unaware: Sequence[UUID] = (),
) -> NewsOperation:
    return NewsOperation(
        desk_name="Luukku 9", operation=visit, state=state, code=code, unaware=unaware
    )


def doubted(desk: NeighbourStore, *known: VenueVisit) -> list[UUID]:
    """What is sent again once the register's feed was read to its end."""
    desk.fixture.receive(*known)
    now = desk.fixture.clock.at
    outbox = StoredOutbox(desk.fixture.database, desk.fixture.clock)
    return [*outbox.confirm(now - timedelta(days=30), now + timedelta(seconds=1))]


def test_a_visit_that_is_falsely_called_accepted_goes_to_the_register_in_the_end(
    desks: list[NeighbourStore],
) -> None:
    here, _ = desks
    visit = here.hand_out(CARD, POOL)

    lie(here, a_claim(visit, OperationState.ACCEPTED), visits=(as_in_feed(visit),))

    assert doubted(here) == [visit.id]


def test_a_visit_that_the_register_never_told_of_does_not_count_for_ever(
    desks: list[NeighbourStore],
) -> None:
    here, there = desks
    known = as_in_feed(there.hand_out(CARD, POOL))

    lie(here, visits=(known,))
    before = here.fixture.database.rows("SELECT count(*) FROM activity")
    here.fixture.receive()

    assert before == [(1,)]
    assert here.fixture.database.rows("SELECT count(*) FROM activity") == [(0,)]


def hand_out_all(desk: NeighbourStore) -> int:
    """Hand out tickets to the show until there are none; how many that were."""
    for given in range(100):
        try:
            desk.hand_out(CARD, SHOW)
        except RefusedError:
            return given
    raise AssertionError("there is no end of tickets")


@pytest.fixture
def shares(desks: list[NeighbourStore]) -> list[StoredShares]:
    """The desks' shares of a show's quota: three tickets each."""
    found = []
    for desk in desks:
        desk.fixture.load_offers([POOL, SHOW])
        found.append(StoredShares(desk.fixture.database))
        found[-1].grant(SHOW.id, SHOW.quota.total // 2 if SHOW.quota else 0, 1)
    return found


def test_tickets_that_a_neighbour_never_had_are_not_handed_out(
    desks: list[NeighbourStore], shares: list[StoredShares]
) -> None:
    here, there = desks
    shares[0].receive(LIAR, SHOW.id, 1_000)
    sold_there = hand_out_all(there)
    meet(here, there)

    assert sold_there == 3
    assert hand_out_all(here) == 3


def test_what_a_quota_has_room_for_is_counted_seldom_where_it_takes_long_and_decides_nothing(
    desks: list[NeighbourStore], shares: list[StoredShares]
) -> None:
    here, there = desks
    seconds = [0.0]

    def steady() -> float:
        seconds[0] += 1  # counting takes as long
        return seconds[0]

    shares[0].receive(LIAR, SHOW.id, 1_000)
    slow = StoredShares(here.fixture.database, steady)
    left = [slow.left()[SHOW.id]]
    there.hand_out(CARD, SHOW)
    meet(here, there)
    left.append(slow.left()[SHOW.id])
    seconds[0] += 100
    left.append(slow.left()[SHOW.id])

    assert left == [6, 6, 5]


def test_tickets_that_the_register_granted_are_handed_out_whatever_a_neighbour_says(
    desks: list[NeighbourStore], shares: list[StoredShares]
) -> None:
    here, there = desks
    shares[0].receive(LIAR, SHOW.id, 1)
    visits = [there.hand_out(CARD, SHOW) for _ in range(3)]
    many = [replace(each, id=uuid4()) for each in visits for _ in range(5)]

    lie(here, *(a_claim(each, OperationState.PENDING) for each in many))

    assert hand_out_all(here) == 3


class GrantingRegister:
    """Grants whatever is asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def share(self, offer_id: UUID, request: ShareRequest) -> ShareAnswer:
        del offer_id
        self.asked.append(request.granted)
        return ShareAnswer(granted=request.granted, turn=request.turn)


def test_nothing_is_given_back_to_the_register_for_what_a_neighbour_says(
    shares: list[StoredShares],
) -> None:
    register = GrantingRegister()
    shares[0].receive(LIAR, SHOW.id, 1_000_000)

    TopUp(shares[0]).run(register, [SHOW], may_begin=True)

    assert [each for each in register.asked if each < 3] == []


@pytest.mark.slow
def test_no_more_offers_are_invented_than_people_can_look_through(
    desks: list[NeighbourStore],
) -> None:
    here, _ = desks
    invented = [an_own_offer() for _ in range(MOST_OFFERS + 50)]

    lie(here, *(NewsOperation(desk_name="Luukku 9", operation=each) for each in invented))

    shown = here.fixture.database.rows("SELECT count(*) FROM offers WHERE own")
    assert shown == [(MOST_OFFERS,)]


@pytest.mark.slow
def test_any_number_of_names_can_be_told_of(desks: list[NeighbourStore]) -> None:
    here, _ = desks
    with here.fixture.database.write() as connection:
        connection.exec_driver_sql(
            "WITH RECURSIVE counted(number) AS"
            " (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < 260000)"
            " INSERT INTO operations"
            " (id, kind, state, taken, carried_from, settled_at, recorder_asks)"
            " SELECT printf('%032x', number), 'note', 'rejected', 1, 'Luukku ' || number,"
            " '2026-01-01 00:00:00.000000', 1 FROM counted"
        )

    assert choose_inbox(here.fixture.database, ["Luukku 1"], here.fixture.clock.now())


def test_what_a_desk_did_not_know_of_is_kept_of_a_few_visits(desks: list[NeighbourStore]) -> None:
    here, there = desks
    visit = there.hand_out(CARD, POOL)

    for _ in range(4):
        unaware = [uuid4() for _ in range(MOST_UNAWARE)]
        lie(here, a_claim(visit, OperationState.PENDING, unaware=unaware))

    noted = here.fixture.database.rows("SELECT count(*) FROM unaware_visits")
    assert noted == [(MOST_UNAWARE,)]


def test_what_this_desk_knew_of_it_knows_itself(desks: list[NeighbourStore]) -> None:
    here, there = desks
    ours, theirs = here.hand_out(CARD, POOL), there.hand_out(CARD, POOL)
    there.receive(here)

    lie(here, a_claim(ours, OperationState.PENDING, unaware=[theirs.id]))

    assert here.fixture.database.rows("SELECT * FROM unaware_visits") == []


def test_that_a_desk_took_its_visit_back_reaches_the_register_whatever_others_say(
    desks: list[NeighbourStore],
) -> None:
    here, _ = desks
    visit = here.hand_out(CARD, POOL)
    here.fixture.accept(visit.id)
    void = here.fixture.services.voiding.void(visit.id)
    other = NewsOperation(
        desk_name="Luukku 9", operation=a_void(visit.id), state=OperationState.ACCEPTED
    )

    lie(here, other)

    assert doubted(here, as_in_feed(visit)) == [void.id]


@pytest.mark.parametrize("state", [OperationState.WITHDRAWN, OperationState.REJECTED])
def test_a_desks_own_work_is_sent_whatever_a_neighbour_says_became_of_it(
    desks: list[NeighbourStore], state: OperationState
) -> None:
    here, _ = desks
    visit = here.hand_out(CARD, POOL)

    lie(here, a_claim(visit, state, code="card_revoked"))

    assert [each.id for each in here.send()] == [visit.id]
