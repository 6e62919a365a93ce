"""Messages about an offer: tickets left, limits of a card, and the holder's fee."""

from collections.abc import Mapping

from desk_app.messages.counter_messages import Messages
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from sync.ports import OperationState
from sync.rules.offers import CardLimit, LimitPeriod, Offer, OfferKind, OfferStatus, Sector

KINDS: Mapping[OfferKind, str] = {
    OfferKind.EVENT: QT_TRANSLATE_NOOP("Offers", "Event"),
    OfferKind.COURSE: QT_TRANSLATE_NOOP("Offers", "Course"),
    OfferKind.STANDING: QT_TRANSLATE_NOOP("Offers", "Ongoing"),
}
SECTORS: Mapping[Sector, str] = {
    Sector.CULTURE: QT_TRANSLATE_NOOP("Offers", "Culture"),
    Sector.EDUCATION: QT_TRANSLATE_NOOP("Offers", "Education"),
    Sector.SCIENCE: QT_TRANSLATE_NOOP("Offers", "Science"),
    Sector.SPORT: QT_TRANSLATE_NOOP("Offers", "Sport"),
}
_STATUSES: Mapping[OfferStatus, str] = {
    OfferStatus.ON_SALE: QT_TRANSLATE_NOOP("Offers", "Tickets are available."),
    OfferStatus.SOLD_OUT: QT_TRANSLATE_NOOP(
        "Offers", "Sold out: there are no free tickets to a sold-out event."
    ),
    OfferStatus.CANCELLED: QT_TRANSLATE_NOOP("Offers", "Cancelled: no tickets can be given."),
}
_STATUS_NAMES: Mapping[OfferStatus, str] = {
    OfferStatus.ON_SALE: QT_TRANSLATE_NOOP("Offers", "Available"),
    OfferStatus.SOLD_OUT: QT_TRANSLATE_NOOP("Offers", "Sold out"),
    OfferStatus.CANCELLED: QT_TRANSLATE_NOOP("Offers", "Cancelled"),
}
PERIODS: Mapping[LimitPeriod, str] = {
    LimitPeriod.OFFER: QT_TRANSLATE_NOOP("Offers", "In all"),
    LimitPeriod.DAY: QT_TRANSLATE_NOOP("Offers", "A day"),
    LimitPeriod.CALENDAR_YEAR: QT_TRANSLATE_NOOP("Offers", "A calendar year"),
    LimitPeriod.SCHOOL_YEAR: QT_TRANSLATE_NOOP("Offers", "A school year"),
    LimitPeriod.TERM: QT_TRANSLATE_NOOP("Offers", "A term"),
    LimitPeriod.DAYS: QT_TRANSLATE_NOOP("Offers", "Number of days"),
    LimitPeriod.MONTHS: QT_TRANSLATE_NOOP("Offers", "Number of calendar months"),
}
_SENDING: Mapping[OperationState, str] = {
    OperationState.PENDING: QT_TRANSLATE_NOOP("Offers", "Added at this desk. Waiting to be sent."),
    OperationState.SENDING: QT_TRANSLATE_NOOP(
        "Offers", "Added at this desk. Being sent to the register."
    ),
    OperationState.ACCEPTED: QT_TRANSLATE_NOOP(
        "Offers", "Added at this desk. Received by the register."
    ),
    OperationState.REJECTED: QT_TRANSLATE_NOOP(
        "Offers", "Added at this desk. The register rejected it: see To resolve."
    ),
    OperationState.WITHDRAWN: QT_TRANSLATE_NOOP("Offers", "Added at this desk. Removed."),
}


class OfferWords:
    """Sentences about offers, in the language of ``words``."""

    def __init__(self, words: Messages) -> None:
        self._words = words

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self._words.translate("OfferWords", key, disambiguation, n)

    def kind(self, kind: OfferKind) -> str:
        """The kind of the offer."""
        return self._words.translate("Offers", KINDS[kind])

    def sector(self, sector: Sector) -> str:
        """The statistics' sector."""
        return self._words.translate("Offers", SECTORS[sector])

    def status(self, offer: Offer, left: int | None) -> str:
        """The offer's status: whether tickets are given."""
        if offer.status is OfferStatus.ON_SALE and left == 0:
            return self.tr("All Kaikukortti tickets for this offer have been given out.")
        return self._words.translate("Offers", _STATUSES[offer.status])

    def status_name(self, status: OfferStatus) -> str:
        """The offer's status in a word or two."""
        return self._words.translate("Offers", _STATUS_NAMES[status])

    def period(self, period: LimitPeriod) -> str:
        """The time over which a card's visits are counted, in a word or two."""
        return self._words.translate("Offers", PERIODS[period])

    def left(self, left: int, total: int) -> str:
        """The number of tickets that the venue still gives."""
        return self.tr("%n of {total} tickets left", "", left).format(total=total)

    def limits(self, offer: Offer) -> list[str]:
        """The limits of a card, a sentence for each."""
        found = [(offer.card_limit, offer.limits_courses)]
        if offer.kind is OfferKind.COURSE:
            found.append((offer.course_limit, True))
        return [
            self._limit(limit, all_courses=all_courses)
            for limit, all_courses in found
            if limit is not None
        ]

    def _limit(self, limit: CardLimit, *, all_courses: bool) -> str:
        text = {
            LimitPeriod.OFFER: self.tr("%n time(s) per card in total", "", limit.count),
            LimitPeriod.DAY: self.tr("%n time(s) per card per day", "", limit.count),
            LimitPeriod.CALENDAR_YEAR: self.tr(
                "%n time(s) per card per calendar year", "", limit.count
            ),
            LimitPeriod.SCHOOL_YEAR: self.tr(
                "%n time(s) per card per school year", "", limit.count
            ),
            LimitPeriod.TERM: self.tr("%n time(s) per card per term", "", limit.count),
            LimitPeriod.DAYS: self.tr("%n time(s) per card", "", limit.count),
            LimitPeriod.MONTHS: self.tr("%n time(s) per card", "", limit.count),
        }[limit.period]
        if limit.days is not None and limit.period is LimitPeriod.DAYS:
            text = ", ".join((text, self.tr("within %n day(s)", "", limit.days)))
        if limit.months is not None and limit.period is LimitPeriod.MONTHS:
            text = ", ".join((text, self.tr("within %n month(s)", "", limit.months)))
        if all_courses:
            text = ", ".join((text, self.tr("all the venue's courses together")))
        return f"{text}."

    def pays(self, offer: Offer) -> str:
        """What is to be paid: the part of the price above the ceiling."""
        if offer.value_asked:
            ceiling = self._words.euros(offer.ceiling_cents or 0)
            return self.tr("Ask for the fee: the part above {amount} is to be paid.").format(
                amount=ceiling
            )
        if not offer.pays_cents:
            return self.tr("Free with a Kaikukortti.")
        amount = self._words.euros(offer.pays_cents)
        return self.tr("To pay: {amount}.").format(amount=amount)

    def minors(self, offer: Offer) -> str:
        """Whether children come along."""
        if offer.admits_minors:
            text = self.tr("Children and grandchildren under {age} also get free tickets.")
            return self._words.with_ages(text)
        return self.tr("No children's tickets.")

    def sending(self, state: OperationState) -> str:
        """The sending state of the venue's own offer."""
        return self._words.translate("Offers", _SENDING[state])
