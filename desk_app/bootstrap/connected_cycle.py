"""A sync cycle of an open desk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.services.ports import DeskRecord
from sync.report import CycleReport

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
        """Run it, and anonymise what is old then."""
        with self.app.only_sync_worker(), self.app.connector.open(self.record, self.timeout) as api:
            engine = self.app.engine(self.record, api, self.stopping, patient=self.patient)
            report = engine.cycle()
        self.app.anonymise()
        return report
