"""The register itself: its database and keys, and what its admins can do."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from sqlalchemy import RowMapping, select, update

from sync.errors import ActivationRefusedError
from sync.messages import Enrolment, EnrolmentRequest
from sync.rules.offers import Offer
from sync.rules.policy import Policy
from sync.rules.venues import Venue
from sync.server.keys.derived import Nonces, PageTokens, Pseudonyms
from sync.server.keys.key_files import KeyStore, KeysUnusableError, keys_of
from sync.server.keys.signing import Keys
from sync.server.store import attempt_limits, cards, desks, offers, operations, standings, venues
from sync.server.store.cards import CardChange, ChangeCounts
from sync.server.store.database import RegisterDatabase
from sync.server.store.database_limits import SERVING, DatabaseLimits
from sync.server.store.operations import RecordedVisit
from sync.server.store.tables import register


class CentralRegister:
    """The register itself: its database, and the keys that go with it, which must be its own.

    Safe to use from many threads and processes. It keeps nothing in memory between two calls but
    its keys: what another process or a restored backup has changed is seen by the next call. What
    it answers desks is in :class:`sync.server.services.desk_session.DeskSession`.
    """

    def __init__(
        self,
        database: RegisterDatabase,
        keys: KeyStore,
        *,
        policy: Policy,
        clock: Callable[[], datetime],
    ) -> None:
        _bind(database, keys)
        self.database = database
        self.policy = policy
        self.now = clock
        self._keys = keys
        secret = self.keys.secret
        self.nonces = Nonces(secret)
        self.page_tokens = PageTokens(secret)
        self.pseudonyms = Pseudonyms(secret)

    @classmethod
    def open(
        cls,
        url: str,
        *,
        policy: Policy | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        limits: DatabaseLimits = SERVING,
        keys: KeyStore | Path | None = None,
    ) -> Self:
        """Open a database, making its schema and its keys where there are none.

        ``keys`` is their file, where it is not the usual one. Raises
        :class:`sync.server.store.database.DatabaseUnusableError`, or ``KeysUnusableError``.
        """
        database = RegisterDatabase.open(url, limits)
        try:
            return cls(database, keys_of(url, keys), policy=policy or Policy(), clock=clock)
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    @property
    def keys(self) -> Keys:
        """The keys as they are now: another process may be changing them."""
        keys = self._keys.current()
        assert keys is not None  # noqa: S101  the database is bound to them
        return keys

    def change_key(self, *, finish: bool) -> None:
        """Make the next key, or with ``finish`` go over to it. Raises ``ValueError``."""
        keys = self.keys
        self._keys.write(keys.finish_change() if finish else keys.begin_change())

    def enrol(self, request: EnrolmentRequest, caller: str) -> Enrolment:
        """Enrol a desk; ``caller`` is the network address it comes from.

        Raises ``ActivationRefusedError``, or ``BusyError`` after too many wrong codes.
        """
        now, code = self.now(), request.activation_code
        with self.database.reading() as connection:
            attempt_limits.check_enrolment(connection, caller, code, now)
        try:
            with self.database.writing() as connection:
                venue_ids = desks.use_activation(connection, code, now)
                desk, token = desks.enrol(
                    connection, venue_ids, request.desk_name, request.app_version, now
                )
        except ActivationRefusedError:
            with self.database.writing() as connection:
                attempt_limits.count_failed_enrolment(connection, caller, code, now)
            raise
        return Enrolment(
            desk_id=desk.id,
            token=token,
            venue=desk.venue,
            register_key=self.keys.signer.public_key,
            policy=self.policy,
            venues=desk.venues_in_answers,
            key_changes=[*self.keys.changes],
        )

    def token_hashes(self) -> set[bytes]:
        """The hashes of all tokens that desks can show now."""
        with self.database.reading() as connection:
            return desks.token_hashes(connection)

    def put_venues(self, wanted: Iterable[Venue]) -> None:
        """Add or change venues."""
        with self.database.writing() as connection:
            for venue in wanted:
                venues.put(connection, venue)

    def change_cards(self, changes: Iterable[CardChange]) -> ChangeCounts:
        """Put cards, and drop those of which only the number is given."""
        with self.database.writing() as connection:
            return cards.change(connection, changes, self.now())

    def put_offers(self, venue_id: str, wanted: Iterable[Offer]) -> int:
        """Add or change offers. Raises ``KeyError`` for an unknown venue."""
        with self.database.writing() as connection:
            return offers.put(connection, venue_id, wanted)

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
        """The register at a glance, for those who monitor the server."""
        with self.database.reading() as connection:
            head = cards.head(connection)
            of_desks = standings.summary(connection, self.now())
        return {"register_revision": head.revision, "register_cards": head.sum.count, **of_desks}

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


def _bind(database: RegisterDatabase, keys: KeyStore) -> None:
    """See that the keys are this database's; a new one gets new ones.

    Raises ``KeysUnusableError`` where they are missing or others: with these, every desk would
    have to enrol anew.
    """
    with database.reading() as connection:
        known = connection.scalar(select(register.c.public_key))
    found = keys.current()
    if known is None:
        with database.writing() as connection:  # one process after the other
            known = connection.scalar(select(register.c.public_key).with_for_update())
            found = keys.current()
            if known is None:
                found = found or _made(keys)
                known = found.public
                connection.execute(update(register).values(public_key=known))
    if found is None:
        raise KeysUnusableError(
            f"the register's keys are not there ({keys}): put them back from where they are kept,"
            " or name their file with --key; with new ones every desk would have to enrol anew"
        )
    if not found.is_known(known):
        raise KeysUnusableError(
            f"the keys of {keys} are another register's, whom the desks of this one do not know"
        )
    if found.public != known:
        with database.writing() as connection:
            connection.execute(update(register).values(public_key=found.public))


def _made(keys: KeyStore) -> Keys:
    new = Keys.new()
    try:
        keys.write(new, new=True)
    except OSError as unwritable:
        raise KeysUnusableError(f"keys cannot be kept in {keys}: {unwritable}") from unwritable
    return new
