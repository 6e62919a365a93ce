"""A sync cycle of an open desk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.services.ports import DeskRecord
from sync.cycle_report import CycleReport

if TYPE_CHECKING:
    from desk_app.bootstrap.application import App


@dataclass(frozen=True, slots=True)
class ConnectedCycle:
    """One sync cycle on a connection of its own, which is closed afterwards."""

    app: "App"
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
            app.waiting_list.keep()
        if report.is_whole:
            app.missing.seek()
        app.anonymise()
        return report
