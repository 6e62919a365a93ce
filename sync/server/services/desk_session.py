"""The register's answers to one desk."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, timedelta
from uuid import UUID

from sqlalchemy import Connection

from sync import messages
from sync.errors import CentralFaultError, RequestRefusedError
from sync.messages import MOST_A_FEED_PAGE, MOST_CARDS_A_PAGE, OperationResult, Outcome
from sync.rules.periods import local_day
from sync.rules.visits import VenueVisit
from sync.server.services.batches import Item
from sync.server.services.central_register import CentralRegister
from sync.server.services.settling import OFFER_UNKNOWN
from sync.server.services.venue_routing import settle
from sync.server.store import (
    attempt_limits,
    cards,
    desks,
    feeds,
    offers,
    operations,
    shares,
    standings,
    venues,
)
from sync.server.store.database import UNAVAILABLE
from sync.server.store.desks import EnrolledDesk

FAULT = "register_fault"
"""The code of an operation over which the register itself stumbled: it may be sent again."""
_log = logging.getLogger(__name__)


class DeskSession:
    """The register's answers to one desk: :class:`sync.central_api.CentralApi` at the register.

    Every call looks at the token anew, in the transaction that answers it, and raises
    ``DeskRefusedError`` where it is unknown or revoked.
    """

    def __init__(self, register: CentralRegister, token: str) -> None:
        self._register = register
        self._database = register.database
        self._token = token

    def authenticate(self) -> EnrolledDesk:
        """Which desk this is, before anything else of it is heard."""
        with self._reading() as (_, desk):
            return desk

    def me(self) -> messages.Me:
        """The desk, and the policy it works under."""
        with self._reading() as (connection, desk):
            revision = cards.head(connection).revision
            peers = standings.peers(connection, desk.id, desk.venue.id)
        return messages.Me(
            desk_id=desk.id,
            desk_name=desk.name,
            venue=desk.venue,
            policy=self._register.policy,
            register_revision=revision,
            venues=desk.venues_in_answers,
            peers=peers,
            key_changes=[*self._register.keys.changes],
            renew_token=desk.needs_token(self._register.now()),
        )

    def new_token(self) -> messages.NewToken:
        """Another token, which holds beside this one until it is used."""
        with self._writing() as (connection, desk):
            token = desks.renew_token(connection, desk.id, self._register.now())
        return messages.NewToken(token=token)

    def standing(self, report: messages.StandingReport) -> messages.StandingAnswer:
        """Keep how the desk stands; whether its data is in use twice, or was put back."""
        now, nonces = self._register.now(), self._register.nonces
        with self._writing() as (connection, desk):
            return standings.receive(connection, desk, report, now, nonces)

    def cards(self, after: str | None, limit: int = MOST_CARDS_A_PAGE) -> messages.CardsPage:
        """A page of cards; ``after`` is the last page's ``next``, or a number as in version 1.0.

        The revision is read first: what a page shows beyond it comes again among the changes.
        """
        tokens = self._register.page_tokens
        number = None if after is None else tokens.number_before(after)
        with self._reading() as (connection, _):
            revision = cards.head(connection).revision
            found, more = cards.page(connection, number, limit)
        following = tokens.after(found[-1].number) if more else None
        return messages.CardsPage(revision=revision, cards=[*found], next=following)

    def changes(self, after: int, limit: int = MOST_CARDS_A_PAGE) -> messages.ChangesPage:
        """What changed since revision ``after``, signed. Raises ``RevisionGoneError``.

        Where the page reaches an earlier revision than today's, the time that is signed with it is
        the moment until which the register stood so.
        """
        now = self._register.now()
        with self._reading() as (connection, _):
            found, reached, followed_at = cards.changes(connection, after, limit)
        stood_until = min(now, followed_at or now)
        signed_at = f"{stood_until.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        signer = self._register.keys.signer
        return messages.ChangesPage(
            revision=reached.revision,
            changes=[
                messages.Drop(number=item) if isinstance(item, str) else messages.Put(card=item)
                for item in found
            ],
            more=followed_at is not None,
            count=reached.sum.count,
            checksum=reached.sum.checksum,
            signature=signer.sign(reached.revision, reached.sum),
            signed_at=signed_at,
            signature_at=signer.sign_at(reached.revision, reached.sum, signed_at),
        )

    def card(self, number: str) -> messages.CardAnswer:
        """One card. Raises ``CardUnknownError``, or ``BusyError`` after too many look-ups."""
        with self._writing() as (connection, desk):
            attempt_limits.count_lookup(connection, desk.id, self._register.now())
        with self._reading() as (connection, _):
            revision = cards.head(connection).revision
            return messages.CardAnswer(card=cards.card(connection, number), revision=revision)

    def offers(self, after: str | None, limit: int = MOST_A_FEED_PAGE) -> messages.OfferFeedPage:
        """The offers of the desk's venues since a cursor. Raises ``CursorGoneError``."""
        with self._reading() as (connection, desk):
            page = feeds.read(connection, desk.venue_ids, after, offers.FEED, limit)
        found = [(row.venue_id, offers.stored(row)) for row in page.rows]
        return messages.OfferFeedPage(
            cursor=page.cursor,
            offers=[
                replace(stored.for_desks, venue_id=venue_id if desk.is_of_several else None)
                for venue_id, stored in found
                if not stored.removed
            ],
            removed=[stored.given.id for _, stored in found if stored.removed],
            more=page.more,
        )

    def share(self, offer_id: UUID, request: messages.ShareRequest) -> messages.ShareAnswer:
        """Grant the desk a share of an offer's quota, as far as there is something to grant.

        Raises ``RequestRefusedError`` for an offer that none of the desk's venues has.
        """
        with self._writing(lock_venues=True) as (connection, desk):
            for venue_id, position in desk.positions.items():
                stored = offers.load(connection, venue_id, [offer_id]).get(offer_id)
                if stored is None:
                    continue
                granted, turn = shares.ask(
                    connection, venue_id, desk.id, stored, request.granted, request.turn
                )
                if shares.reserve(connection, venue_id, offer_id) != stored.reserved:
                    offers.save(connection, venue_id, stored, position + 1)
                    venues.set_position(connection, venue_id, position + 1)
                return messages.ShareAnswer(granted=granted, turn=turn)
        raise RequestRefusedError("no venue of this desk has such an offer", code=OFFER_UNKNOWN)

    def submit(self, items: Sequence[Item]) -> list[OperationResult]:
        """Settle operations: all that are accepted are durable when this returns.

        Where the register stumbles over an operation (a mistake of its own), the others are settled
        all the same, and that one is to be sent again.
        """
        try:
            with self._writing(lock_venues=True) as (connection, desk):
                return settle(self._register, connection, desk, items)
        except (*UNAVAILABLE, CentralFaultError):  # the same for each of them
            raise
        except Exception:  # noqa: BLE001  it is logged, and the item at fault is found
            _log.exception("the register stumbles over a batch of %d", len(items))
        if len(items) > 1:
            return [result for item in items for result in self.submit([item])]
        detail = "the register has made a mistake; it is logged"
        return [
            OperationResult(id=item.id, outcome=Outcome.RETRY, code=FAULT, detail=detail)
            for item in items
        ]

    def activity(self, after: str | None, limit: int = MOST_A_FEED_PAGE) -> messages.ActivityPage:
        """Visits to the desk's venues since a cursor; beyond the retention without card numbers."""
        policy = self._register.policy
        today = local_day(self._register.now(), policy.zone)
        oldest = today - timedelta(days=policy.retention_days)
        with self._reading() as (connection, desk):
            page = feeds.read(connection, desk.venue_ids, after, operations.FEED, limit)
        visits = [operations.visit_of(VenueVisit, row, oldest) for row in page.rows]
        return messages.ActivityPage(cursor=page.cursor, visits=visits, more=page.more)

    @contextmanager
    def _reading(self) -> Iterator[tuple[Connection, EnrolledDesk]]:
        with self._database.reading() as connection:
            desk = desks.authenticate(connection, self._token, self._register.now())
            yield connection, desk
        if desk.unnoted:
            # Where the database is read-only now, the next call does it.
            with suppress(*UNAVAILABLE), self._database.writing() as connection:
                desks.note_use(connection, desk, self._token, self._register.now())

    @contextmanager
    def _writing(self, *, lock_venues: bool = False) -> Iterator[tuple[Connection, EnrolledDesk]]:
        now = self._register.now()
        with self._database.writing() as connection:
            desk = desks.authenticate(connection, self._token, now, lock_venues=lock_venues)
            if desk.unnoted:
                desks.note_use(connection, desk, self._token, now)
            yield connection, desk
