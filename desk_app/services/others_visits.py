"""Visits of the venue's other desks, as far as this desk knows them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sync.ports import OperationState
from sync.rules.tickets import Tickets


@dataclass(frozen=True, slots=True, kw_only=True)
class OthersVisit:
    """A visit of another desk of the venue, from the register's activity or a transfer file."""

    id: UUID
    desk_name: str
    local_date: date
    offer_id: UUID
    tickets: Tickets
    card_number: str | None
    state: OperationState
    voided: bool
