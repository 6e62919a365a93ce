"""Groups rejected operations by the message they share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from uuid import UUID

from desk_app.messages import Messages
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.ports import RejectedItem, Resolution
from sync.rules.card_numbers import end_of
from sync.rules.offers import Offer

_CARD = QT_TRANSLATE_NOOP("Inbox", "Card {number}")
_CARRIED = QT_TRANSLATE_NOOP("Inbox", "from {desk}")
_NOTE = QT_TRANSLATE_NOOP("Inbox", "Note, {day}: {note}")
_SENT_AGAIN = QT_TRANSLATE_NOOP("Inbox", "Sent again {sent}, rejected again {refused}")
_UNHEARD = QT_TRANSLATE_NOOP("Inbox", "unknown offer")
Offers = Mapping[UUID, Offer | None]


@dataclass(frozen=True, slots=True)
class RejectionGroup:
    """Rejected operations with the same message and the same possible resolutions."""

    items: tuple[RejectedItem, ...]

    @property
    def first(self) -> RejectedItem:
        """One that speaks for all."""
        return self.items[0]

    @property
    def ids_to_send_again(self) -> tuple[UUID, ...]:
        """All of them, where they can be sent again."""
        return self._ids(Resolution.AGAIN)

    @property
    def ids_to_withdraw(self) -> tuple[UUID, ...]:
        """All of them, where they can be withdrawn."""
        return self._ids(Resolution.WITHDRAW)

    def _ids(self, remedy: Resolution) -> tuple[UUID, ...]:
        if remedy not in self.first.resolutions:
            return ()
        return tuple(item.id for item in self.items)


def grouped(items: Sequence[RejectedItem]) -> tuple[list[RejectionGroup], list[RejectedItem]]:
    """Groups of the open items, in the order of the first of each kind; and the escalated ones."""
    groups: dict[object, list[RejectedItem]] = {}
    for item in items:
        if item.left is None:
            said = (item.code, item.is_void, item.offer is not None, item.resolutions)
            groups.setdefault(said, []).append(item)
    return (
        [RejectionGroup(tuple(some)) for some in groups.values()],
        [item for item in items if item.left is not None],
    )


def summary(item: RejectedItem, offers: Offers, words: Messages) -> str:
    """The tickets and the offer of a visit, or the offer that the venue added."""
    if item.offer is not None:
        return words.offer_name(item.offer)
    if item.visit is None:
        return ""
    tickets = words.tickets(item.visit.tickets)
    offer = offers.get(item.visit.offer_id)
    name = words.translate("Inbox", _UNHEARD) if offer is None else words.offer_name(offer)
    return f"{tickets[:1].upper()}{tickets[1:]} · {name}"


def about(item: RejectedItem, words: Messages, now: datetime, zone: tzinfo) -> str:
    """The card's end, the day, whose work it is, and what was done about it before."""
    today = now.astimezone(zone).date()
    told = []
    if item.visit is not None:
        number = end_of(item.visit.card_number)
        at = item.visit.recorded_at.astimezone(zone)
        told.append(words.translate("Inbox", _CARD).format(number=number))
        told.append(f"{words.day(item.visit.local_date, today)} {words.clock(at)}")
    if item.venue is not None:
        told.append(item.venue)
    if item.carried_from is not None:
        told.append(words.translate("Inbox", _CARRIED).format(desk=item.carried_from))
    lines = [" · ".join(told)]
    if item.sent_again_at is not None and item.refused_at is not None:
        sent, refused = (
            f"{words.day(each.date(), today)} {words.clock(each)}"
            for each in (item.sent_again_at.astimezone(zone), item.refused_at.astimezone(zone))
        )
        said = words.translate("Inbox", _SENT_AGAIN)
        lines.append(said.format(sent=sent, refused=refused))
    left = item.left
    if left is not None and left.note:
        day = words.day(left.at.astimezone(zone).date(), today)
        lines.append(words.translate("Inbox", _NOTE).format(day=day, note=left.note))
    lines.append(words.note_sending(item))
    return "\n".join(line for line in lines if line)
