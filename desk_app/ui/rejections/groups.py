"""Rejected operations in groups, and in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from uuid import UUID

from desk_app.messages import Messages
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.inbox_items import RejectedItem, Resolution
from desk_app.ui.appearance.theme import Colours
from sync.rules.card_numbers import end_of
from sync.rules.offers import Offer

_CARD = QT_TRANSLATE_NOOP("Inbox", "Card {number}")
_CARRIED = QT_TRANSLATE_NOOP("Inbox", "from {desk}")
_NOTE = QT_TRANSLATE_NOOP("Inbox", "Note, {day}: {note}")
_SENT_AGAIN = QT_TRANSLATE_NOOP("Inbox", "Sent again {sent}, rejected again {refused}")
_UNKNOWN_OFFER = QT_TRANSLATE_NOOP("Inbox", "unknown offer")
_REJECTED = QT_TRANSLATE_NOOP("Inbox", "Rejected {refused}")
_NOT_SENT = QT_TRANSLATE_NOOP("Inbox", "Not sent yet")
_ONCE = QT_TRANSLATE_NOOP("Inbox", "rejected")
_AGAIN = QT_TRANSLATE_NOOP("Inbox", "rejected again {time}")
_WAITING = QT_TRANSLATE_NOOP("Inbox", "not sent")
_ALSO = QT_TRANSLATE_NOOP("Inbox", "also at {desk}, {time}")
_TWICE = QT_TRANSLATE_NOOP("Inbox", "at two desks")
_WITH_KAIKUKESKUS = QT_TRANSLATE_NOOP("Inbox", "with Kaikukeskus")
Offers = Mapping[UUID, Offer | None]
Group = tuple[RejectedItem, ...]
"""One or more of one kind; the first speaks for all."""


def grouped(items: Sequence[RejectedItem]) -> tuple[list[Group], Group]:
    """Group items with the same message and the same resolutions, in the order of the first.

    Apart from them, those that were sent to Kaikukeskus.
    """
    groups: dict[object, list[RejectedItem]] = {}
    for item in items:
        if item.escalated is None:
            key = (item.code, item.is_void, item.offer is not None, item.resolutions)
            groups.setdefault(key, []).append(item)
    left = tuple(item for item in items if item.escalated is not None)
    return [tuple(some) for some in groups.values()], left


def resolutions(items: Sequence[RejectedItem]) -> tuple[Resolution, ...]:
    """What can be done about all of these at once, the likeliest first.

    Each is corrected by itself. The offers that the venue added are withdrawn one by one: the
    question about a visit is another one.
    """
    if len(items) == 1:
        return items[0].resolutions
    together = [Resolution.SEEN, Resolution.AGAIN, Resolution.NOTE]
    if all(item.offer is None for item in items):
        together.insert(2, Resolution.WITHDRAW)
    return tuple(each for each in together if all(each in item.resolutions for item in items))


def summary(item: RejectedItem, offers: Offers, words: Messages) -> str:
    """The tickets and the offer of a visit, or the offer that the venue added."""
    if item.offer is not None:
        return words.offer_name(item.offer)
    if item.visit is None:
        return ""
    tickets = words.tickets(item.visit.tickets)
    offer = offers.get(item.visit.offer_id)
    name = words.translate("Inbox", _UNKNOWN_OFFER) if offer is None else words.offer_name(offer)
    return f"{tickets[:1].upper()}{tickets[1:]} · {name}"


def about(item: RejectedItem, words: Messages, now: datetime, zone: tzinfo) -> str:
    """The card's end, the day, and whose work it is."""
    parts = []
    if item.visit is not None:
        number = end_of(item.visit.card_number)
        at = item.visit.recorded_at.astimezone(zone)
        today = now.astimezone(zone).date()
        parts.append(words.translate("Inbox", _CARD).format(number=number))
        parts.append(f"{words.day(item.visit.local_date, today)} {words.clock(at)}")
    if item.venue is not None:
        parts.append(item.venue)
    if item.carried_from is not None:
        parts.append(words.translate("Inbox", _CARRIED).format(desk=item.carried_from))
    for other in item.also:
        today = now.astimezone(zone).date()
        time = words.day(other.local_date, today)
        if other.at is not None:
            time = f"{time} {words.clock(other.at.astimezone(zone))}"
        also = words.translate("Inbox", _ALSO).format(desk=other.desk_name, time=time)
        parts.append(also)
    return " · ".join(parts)


def history(item: RejectedItem, words: Messages, now: datetime, zone: tzinfo) -> str:
    """What became of it, with the time, and what was done about it before; a line each."""
    if item.waits:
        lines = [words.translate("Inbox", _NOT_SENT)]
    elif item.refused_at is None:
        lines = []
    else:
        pattern = _REJECTED if item.sent_again_at is None else _SENT_AGAIN
        sent_at = item.sent_again_at or item.refused_at
        refused, sent = (_moment(at, words, now, zone) for at in (item.refused_at, sent_at))
        lines = [words.translate("Inbox", pattern).format(refused=refused, sent=sent)]
    left = item.escalated
    if left is not None and left.note:
        day = words.day(left.at.astimezone(zone).date(), now.astimezone(zone).date())
        lines.append(words.translate("Inbox", _NOTE).format(day=day, note=left.note))
    lines.append(words.note_sending(item))
    return "\n".join(line for line in lines if line)


def _moment(at: datetime, words: Messages, now: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return f"{words.day(local.date(), now.astimezone(zone).date())} {words.clock(local)}"


def state(item: RejectedItem, words: Messages, colours: Colours, zone: tzinfo) -> tuple[str, str]:
    """The state in a word or two, and the colour of the dot before them."""
    if item.escalated is not None:
        text, ink = _WITH_KAIKUKESKUS, colours.outline
    elif item.waits:
        text, ink = _WAITING, colours.warning.ink
    elif item.also:
        text, ink = _TWICE, colours.warning.ink
    elif item.sent_again_at is not None and item.refused_at is not None:
        text, ink = _AGAIN, colours.error.ink
    else:
        text, ink = _ONCE, colours.error.ink
    time = words.clock(item.refused_at.astimezone(zone)) if item.refused_at else ""
    return words.translate("Inbox", text).format(time=time), ink
