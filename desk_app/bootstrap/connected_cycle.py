"""A sync cycle of an open desk."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from desk_app.bootstrap.neighbours import Neighbours
from desk_app.bootstrap.register_connector import RegisterConnector
from desk_app.bootstrap.waiting_list import WaitingList
from desk_app.services.ports import DeskRecord
from desk_app.store.recovery.missing_operations import StoredMissingOperations
from desk_app.store.register.desk import StoredDesk
from sync.central_api import CentralApi
from sync.cycle_report import CycleReport
from sync.engine import Engine


class AppToSync(Protocol):
    """The parts of an open desk that a cycle needs."""

    desk: StoredDesk
    connector: RegisterConnector
    neighbours: Neighbours
    waiting_list: WaitingList
    missing: StoredMissingOperations

    def only_sync_worker(self) -> AbstractContextManager[None]:
        """Hold the sync lock."""

    def engine(
        self,
        record: DeskRecord,
        api: CentralApi,
        stopping: Callable[[], bool],
        *,
        patient: bool = True,
    ) -> Engine:
        """Run the sync engine on the connection ``api``."""

    def anonymise(self) -> None:
        """Anonymise old visits."""


@dataclass(frozen=True, slots=True)
class ConnectedCycle:
    """One sync cycle on a connection of its own, which is closed afterwards."""

    app: AppToSync
    record: DeskRecord
    stopping: Callable[[], bool]
    timeout: float | None
    patient: bool = True

    def cycle(self) -> CycleReport:
        """Run it, and see to what follows: what is old, what waits, and what is missing."""
        app = self.app
        try:
            with app.only_sync_worker():
                # It may have been enrolled anew while this cycle waited for its turn.
                record = app.desk.record() or self.record
                with app.connector.open(record, self.timeout) as api:
                    engine = app.engine(record, api, self.stopping, patient=self.patient)
                    report = engine.cycle()
                    if report.online and report.refused is None and not self.stopping():
                        app.neighbours.top_up(api, all_sent=report.pending == 0)
        finally:
            app.waiting_list.save()
        if report.is_whole:
            app.missing.seek()
        app.anonymise()
        return report
