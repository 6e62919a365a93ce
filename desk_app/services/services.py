"""All services of the ticket desk, as one value."""

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.services.checking import CheckService
from desk_app.services.correcting import CorrectionService
from desk_app.services.enrolment import EnrolmentService
from desk_app.services.exporting import ExportService
from desk_app.services.lock import LockService
from desk_app.services.neighbours import NeighboursView
from desk_app.services.offer_creation import OfferCreation
from desk_app.services.online_lookup import OnlineLookup
from desk_app.services.paper_entry import PaperEntry
from desk_app.services.ports import Journal, Offers
from desk_app.services.recording import RecordService
from desk_app.services.register_transfer import RegisterTransferService
from desk_app.services.rejections import RejectionHandling
from desk_app.services.reporting import ReportService
from desk_app.services.statistics import StatisticsService
from desk_app.services.status import StatusService
from desk_app.services.transfer import TransferService
from desk_app.services.visit_pages import VisitPages
from desk_app.services.voiding import VoidService


@dataclass(frozen=True, slots=True)
class Services:
    """The services of the ticket desk. Each may touch the disk: call them off the GUI thread.

    ``send_now``, and what ``neighbours`` knows of them, alone return at once.
    """

    checking: CheckService
    online_lookup: OnlineLookup
    recording: RecordService
    paper_entry: PaperEntry
    voiding: VoidService
    correcting: CorrectionService
    rejections: RejectionHandling
    enrolling: EnrolmentService
    offer_creation: OfferCreation
    standing: StatusService
    reporting: ReportService
    statistics: StatisticsService
    exporting: ExportService
    transfer: TransferService
    register_transfer: RegisterTransferService
    lock: LockService
    offers: Offers
    journal: Journal
    visit_pages: VisitPages
    neighbours: NeighboursView
    send_now: Callable[[], None]
