"""Messages about visits that the register rejected, by its code.

The tickets are long handed out: the headline says why the register does not count the visit, the
advice what to do about the record, not about the holder.
"""

import json
from collections.abc import Mapping
from datetime import tzinfo

from desk_app.messages.codes import CodeMessage
from desk_app.messages.held_operations import HELD, WAITS_OTHERWISE
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.ports import RejectedItem, Resolution
from sync.rules.bounds import day_refusal
from sync.rules.codes import Refusal
from sync.rules.periods import local_day

REFUSED: Mapping[str, CodeMessage] = {
    Refusal.CARD_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refused", "The register does not have this card."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Look for a slip in the number, and correct it. If the number is right, send it again "
            "later: issuers register some cards afterwards.",
        ),
    ),
    Refusal.CARD_NOT_YET_VALID: (
        QT_TRANSLATE_NOOP("Refused", "The card was not valid yet on that day."),
        QT_TRANSLATE_NOOP(
            "Refused", "Check the number and the day. If they are right, withdraw the visit."
        ),
    ),
    Refusal.CARD_EXPIRED: (
        QT_TRANSLATE_NOOP("Refused", "The card had run out by that day."),
        QT_TRANSLATE_NOOP(
            "Refused", "Check the number and the day. If they are right, withdraw the visit."
        ),
    ),
    Refusal.CARD_SUSPENDED: (
        QT_TRANSLATE_NOOP("Refused", "The card was out of use for a time."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Check the number. If it is right, withdraw the visit, or pass it on to Kaikukeskus.",
        ),
    ),
    Refusal.CARD_REVOKED: (
        QT_TRANSLATE_NOOP("Refused", "The card was no longer in use."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Check the number: the holder may have a new card. If it is right, withdraw the visit.",
        ),
    ),
    Refusal.AREA_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP("Refused", "The card works in its own area only."),
        QT_TRANSLATE_NOOP("Refused", "Check the number. If it is right, withdraw the visit."),
    ),
    Refusal.MINORS_EXCEEDED: (
        QT_TRANSLATE_NOOP("Refused", "There were more children's tickets than the card has."),
        QT_TRANSLATE_NOOP("Refused", "Correct the tickets to what was handed out."),
    ),
    Refusal.MINORS_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP(
            "Refused", "The offer has no children's tickets, or the holder's was missing."
        ),
        QT_TRANSLATE_NOOP("Refused", "Correct the tickets or the offer."),
    ),
    Refusal.WRONG_CARD_KIND: (
        QT_TRANSLATE_NOOP("Refused", "These tickets do not go with this kind of card."),
        QT_TRANSLATE_NOOP(
            "Refused", "Correct the tickets: a personal card or a community card, not both."
        ),
    ),
    Refusal.QUOTA_EXCEEDED: (
        QT_TRANSLATE_NOOP("Refused", "The Kaikukortti tickets of this offer had run out."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Raise the number of tickets in the register and send it again, or withdraw the visit.",
        ),
    ),
    Refusal.LIMIT_REACHED: (
        QT_TRANSLATE_NOOP("Refused", "The card had been used as often as it may."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "If another of its visits was a mistake, take that one back and send this one again. "
            "Otherwise withdraw it.",
        ),
    ),
    Refusal.OFFER_CANCELLED: (
        QT_TRANSLATE_NOOP("Refused", "The event is cancelled."),
        QT_TRANSLATE_NOOP("Refused", "Withdraw the visit, or correct the offer."),
    ),
    Refusal.ID_CONFLICT: (
        QT_TRANSLATE_NOOP("Refused", "The register holds another record under the same id."),
        QT_TRANSLATE_NOOP(
            "Refused", "Correct it: the visit is recorded anew, under an id of its own."
        ),
    ),
    Refusal.MALFORMED: (
        QT_TRANSLATE_NOOP("Refused", "The register cannot read what was sent."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Install the newest version of this program and send it again, or pass it on to "
            "Kaikukeskus.",
        ),
    ),
    Refusal.TOO_OLD: (
        QT_TRANSLATE_NOOP("Refused", "The register finds it too old."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "If the day is wrong, correct it. Otherwise pass it on to Kaikukeskus with a note.",
        ),
    ),
    "too_large": (
        QT_TRANSLATE_NOOP("Refused", "The register finds what was sent too large."),
        QT_TRANSLATE_NOOP(
            "Refused", "Pass it on to Kaikukeskus, and tell the makers of this program."
        ),
    ),
}
"""``sold_out`` is the desk's own word: the register takes what was given before."""

OTHERWISE: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register refused it."),
    QT_TRANSLATE_NOOP("Refused", "Send it again, or pass it on to Kaikukeskus with a note."),
)
"""For a code that a newer register may have."""


def words_for(item: RejectedItem, zone: tzinfo) -> CodeMessage:
    """Why an operation was refused, or waits, and what to do about it."""
    if item.waits:
        return HELD.get(item.code, WAITS_OTHERWISE)
    if item.is_void:
        return REFUSED_VOID
    if item.offer is not None:
        return REFUSED_OFFER
    if _is_of_a_day_to_come(item, zone):
        return REFUSED_DAY
    return REFUSED.get(item.code, OTHERWISE)


def is_known(item: RejectedItem) -> bool:
    """Whether its code has words here; of another the register's own are shown."""
    return item.code in (HELD if item.waits else REFUSED)


def _is_of_a_day_to_come(item: RejectedItem, zone: tzinfo) -> bool:
    if item.code != Refusal.MALFORMED or item.visit is None or item.refused_at is None:
        return False
    today = local_day(item.refused_at, zone)
    return day_refusal(item.visit.local_date, today) is Refusal.MALFORMED


def told_by_register(detail: str | None, language: str) -> str:
    """The register's own words on a refusal, in a language; empty where it gave none.

    They are a text, or one for each language (contract 1.6).
    """
    if detail is None:
        return ""
    try:
        texts = json.loads(detail)
    except ValueError:
        return detail.strip()
    if not isinstance(texts, dict):
        return detail.strip()
    told = [texts.get(each) for each in (language, "fi", "en", "sv")]
    return next((each.strip() for each in told if isinstance(each, str) and each.strip()), "")


REFUSED_DAY: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register takes no visit of a day to come."),
    QT_TRANSLATE_NOOP("Refused", "Give it the right day: correct it and send it again."),
)
"""For ``malformed``, where the day alone is to blame (contract 1.6)."""
REFUSED_VOID: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register did not take the visit back."),
    QT_TRANSLATE_NOOP(
        "Refused", "It still counts there. Send it again, or pass it on to Kaikukeskus with a note."
    ),
)
REFUSED_OFFER: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register did not take the venue's own offer."),
    QT_TRANSLATE_NOOP(
        "Refused",
        "Visits to it wait until it does. Correct it, or pass it on to Kaikukeskus with a note.",
    ),
)

REMEDIES: Mapping[Resolution, str] = {
    Resolution.CORRECT: QT_TRANSLATE_NOOP("Refused", "Correct and send again"),
    Resolution.AGAIN: QT_TRANSLATE_NOOP("Refused", "Send again as it is"),
    Resolution.WITHDRAW: QT_TRANSLATE_NOOP("Refused", "Withdraw"),
    Resolution.NOTE: QT_TRANSLATE_NOOP("Refused", "Pass on to Kaikukeskus"),
}
