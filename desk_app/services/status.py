"""The desk's status: the queue, the register's age, and the connection."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from desk_app.services.missing_operations import MissingOperations, MissingOperationsStore
from desk_app.services.neighbours import NeighboursStatus, NeighboursView
from desk_app.services.ports import Desk, DeskRecord, Journal, QueueCount, Register
from desk_app.services.sync_health import SyncHealth, SyncHealthReader
from desk_app.services.timekeeping import Timekeeping
from sync.rules.policy import RegisterAge, register_age


class ConnectionState(StrEnum):
    """The reachability of the register, as shown by the last calls."""

    UNKNOWN = "unknown"  # nothing has been tried yet
    ONLINE = "online"
    OFFLINE = "offline"
    REFUSED = "refused"  # the register no longer knows this desk


@dataclass(frozen=True, slots=True)
class Connection:
    """The connection to the register. ``fault`` is the code of the last fault, if there was any.

    ``next_try_at`` (UTC) is when it is tried again; ``None`` where it waits to be asked.
    """

    state: ConnectionState = ConnectionState.UNKNOWN
    busy: bool = False
    fault: str | None = None
    next_try_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """The status that is always shown. ``desk`` is ``None`` before the first enrolment.

    ``clock_off`` is how far the machine's clock is ahead, or behind below 0; ``None`` where the
    time is not known yet. ``missing`` are operations that were lost before they were sent.
    ``neighbours`` are the venue's other desks on the local network.
    """

    desk: DeskRecord | None
    queue: QueueCount
    register_age: RegisterAge
    register_verified_at: datetime | None
    register_count: int
    clock_trusted: bool = True
    clock_off: timedelta | None = None
    sync_health: SyncHealth = field(default_factory=SyncHealth)
    missing: MissingOperations | None = None
    neighbours: NeighboursStatus = field(default_factory=NeighboursStatus)


class StatusService:
    """Reads the desk's status out of the store."""

    def __init__(
        self,
        desk: Desk,
        register: Register,
        journal: Journal,
        timekeeping: Timekeeping,
        sync_health: SyncHealthReader,
        missing: MissingOperationsStore,
        neighbours: NeighboursView,
    ) -> None:
        self._missing = missing
        self._neighbours = neighbours
        self._sync_health = sync_health
        self._desk = desk
        self._register = register
        self._journal = journal
        self._timekeeping = timekeeping

    def acknowledge_missing(self) -> int:
        """Tell no more of what is missing: a person has read it. Of how many operations.

        Raises ``StoreError``.
        """
        return self._missing.acknowledge(self._timekeeping.now())

    def standing(self) -> DeskStatus:
        """The standing at this moment. A disk read: not for the window's own thread."""
        record = self._desk.record()
        status = self._register.status()
        moment = self._timekeeping.moment(record.policy) if record else None
        verified_at = status.verified_at if status else None
        return DeskStatus(
            desk=record,
            queue=self._journal.count(),
            register_age=RegisterAge.TOO_OLD
            if moment is None or record is None
            else register_age(verified_at, moment.utc, record.policy),
            clock_trusted=moment is None or moment.trusted,
            clock_off=self._timekeeping.off_by(),
            register_verified_at=verified_at,
            register_count=status.sum.count if status else 0,
            sync_health=self._sync_health.health(),
            missing=self._missing.missing(self._timekeeping.now()),
            neighbours=self._neighbours.status(),
        )
