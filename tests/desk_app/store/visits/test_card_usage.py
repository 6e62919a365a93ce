"""Earlier visits of a card, and tickets that an offer's quota does not know of yet."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.register.offers import StoredOffers
from desk_app.store.visits.activity import StoredActivity
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from sync.ports import OperationState, SendResult
from sync.rules.offers import OfferKind
from sync.rules.visits import PastVisit, Tickets, Visit, VisitState
from tests.helpers.samples import MOMENT, a_visit, a_void, an_offer, as_in_feed
from tests.helpers.store import SteppingClock

ACCEPTED, REJECTED = OperationState.ACCEPTED, OperationState.REJECTED
OFFER = replace(an_offer(UUID(int=1)), kind=OfferKind.COURSE)
CARD = "AB12345"


class FreshStore:
    """A store whose offers have just come in, and where things are sent one by one."""

    def __init__(self, database: Database) -> None:
        self.clock = SteppingClock()
        self.journal = StoredJournal(database)
        self.outbox = StoredOutbox(database, self.clock)
        self.offers = StoredOffers(database)
        self.activity = StoredActivity(database)
        self.receive_offers()

    def receive_offers(self) -> None:
        """Quotas are known up to now."""
        self.offers.apply([OFFER], [], cursor="1", complete_at=self.clock.now())

    def record(self, *, assistants: int = 0, children: int = 1) -> Visit:
        visit = replace(
            a_visit(OFFER.id, number=CARD),
            tickets=Tickets(holder=1, children=children, assistants=assistants),
        )
        self.journal.record(visit)
        return visit

    def settle(self, state: OperationState) -> None:
        """Send all that waits; the register says the same of each."""
        self.outbox.record_results([SendResult(sent.id, state) for sent in self.outbox.claim(10)])

    def receive_activity(self, visit: Visit, state: VisitState = VisitState.ACCEPTED) -> None:
        self.activity.apply([as_in_feed(visit, state)], cursor="1")

    @property
    def queued(self) -> int:
        return self.journal.queued_tickets(OFFER.id)

    @property
    def past(self) -> list[PastVisit]:
        return list(self.journal.past_visits(CARD))


@pytest.fixture
def desk(database: Database) -> FreshStore:
    return FreshStore(database)


def test_tickets_that_wait_are_queued_without_the_assistants(desk: FreshStore) -> None:
    desk.record(assistants=3)
    assert desk.queued == 2


def test_tickets_in_a_request_are_still_queued(desk: FreshStore) -> None:
    desk.record()
    desk.outbox.claim(10)
    assert desk.queued == 2


def test_tickets_accepted_since_the_offers_came_are_still_queued(desk: FreshStore) -> None:
    desk.record()
    desk.settle(ACCEPTED)
    assert desk.queued == 2


def test_tickets_accepted_before_the_offers_came_are_known_there(desk: FreshStore) -> None:
    desk.record()
    desk.settle(ACCEPTED)
    desk.receive_offers()
    assert desk.queued == 0


def test_before_any_whole_feed_all_that_was_given_is_queued(database: Database) -> None:
    clock = SteppingClock()
    journal, outbox = StoredJournal(database), StoredOutbox(database, clock)
    journal.record(visit := a_visit(OFFER.id))
    outbox.claim(1)
    outbox.record_results([SendResult(visit.id, ACCEPTED)])
    assert journal.queued_tickets(OFFER.id) == 1


def test_refused_tickets_are_not_queued(desk: FreshStore) -> None:
    desk.record()
    desk.settle(REJECTED)
    assert desk.queued == 0


def test_another_offer_s_tickets_are_not_queued(desk: FreshStore) -> None:
    desk.record()
    assert desk.journal.queued_tickets(uuid4()) == 0


def test_a_visit_voided_while_it_waits_is_not_queued(desk: FreshStore) -> None:
    desk.journal.void(a_void(desk.record().id))
    assert desk.queued == 0


def test_a_void_that_the_quota_does_not_know_of_gives_tickets_back(desk: FreshStore) -> None:
    visit = desk.record()
    desk.settle(ACCEPTED)
    desk.receive_offers()
    desk.journal.void(a_void(visit.id))
    assert desk.queued == -2  # not sent
    desk.settle(ACCEPTED)
    assert desk.queued == -2  # accepted since the offers came
    desk.receive_offers()
    assert desk.queued == 0


def test_visit_and_void_both_accepted_since_the_offers_came_cancel_out(desk: FreshStore) -> None:
    desk.journal.void(a_void(desk.record().id))
    desk.settle(ACCEPTED)
    assert desk.queued == 0


def test_a_page_that_is_not_the_last_does_not_move_what_is_known(desk: FreshStore) -> None:
    desk.record()
    desk.settle(ACCEPTED)
    desk.offers.apply([OFFER], [], cursor="2", complete_at=None)
    assert desk.queued == 2


def test_own_visits_count_as_past_ones_with_the_offer_s_kind(desk: FreshStore) -> None:
    visit = desk.record(assistants=2)
    at = visit.recorded_at
    assert desk.past == [PastVisit(OFFER.id, OfferKind.COURSE, MOMENT.date(), visit.tickets, at)]


def test_a_removed_offer_s_kind_is_still_known(desk: FreshStore) -> None:
    desk.record()
    desk.offers.apply([], [OFFER.id], cursor="2", complete_at=None)
    assert [visit.offer_kind for visit in desk.past] == [OfferKind.COURSE]


def test_another_desk_s_visits_count_too(desk: FreshStore) -> None:
    desk.record(children=0)
    other = replace(
        a_visit(OFFER.id, number=CARD, at=MOMENT + timedelta(days=1)),
        tickets=Tickets(holder=1, children=4),
    )
    desk.receive_activity(other)
    assert sorted(visit.counted for visit in desk.past) == [1, 5]


def test_a_visit_that_is_known_twice_counts_once(desk: FreshStore) -> None:
    visit = desk.record()
    desk.settle(ACCEPTED)
    desk.receive_activity(visit)
    assert len(desk.past) == 1


def test_another_card_s_visits_do_not_count(desk: FreshStore) -> None:
    desk.record()
    desk.receive_activity(a_visit(OFFER.id, number="OTHER123"))
    assert len(desk.past) == 1
    assert len(desk.journal.past_visits("OTHER123")) == 1


def test_a_refused_visit_does_not_count(desk: FreshStore) -> None:
    desk.record()
    desk.settle(REJECTED)
    assert desk.past == []


def test_a_visit_voided_here_does_not_count_though_it_was_heard_of(desk: FreshStore) -> None:
    visit = desk.record()
    desk.settle(ACCEPTED)
    desk.receive_activity(visit)
    desk.journal.void(a_void(visit.id))
    assert desk.past == []


def test_another_desk_s_voided_visit_does_not_count(desk: FreshStore) -> None:
    other = a_visit(OFFER.id, number=CARD)
    desk.receive_activity(other)
    assert len(desk.past) == 1
    desk.receive_activity(other, VisitState.VOIDED)
    assert desk.past == []
