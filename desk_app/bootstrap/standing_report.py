"""Builds the desk's status report for the register, once a cycle (contract 1.3a)."""

from datetime import timedelta

from desk_app.bootstrap.neighbours import Neighbours
from desk_app.bootstrap.waiting_list import WaitingList
from desk_app.config.build_info import this_build
from desk_app.services.timekeeping import Timekeeping
from desk_app.store.connection.database import Database
from desk_app.store.register.register import StoredRegister
from desk_app.store.visits.held_operations import oldest_pending
from desk_app.store.visits.journal import StoredJournal
from sync.messages import MOST_COUNTED, StandingReport


def standing_report(
    database: Database, clock: Timekeeping, neighbours: Neighbours, waiting_list: WaitingList
) -> StandingReport:
    """The current status report; its nonce is added elsewhere."""
    count = StoredJournal(database).count()
    status = StoredRegister(database).status()
    off = clock.off_by()
    return StandingReport(
        app_version=this_build().version,
        pending=count.pending,
        attention=count.attention,
        oldest_pending_at=oldest_pending(database),
        register_revision=status.revision if status else 0,
        register_verified_at=status.verified_at if status else None,
        clock_ahead_ms=None if off is None else _ahead_ms(off),
        lan_key=neighbours.lan_key(),
        waiting=waiting_list.listed(),
    )


def _ahead_ms(off: timedelta) -> int:
    """Bounded by what the message can hold, some thirty years: 1970 lies beyond."""
    return max(-MOST_COUNTED, min(MOST_COUNTED, off // timedelta(milliseconds=1)))
