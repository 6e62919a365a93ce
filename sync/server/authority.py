"""The register itself: what it answers each desk, and what its admins can do."""

from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple, Self
from uuid import UUID

from sqlalchemy import Connection, select

from sync.errors import (
    ActivationRefusedError,
    DeskRefusedError,
    RequestRefusedError,
    RevisionGoneError,
)
from sync.protocol import (
    MOST_CARDS_A_PAGE,
    ActivityPage,
    CardAnswer,
    CardsPage,
    ChangesPage,
    Drop,
    Enrolment,
    EnrolmentRequest,
    Me,
    OffersPage,
    OperationResult,
    Put,
)
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.venues import Venue
from sync.rules.visits import Operation
from sync.server import activity, enrolments, offers, operations, registry, tables
from sync.server.activity import RecordedVisit
from sync.server.archive import Archive
from sync.server.batches import Handed, Unreadable, read_batch
from sync.server.books import Batch, Books
from sync.server.database import Database
from sync.server.enrolments import DeskEntry, EnrolledDesk, Opening
from sync.server.registry import CardChange, Tally
from sync.server.results import Result
from sync.server.shelf import Shelf
from sync.server.signing import Signer

_NEVER = -1
"""A revision that no register is at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The register in four numbers."""

    desks: int
    revoked: int
    revision: int
    cards: int


class ChangesAsked(NamedTuple):
    """Which changes somebody who says that they are a desk wants; see ``CentralApi.changes``."""

    token: str
    after: int
    limit: int


class Authority:
    """The register over one database. Safe to use from many threads and processes at once."""

    def __init__(
        self, database: Database, *, policy: Policy, clock: Callable[[], datetime]
    ) -> None:
        self.database = database
        self.policy = policy
        self.now = clock
        self.archive = Archive()
        self.shelf = Shelf()
        self._venues: dict[bytes, str] = {}
        self._nothing_new = _NEVER, b""
        with database.reading() as connection:
            self.signer = Signer(connection.scalars(select(tables.register.c.signing_key)).one())

    @classmethod
    def open(
        cls,
        url: str,
        *,
        policy: Policy | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """Open a database, making its schema where there is none.

        Raises :class:`sync.server.database.DatabaseUnusableError`.
        """
        return cls(Database.open(url), policy=policy or Policy(), clock=clock)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    @property
    def public_key(self) -> bytes:
        """The raw public key by which desks verify the register."""
        return b64decode(self.signer.public_key)

    def enrol(self, request: EnrolmentRequest, caller: str) -> Enrolment:
        """Enrol a desk; ``caller`` is the network address it comes from.

        Raises ``ActivationRefusedError``, or ``BusyError`` after too many wrong codes.
        """
        now = self.now()
        with self.database.reading() as connection:
            enrolments.check_caller(connection, caller, now)
        try:
            with self.database.writing() as connection:
                venue_id = enrolments.use_activation(connection, request.activation_code, now)
                desk, token = enrolments.enrol(
                    connection, venue_id, request.desk_name, request.app_version, now
                )
        except ActivationRefusedError:
            with self.database.writing() as connection:
                enrolments.count_failure(connection, caller, now)
            raise
        return Enrolment(
            desk_id=desk.id,
            token=token,
            venue=desk.venue,
            register_key=self.signer.public_key,
            policy=self.policy,
        )

    def session(self, token: str) -> "DeskSession":
        """What the register answers to whoever holds a token."""
        return DeskSession(self, token)

    def serve(self, handed: Sequence[Handed]) -> list[list[Result] | Exception]:
        """Settle what many desks have handed in, in one transaction; an answer to each.

        All that is accepted is durable when this returns.
        """
        with self.database.writing() as connection:
            opening = enrolments.open_for(connection, {batch.token for batch in handed})
            self._remember(opening.desks)
            read: list[Batch | Exception] = [
                _read(opening.desks[batch.token], batch.body) for batch in handed
            ]
            batches = [batch for batch in read if isinstance(batch, Batch)]
            books, settled = self.settle(connection, opening, batches)
        books.put_away()
        told = iter(settled)
        return [next(told) if isinstance(batch, Batch) else batch for batch in read]

    def settle(
        self, connection: Connection, opening: Opening, batches: Sequence[Batch]
    ) -> tuple[Books, list[list[Result]]]:
        """Settle what desks say, in the transaction that was opened for them."""
        books = Books(connection, batches, opening, self.now(), self.archive, self.shelf)
        results = operations.settle_all(books, batches, self.policy)
        books.write()
        return books, results

    def tell_changes(self, asked: Sequence[ChangesAsked]) -> list[bytes | Exception]:
        """Pages of changes, as JSON, to many desks at once; those who ask the same share one."""
        with self.database.reading() as connection:
            desks, revision = enrolments.look_for(connection, {one.token for one in asked})
            wanted = {
                (one.after, one.limit)
                for one in asked
                if isinstance(desks[one.token], EnrolledDesk)
            }
            pages = {one: self._changes_written(connection, *one, revision) for one in wanted}
        return [
            refused if isinstance(refused := desks[one.token], DeskRefusedError)
            else pages[one.after, one.limit]
            for one in asked
        ]  # fmt: skip

    def _changes_written(
        self, connection: Connection, after: int, limit: int, revision: int
    ) -> bytes | Exception:
        """A page as JSON; "nothing new", as nearly all are, is read and signed once a revision."""
        written_at, written = self._nothing_new
        if after == revision == written_at:
            return written
        if revision < written_at:  # an older backup was restored: the number may come again
            self._nothing_new = _NEVER, b""
        try:
            page = self.changes(connection, after, limit)
        except RevisionGoneError as gone:
            return gone
        body = page.model_dump_json(exclude_none=True).encode()
        if page.revision == after:
            self._nothing_new = page.revision, body
        return body

    def changes(self, connection: Connection, after: int, limit: int) -> ChangesPage:
        """What changed since revision ``after``, signed. Raises ``RevisionGoneError``."""
        found = registry.changes(connection, after, limit)
        reached = found.head
        return ChangesPage(
            revision=reached.revision,
            changes=[
                Drop(number=item) if isinstance(item, str) else Put(card=item)
                for item in found.changes
            ],
            more=found.more,
            count=reached.sum.count,
            checksum=reached.sum.checksum,
            signature=self.signer.sign(reached.revision, reached.sum),
        )

    def venue_of(self, token: str) -> str | None:
        """The venue of a desk that has been served before; it says nothing of what the desk may."""
        return self._venues.get(enrolments.hash_token(token))

    def _remember(self, desks: Mapping[str, EnrolledDesk | DeskRefusedError]) -> None:
        for token, desk in desks.items():
            if isinstance(desk, EnrolledDesk):
                self._venues[enrolments.hash_token(token)] = desk.venue.id

    def put_venues(self, venues: Iterable[Venue]) -> int:
        """Add or change venues."""
        with self.database.writing() as connection:
            return offers.put_venues(connection, venues)

    def change_cards(self, changes: Iterable[CardChange]) -> Tally:
        """Put cards, and drop those of which only the number is given."""
        with self.database.writing() as connection:
            return registry.change(connection, changes, self.now())

    def put_offers(self, venue_id: str, wanted: Iterable[Offer]) -> int:
        """Add or change offers. Raises ``KeyError`` for an unknown venue."""
        with self.database.writing() as connection:
            return offers.put(connection, venue_id, wanted)

    def drop_offers(self, venue_id: str, ids: Iterable[UUID]) -> int:
        """Take offers off a venue's list. Raises ``KeyError`` for an unknown venue."""
        with self.database.writing() as connection:
            return offers.drop(connection, venue_id, ids)

    def make_activation(self, venue_id: str, hours: int = enrolments.VALID_HOURS) -> str:
        """A code by which one desk of the venue can enrol. Raises ``KeyError``."""
        with self.database.writing() as connection:
            return enrolments.make_activation(connection, venue_id, self.now(), hours)

    def desks(self) -> list[DeskEntry]:
        """Every desk that was ever enrolled."""
        with self.database.reading() as connection:
            return enrolments.all_desks(connection)

    def standing(self) -> Standing:
        """The register at a glance, for whoever watches the server."""
        with self.database.reading() as connection:
            head = registry.head(connection)
            desks, revoked = enrolments.count_desks(connection)
        return Standing(
            desks=desks - revoked, revoked=revoked, revision=head.revision, cards=head.sum.count
        )

    def revoke(self, desk_id: UUID) -> None:
        """Turn a desk away from now on. Raises ``KeyError``."""
        with self.database.writing() as connection:
            enrolments.revoke(connection, desk_id, self.now())

    def visits(self) -> list[RecordedVisit]:
        """Every visit, voided ones included."""
        with self.database.reading() as connection:
            return activity.all_visits(connection)


class DeskSession:
    """The register's answers to one desk: :class:`sync.protocol.CentralApi` as the authority.

    Every call looks at the token anew, in the transaction that answers it, and raises
    ``DeskRefusedError`` where it is unknown or revoked.
    """

    def __init__(self, authority: Authority, token: str) -> None:
        self._authority = authority
        self._database = authority.database
        self._token = token

    def me(self) -> Me:
        """Who this desk is."""
        with self._reading() as (connection, desk):
            revision = registry.head(connection).revision
        return Me(
            desk_id=desk.id,
            desk_name=desk.name,
            venue=desk.venue,
            policy=self._authority.policy,
            register_revision=revision,
        )

    def cards(self, after: str | None, limit: int = MOST_CARDS_A_PAGE) -> CardsPage:
        """A page of cards.

        The revision is read first: what a page shows beyond it comes again among the changes.
        """
        with self._reading() as (connection, _):
            revision = registry.head(connection).revision
            cards, more = registry.page(connection, after, limit)
        # the register's own cards are sound, and a page has thousands: no second validation
        return CardsPage.model_construct(
            revision=revision, cards=[*cards], next=cards[-1].number if more else None
        )

    def changes(self, after: int, limit: int = MOST_CARDS_A_PAGE) -> ChangesPage:
        """What changed since revision ``after``, signed. Raises ``RevisionGoneError``."""
        with self._reading() as (connection, _):
            return self._authority.changes(connection, after, limit)

    def card(self, number: str) -> CardAnswer:
        """One card. Raises ``CardUnknownError``."""
        with self._reading() as (connection, _):
            revision = registry.head(connection).revision
            return CardAnswer(card=registry.card(connection, number), revision=revision)

    def offers(self, after: str | None) -> OffersPage:
        """The venue's offers since a cursor."""
        with self._reading() as (connection, desk):
            found, reached, more = offers.feed(connection, desk.venue.id, _place(after))
        return OffersPage(
            cursor=str(reached),
            offers=[stored.offer for stored in found if not stored.removed],
            removed=[stored.given.id for stored in found if stored.removed],
            more=more,
        )

    def submit(self, operations_: Sequence[Operation | Unreadable]) -> list[OperationResult]:
        """Settle operations: all that are accepted are durable when this returns."""
        with self._database.writing() as connection:
            opening = enrolments.open_for(connection, {self._token})
            batch = Batch(enrolments.let_in(opening.desks[self._token]), operations_)
            books, (results,) = self._authority.settle(connection, opening, [batch])
        books.put_away()
        return [result.as_message() for result in results]

    def activity(self, after: str | None) -> ActivityPage:
        """The venue's visits since a cursor."""
        with self._reading() as (connection, desk):
            found, reached, more = activity.feed(connection, desk.venue.id, _place(after))
        return ActivityPage(cursor=str(reached), visits=found, more=more)

    @contextmanager
    def _reading(self) -> Iterator[tuple[Connection, EnrolledDesk]]:
        with self._database.reading() as connection:
            yield connection, enrolments.authenticate(connection, self._token)


def _read(desk: EnrolledDesk | DeskRefusedError, body: bytes) -> Batch | Exception:
    if isinstance(desk, DeskRefusedError):
        return desk
    try:
        return Batch(desk, read_batch(body))
    except RequestRefusedError as refused:
        return refused


def _place(cursor: str | None) -> int:
    """Cursors are positions; the skin has seen to it that they are numbers."""
    return 0 if cursor is None else int(cursor)
