"""An engine between a desk and a register in memory."""

from collections.abc import Callable
from datetime import datetime

from sync.central_api import CentralApi
from sync.cycle_report import CycleReport
from sync.engine import Engine
from sync.messages import StandingReport
from sync.pull import Progress
from tests.helpers.memory_central import MemoryCentral
from tests.helpers.memory_desk import MemoryDesk
from tests.helpers.samples import MOMENT


def cycle(
    desk: MemoryDesk,
    central: MemoryCentral,
    *,
    api: CentralApi | None = None,
    now: datetime = MOMENT,
    key: bytes | None = None,
    progress: Progress = lambda _: None,
    stopping: Callable[[], bool] = lambda: False,
    patient: bool = True,
) -> CycleReport:
    return Engine(
        api=api or central,
        outbox=desk.outbox,
        register=desk.register,
        offers=desk.offers,
        activity=desk.activity,
        desk=desk.book,
        sync_metadata=desk.sync_metadata,
        make_report=lambda: StandingReport(
            app_version="1.1.0", pending=0, attention=0, register_revision=0
        ),
        save_token=desk.tokens.append,
        now=lambda: now,
        register_key=key or desk.book.trusted_key or central.first_key,
        progress=progress,
        stopping=stopping,
        patient=patient,
    ).cycle()


def failing(name: str, error: Exception, *, times: int = 1_000_000) -> Callable[[str], None]:
    """A hook that raises at the first ``times`` calls of ``name``."""
    left = [times]

    def hook(called: str) -> None:
        if called == name and left[0] > 0:
            left[0] -= 1
            raise error

    return hook
