"""What a desk handed out of its share of a quota, kept up with every change."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desk_app.store.connection.database import Database
from desk_app.store.recovery.rebuilding import rebuild_from_newest
from desk_app.store.visits.journal import StoredJournal
from desk_app.store.visits.outbox import StoredOutbox
from desk_app.store.visits.quota_shares import StoredShares
from desk_app.store.visits.rejections import StoredInbox
from desk_app.store.visits.transfers import StoredTransfers
from sync.ports import OperationState, SendResult
from sync.rules.tickets import KINDS, TicketKind, Tickets
from sync.rules.visits import Visit
from tests.helpers.samples import a_visit, a_void
from tests.helpers.store import KEY

SHOW, OTHER = UUID(int=1), UUID(int=2)
SHARE = 20


class ShareStore:
    """A store with a share of a show's quota."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.journal = StoredJournal(database)
        StoredShares(database).grant(SHOW, SHARE, 1)

    def record(self, offer: UUID = SHOW, children: int = 1) -> Visit:
        tickets = Tickets(holder=1, children=children, assistants=1)
        visit = replace(a_visit(offer), tickets=tickets)
        self.journal.record(visit)
        return visit

    @property
    def given(self) -> int:
        ((_, _, given),) = StoredShares(self.database).turns().values()
        return given


@pytest.fixture
def desk(database: Database) -> ShareStore:
    return ShareStore(database)


def test_a_visit_counts_without_its_assistants(desk: ShareStore) -> None:
    desk.record()
    desk.record(children=2)
    desk.record(OTHER)

    assert desk.given == 5
    assert StoredShares(desk.database).left() == {SHOW: SHARE - 5}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_ticket_that_counts_in_a_quota_is_in_the_sum(
    desk: ShareStore, kind: TicketKind
) -> None:
    desk.journal.record(replace(a_visit(SHOW), tickets=Tickets(**{kind.name: 1})))

    assert desk.given == kind.counted


def test_what_was_recorded_before_there_was_a_share_is_in_it(database: Database) -> None:
    visit = a_visit(SHOW)
    StoredJournal(database).record(visit)
    StoredJournal(database).record(a_visit(SHOW))
    StoredJournal(database).void(a_void(visit.id))

    assert ShareStore(database).given == a_visit(SHOW).tickets.counted


def test_a_visit_that_was_taken_back_counts_no_more(desk: ShareStore) -> None:
    visit = desk.record()
    desk.record()
    desk.journal.void(a_void(visit.id))

    assert desk.given == 2


def test_a_refused_visit_was_handed_out_until_it_is_withdrawn(
    desk: ShareStore, outbox: StoredOutbox
) -> None:
    visit = desk.record()
    outbox.record_results(
        [SendResult(each.id, OperationState.REJECTED, "x") for each in outbox.claim(10)]
    )
    refused = desk.given

    desk.journal.void(a_void(visit.id))

    assert (refused, desk.given) == (2, 0)
    assert StoredInbox(desk.database).items() == []


def test_what_other_desks_handed_out_is_not_of_this_share(desk: ShareStore) -> None:
    visit = a_visit(SHOW)
    StoredTransfers(desk.database).merge([visit, a_void(visit.id)], "Luukku 2")

    assert desk.given == 0


def test_the_share_of_a_rebuilt_database_knows_it_too(desk: ShareStore, path: Path) -> None:
    desk.journal.void(a_void(desk.record().id))
    desk.record()
    fresh = path.with_name("fresh.db")
    rebuild_from_newest(fresh, path, KEY, ())

    with closing(Database.open(fresh, KEY)) as rebuilt:
        ((_, _, given),) = StoredShares(rebuilt).turns().values()
    assert given == desk.given == 2
