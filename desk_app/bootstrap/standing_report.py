"""Builds the desk's status report for the register, once a cycle (contract 1.3a)."""

from collections.abc import Callable
from datetime import timedelta

from desk_app.config.build_info import this_build
from desk_app.store.connection.database import Database
from desk_app.store.register.register import StoredRegister
from desk_app.store.visits.held_operations import oldest_pending
from desk_app.store.visits.journal import StoredJournal
from sync.messages import MOST_COUNTED, StandingReport


def standing_report(
    database: Database,
    clock_off: Callable[[], timedelta | None],
    lan_key: Callable[[], str | None] = lambda: None,
) -> StandingReport:
    """The current status report; its nonce is added elsewhere.

    ``clock_off`` says by how much the machine's clock is ahead, where that is known, and
    ``lan_key`` is what neighbours know this desk by, while it has any.
    """
    count = StoredJournal(database).count()
    status = StoredRegister(database).status()
    off = clock_off()
    return StandingReport(
        app_version=this_build().version,
        pending=count.pending,
        attention=count.attention,
        oldest_pending_at=oldest_pending(database),
        register_revision=status.revision if status else 0,
        register_verified_at=status.verified_at if status else None,
        clock_ahead_ms=None if off is None else _ahead_ms(off),
        lan_key=lan_key(),
    )


def _ahead_ms(off: timedelta) -> int:
    """Bounded by what the message can hold, some thirty years: 1970 lies beyond."""
    return max(-MOST_COUNTED, min(MOST_COUNTED, off // timedelta(milliseconds=1)))
