"""Everything that staff can do, handed to the window in one piece."""

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.services.carrying import Carrying
from desk_app.services.checking import Checking
from desk_app.services.correcting import Correcting
from desk_app.services.enrolling import Enrolling
from desk_app.services.exporting import Exporting
from desk_app.services.figures import Figuring
from desk_app.services.keying import Keying
from desk_app.services.locking import Locking
from desk_app.services.looking import Looking
from desk_app.services.offering import Offering
from desk_app.services.ports import Journal, Offers
from desk_app.services.recording import Recording
from desk_app.services.reporting import Reporting
from desk_app.services.resolving import Resolving
from desk_app.services.standing import StandingService
from desk_app.services.visit_pages import VisitPages
from desk_app.services.voiding import Voiding


@dataclass(frozen=True, slots=True)
class Counter:
    """The deeds of the ticket window. Each may touch the disk: call them off the GUI thread.

    ``send_now`` alone returns at once: it has the messenger go without waiting for its turn.
    """

    checking: Checking
    looking: Looking
    recording: Recording
    keying: Keying
    voiding: Voiding
    correcting: Correcting
    resolving: Resolving
    enrolling: Enrolling
    offering: Offering
    standing: StandingService
    reporting: Reporting
    figuring: Figuring
    exporting: Exporting
    carrying: Carrying
    locking: Locking
    offers: Offers
    journal: Journal
    visit_pages: VisitPages
    send_now: Callable[[], None]
