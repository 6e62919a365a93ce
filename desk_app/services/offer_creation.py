"""Adds the venue's own offers, as when a show is decided while there is no network."""

from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from uuid import UUID

from desk_app.services.checking import CheckService
from desk_app.services.errors import (
    NameMalformedError,
    OfferMalformedError,
    OfferNotFoundError,
    OfferNotOwnError,
)
from desk_app.services.ports import Ids, Journal, Offers
from sync.ports import OperationState
from sync.rules.offers import (
    LONGEST_NAME,
    CardLimit,
    Offer,
    OfferKind,
    OfferName,
    OfferStatus,
    Quota,
    Sector,
)
from sync.rules.texts import check_new_text
from sync.rules.visits import OwnOffer


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRequest:
    """The offer as staff enter it. A time without a zone is in the policy's time zone.

    ``tickets`` is how many the venue gives in all, ``None`` for no quota.
    """

    name_fi: str
    name_sv: str | None = None
    name_en: str | None = None
    kind: OfferKind = OfferKind.EVENT
    sector: Sector = Sector.CULTURE
    place: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    status: OfferStatus = OfferStatus.ON_SALE
    tickets: int | None = None
    card_limit: CardLimit | None = None
    course_limit: CardLimit | None = None
    value_cents: int | None = None
    ceiling_cents: int | None = None
    value_asked: bool = False
    minors_allowed: bool = True
    venue_id: str | None = None

    @classmethod
    def of(cls, offer: Offer) -> "OfferRequest":
        """The request that describes an existing offer."""
        return cls(
            name_fi=offer.name.fi,
            name_sv=offer.name.sv,
            name_en=offer.name.en,
            kind=offer.kind,
            sector=offer.sector,
            place=offer.place,
            starts_at=offer.starts_at,
            ends_at=offer.ends_at,
            status=offer.status,
            tickets=offer.quota.total if offer.quota else None,
            card_limit=offer.card_limit,
            course_limit=offer.course_limit,
            value_cents=offer.value_cents,
            ceiling_cents=offer.ceiling_cents,
            value_asked=bool(offer.value_asked),
            minors_allowed=offer.minors_allowed,
            venue_id=offer.venue_id,
        )


@dataclass(frozen=True, slots=True)
class ListedOffer:
    """An offer with the desk's own data about it.

    ``left`` is how many tickets the venue still gives, by the register's count and the desk's own;
    ``None`` without a quota. ``sending`` is how far the news of an offer that was added at this
    venue has come; ``None`` for an offer of the register.
    """

    offer: Offer
    left: int | None
    sending: OperationState | None

    @property
    def own(self) -> bool:
        """Whether the venue added it itself, and so can change and withdraw it."""
        return self.sending is not None


class OfferCreation:
    """Adds offers: they can be used at once, and are sent like any operation."""

    def __init__(
        self,
        checking: CheckService,
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

    def add(self, asked: OfferRequest) -> Offer:
        """Add an offer; it is on the disk when this returns.

        Raises ``OfferMalformedError``, ``NameMalformedError``, ``NotEnrolledError`` or
        ``StoreError``.
        """
        return self._create(asked, self._ids.new(), used=0)

    def revise(self, offer_id: UUID, asked: OfferRequest) -> Offer:
        """Replace an offer that the venue added; its visits stay with it.

        Raises ``OfferNotFoundError`` or ``OfferNotOwnError``, and what :meth:`add` raises.
        """
        offer = self._own(offer_id)
        if self._venue_id(asked.venue_id) != self._venue_id(offer.venue_id):
            raise OfferMalformedError(reason="an offer stays with its venue")
        return self._create(asked, offer_id, used=self._used(offer), revises=True)

    def shaped(self, asked: OfferRequest, offer: Offer) -> Offer:
        """Validate a request without recording it. Raises ``OfferMalformedError``."""
        return self._shaped(asked, offer.id, used=self._used(offer))

    def withdraw(self, offer_id: UUID) -> Offer:
        """Withdraw an offer that the venue added; visits to it stay and count.

        Raises ``OfferNotFoundError``, ``OfferNotOwnError``, ``NotEnrolledError`` or
        ``StoreError``.
        """
        offer = self._own(offer_id)
        self._save(offer, revises=True, withdrawn=True)
        return offer

    def _own(self, offer_id: UUID) -> Offer:
        offer = self._offers.get(offer_id)
        if offer is None:
            raise OfferNotFoundError(offer=str(offer_id))
        if offer_id not in self._journal.own_offers():
            raise OfferNotOwnError(offer=offer.name.fi)
        return offer

    def _venue_id(self, asked: str | None) -> str | None:
        """The id of the offer's venue, where the desk records for several.

        Raises ``OfferMalformedError``.
        """
        desk = self._checking.desk()
        if asked is not None and asked not in {each.id for each in (desk.venue, *desk.venues)}:
            raise OfferMalformedError(reason=f"the desk does not record for the venue {asked}")
        return (asked or desk.venue.id) if desk.venues else None

    @staticmethod
    def _used(offer: Offer) -> int:
        return offer.quota.used if offer.quota is not None else 0

    def _create(
        self, asked: OfferRequest, offer_id: UUID, *, used: int, revises: bool | None = None
    ) -> Offer:
        offer = self._shaped(asked, offer_id, used=used)
        self._save(offer, revises=revises)
        return offer

    def _shaped(self, asked: OfferRequest, offer_id: UUID, *, used: int) -> Offer:
        zone = self._checking.moment().at.tzinfo

        def with_zone(at: datetime | None) -> datetime | None:
            return at.replace(tzinfo=zone) if at is not None and at.tzinfo is None else at

        try:
            offer = Offer(
                id=offer_id,
                kind=asked.kind,
                sector=asked.sector,
                name=OfferName(asked.name_fi.strip(), asked.name_sv or None, asked.name_en or None),
                place=asked.place or None,
                starts_at=with_zone(asked.starts_at),
                ends_at=with_zone(asked.ends_at),
                status=asked.status,
                quota=None if asked.tickets is None else Quota(asked.tickets, used),
                card_limit=asked.card_limit,
                course_limit=asked.course_limit,
                value_cents=asked.value_cents,
                ceiling_cents=asked.ceiling_cents,
                value_asked=asked.value_asked or None,
                minors_allowed=asked.minors_allowed,
                venue_id=self._venue_id(asked.venue_id),
            )
        except ValueError as malformed:
            raise OfferMalformedError(reason=str(malformed)) from malformed
        try:
            for words in (*astuple(offer.name), offer.place):
                check_new_text(words, "a name or a place", longest=LONGEST_NAME)
        except ValueError as disguised:
            raise NameMalformedError(reason=str(disguised)) from disguised
        return offer

    def _save(
        self, offer: Offer, *, revises: bool | None = None, withdrawn: bool | None = None
    ) -> None:
        now = self._checking.moment().utc
        self._journal.add_offer(
            OwnOffer(
                id=self._ids.new(),
                recorded_at=now,
                offer=offer,
                revises=revises,
                withdrawn=withdrawn,
            )
        )
        self._queued()

    def listed(self) -> Sequence[ListedOffer]:
        """Every offer, and the tickets left. Raises ``StoreError``."""
        sending = self._journal.own_offers()
        return [
            ListedOffer(offer, self.left(offer), sending.get(offer.id))
            for offer in self._offers.all()
        ]

    def left(self, offer: Offer) -> int | None:
        """The tickets left by the register's count and the desk's own; ``None`` without a quota.

        Raises ``StoreError``.
        """
        if offer.quota is None:
            return None
        used = max(0, offer.quota.used + self._journal.queued_tickets(offer.id))
        return max(0, offer.quota.total - used)
