"""Pages of the journal: the query and the lines found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from sync.rules.offers import OfferName
from sync.rules.visits import Tickets


class VisitOutcome(StrEnum):
    """The state of a visit in the list."""

    WAITING = "waiting"  # on the disk, and not yet at the register
    SENT = "sent"
    REFUSED = "refused"  # the register has rejected it
    UNDONE = "undone"  # voided
    REPLACED = "replaced"  # voided, since another visit replaces it


class VisitSubset(StrEnum):
    """A filter of the list."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"
    UNDONE = "undone"  # replaced ones too
    ANONYMISED = "thinned"  # the card number has been removed


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitQuery:
    """A query; omitted fields do not filter. Both days are included.

    ``text`` is the end of a card number, or words of the offer's name in any language.
    ``number`` is a whole card number, normalised.
    """

    first: date | None = None
    last: date | None = None
    offer_id: UUID | None = None
    only: VisitSubset | None = None
    text: str = ""
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """A visit as a list shows it.

    ``desk_name`` is ``None`` for this desk's own, and ``recorded_at`` for another desk's;
    ``card_number`` once it was anonymised, ``offer`` where this desk never heard of the offer.
    ``corrects`` says that it stands in an earlier visit's place. ``first_dated_at`` is when a wrong
    clock had it, where it was dated afresh.
    """

    id: UUID
    local_date: date
    recorded_at: datetime | None
    desk_name: str | None
    offer_id: UUID
    offer: OfferName | None
    tickets: Tickets
    card_number: str | None
    outcome: VisitOutcome
    corrects: bool = False
    first_dated_at: datetime | None = None

    @property
    def can_be_undone(self) -> bool:
        """Whether it can be voided: a desk voids what it recorded itself, once."""
        return self.desk_name is None and self.outcome not in (
            VisitOutcome.UNDONE,
            VisitOutcome.REPLACED,
        )

    @property
    def can_be_corrected(self) -> bool:
        """Whether it can be corrected: a visit without its card number is too old for that."""
        return self.can_be_undone and self.card_number is not None


@dataclass(frozen=True, slots=True)
class PagePosition:
    """The position where a page of the list ended."""

    local_date: date
    id: UUID


class VisitPages(Protocol):
    """Pages of this desk's visits and of the known visits of the venue's other desks."""

    def page(
        self, wanted: VisitQuery, after: PagePosition | None, most: int
    ) -> Sequence[VisitLine]:
        """The next lines: the newest day first, and within a day what was recorded last.

        Raises ``StoreError``.
        """
        ...

    def count(self, wanted: VisitQuery) -> int:
        """The total number. Raises ``StoreError``."""
        ...
