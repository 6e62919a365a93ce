"""Adding an offer of the venue's own, as when a show is decided while there is no network."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.services.checking import Checking
from desk_app.services.errors import OfferMalformedError
from desk_app.services.ports import Ids, Journal, Offers
from sync.ports import OperationState
from sync.rules.offers import Offer, OfferKind, OfferName, OfferStatus, Sector
from sync.rules.visits import OwnOffer


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAsked:
    """What staff tell of the offer. A time without a zone is by the policy's clock."""

    name_fi: str
    name_sv: str | None = None
    name_en: str | None = None
    kind: OfferKind = OfferKind.EVENT
    sector: Sector = Sector.CULTURE
    place: str | None = None
    starts_at: datetime | None = None
    minors_allowed: bool = True


@dataclass(frozen=True, slots=True)
class Shelved:
    """An offer with what the desk knows of it beside.

    ``left`` is how many tickets the venue still gives, by the register's count and the desk's own;
    ``None`` without a quota. ``sending`` is how far the news of an offer that was added at this
    venue has come; ``None`` for an offer of the register.
    """

    offer: Offer
    left: int | None
    sending: OperationState | None


class Offering:
    """Offers added here can be sold at once, and are sent like any operation."""

    def __init__(
        self,
        checking: Checking,
        offers: Offers,
        journal: Journal,
        ids: Ids,
        *,
        queued: Callable[[], None],
    ) -> None:
        self._checking = checking
        self._offers = offers
        self._journal = journal
        self._ids = ids
        self._queued = queued

    def add(self, asked: OfferAsked) -> Offer:
        """Add an offer; it is on the disk when this returns.

        Raises ``OfferMalformedError``, ``NotEnrolledError`` or ``StoreError``.
        """
        now = self._checking.moment()
        starts_at = asked.starts_at
        if starts_at is not None and starts_at.tzinfo is None:
            starts_at = starts_at.replace(tzinfo=now.at.tzinfo)
        try:
            own = self._own(asked, starts_at, now.utc)
        except ValueError as malformed:
            raise OfferMalformedError(reason=str(malformed)) from malformed
        self._journal.add_offer(own)
        self._queued()
        return own.offer

    def _own(self, asked: OfferAsked, starts_at: datetime | None, now: datetime) -> OwnOffer:
        return OwnOffer(
            id=self._ids.new(),
            recorded_at=now,
            offer=Offer(
                id=self._ids.new(),
                kind=asked.kind,
                sector=asked.sector,
                name=OfferName(asked.name_fi.strip(), asked.name_sv or None, asked.name_en or None),
                place=asked.place or None,
                starts_at=starts_at,
                status=OfferStatus.ON_SALE,
                minors_allowed=asked.minors_allowed,
            ),
        )

    def shelf(self) -> Sequence[Shelved]:
        """Every offer, and what is left of it. Raises ``StoreError``."""
        sending = self._journal.own_offers()
        return [
            Shelved(offer, self._left(offer), sending.get(offer.id)) for offer in self._offers.all()
        ]

    def _left(self, offer: Offer) -> int | None:
        if offer.quota is None:
            return None
        used = max(0, offer.quota.used + self._journal.queued_tickets(offer.id))
        return max(0, offer.quota.total - used)
