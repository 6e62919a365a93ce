"""The register itself: what it answers each desk, and what its admins can do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping

from sync.errors import ActivationRefusedError
from sync.protocol import (
    Enrolment,
    EnrolmentRequest,
)
from sync.rules.offers import Offer
from sync.rules.venues import Venue
from sync.server.services.desk_session import DeskSession
from sync.server.services.register_context import RegisterContext
from sync.server.store import (
    cards,
    desks,
    enrolment_limits,
    offers,
    operations,
    standings,
    venues,
)
from sync.server.store.cards import CardChange, ChangeCounts
from sync.server.store.operations import RecordedVisit


class Authority(RegisterContext):
    """The register itself: what it answers each desk, and what its admins can do."""

    def enrol(self, request: EnrolmentRequest, caller: str) -> Enrolment:
        """Enrol a desk; ``caller`` is the network address it comes from.

        Raises ``ActivationRefusedError``, or ``BusyError`` after too many wrong codes.
        """
        now, code = self.now(), request.activation_code
        with self.database.reading() as connection:
            enrolment_limits.check(connection, caller, code, now)
        try:
            with self.database.writing() as connection:
                venue_ids = desks.use_activation(connection, code, now)
                desk, token = desks.enrol(
                    connection, venue_ids, request.desk_name, request.app_version, now
                )
        except ActivationRefusedError:
            with self.database.writing() as connection:
                enrolment_limits.count(connection, caller, code, now)
            raise
        return Enrolment(
            desk_id=desk.id,
            token=token,
            venue=desk.venue,
            register_key=self.keys.signer.public_key,
            policy=self.policy,
            venues=desk.told_venues,
            key_changes=[*self.keys.changes],
        )

    def session(self, token: str) -> DeskSession:
        """What the register answers to whoever holds a token."""
        return DeskSession(self, token)

    def token_hashes(self) -> set[bytes]:
        """The hashes of all tokens that desks can show now."""
        with self.database.reading() as connection:
            return desks.token_hashes(connection)

    def put_venues(self, wanted: Iterable[Venue]) -> int:
        """Add or change venues."""
        with self.database.writing() as connection:
            return venues.put(connection, wanted)

    def change_cards(self, changes: Iterable[CardChange]) -> ChangeCounts:
        """Put cards, and drop those of which only the number is given."""
        with self.database.writing() as connection:
            return cards.change(connection, changes, self.now())

    def put_offers(self, venue_id: str, wanted: Iterable[Offer]) -> int:
        """Add or change offers. Raises ``KeyError`` for an unknown venue."""
        with self.database.writing() as connection:
            return offers.put(connection, venue_id, wanted)

    def drop_offers(self, venue_id: str, ids: Iterable[UUID]) -> int:
        """Take offers off a venue's list. Raises ``KeyError`` for an unknown venue."""
        with self.database.writing() as connection:
            return offers.drop(connection, venue_id, ids)

    def make_activation(self, *venue_ids: str, hours: int = desks.VALID_HOURS) -> str:
        """A code by which one desk can enrol, of the first venue, to record for all of them.

        Raises ``KeyError`` for an unknown venue, ``ValueError`` for none or too many.
        """
        with self.database.writing() as connection:
            return desks.make_activation(connection, venue_ids, self.now(), hours)

    def desks(self) -> Sequence[Mapping[str, Any]]:
        """Every desk that was ever enrolled."""
        with self.database.reading() as connection:
            return desks.all_desks(connection, self.now() - standings.FORKED_FOR)

    def summary(self) -> dict[str, int]:
        """The register at a glance, for whoever watches the server."""
        with self.database.reading() as connection:
            head = cards.head(connection)
            told = standings.summary(connection, self.now())
        return {"register_revision": head.revision, "register_cards": head.sum.count, **told}

    def revoke(self, desk_id: UUID) -> None:
        """Turn a desk away from now on. Raises ``KeyError``."""
        with self.database.writing() as connection:
            desks.revoke(connection, desk_id, self.now())

    def clear_forked(self, desk_id: UUID) -> None:
        """Show a desk as used twice no longer. Raises ``KeyError``."""
        with self.database.writing() as connection:
            standings.clear_forked(connection, desk_id)

    def notes(self) -> Iterator[RowMapping]:
        """Every note that venues have sent to Kaikukeskus, a few at a time."""
        with self.database.streaming() as connection:
            yield from operations.all_notes(connection)

    def visits(self) -> Iterator[RecordedVisit]:
        """Every visit, voided ones included, a few at a time."""
        with self.database.streaming() as connection:
            yield from operations.all_visits(connection)
