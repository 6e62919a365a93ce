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
from desk_app.services.inbox_items import LIMIT_PASSED, USED_TWICE, RejectedItem, Resolution
from sync.rules.bounds import day_refusal
from sync.rules.codes import Refusal
from sync.rules.languages import LANGUAGES
from sync.rules.periods import local_day

REFUSED: Mapping[str, CodeMessage] = {
    Refusal.CARD_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refused", "The register does not have this card."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Check the number for typing errors and correct it. If it is right, send the record "
            "again later: some cards are registered late.",
        ),
    ),
    Refusal.CARD_NOT_YET_VALID: (
        QT_TRANSLATE_NOOP("Refused", "The card was not valid yet on that date."),
        QT_TRANSLATE_NOOP(
            "Refused", "Check the number and the date. If both are right, withdraw the visit."
        ),
    ),
    Refusal.CARD_EXPIRED: (
        QT_TRANSLATE_NOOP("Refused", "The card had expired by that date."),
        QT_TRANSLATE_NOOP(
            "Refused", "Check the number and the date. If both are right, withdraw the visit."
        ),
    ),
    Refusal.CARD_SUSPENDED: (
        QT_TRANSLATE_NOOP("Refused", "The card was suspended."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Check the number. If it is right, withdraw the visit, or send it to Kaikukeskus.",
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
        QT_TRANSLATE_NOOP("Refused", "The card is valid only in its own area."),
        QT_TRANSLATE_NOOP("Refused", "Check the number. If it is right, withdraw the visit."),
    ),
    Refusal.MINORS_EXCEEDED: (
        QT_TRANSLATE_NOOP("Refused", "There were more children's tickets than the card covers."),
        QT_TRANSLATE_NOOP("Refused", "Correct the tickets to match what was handed out."),
    ),
    Refusal.MINORS_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP(
            "Refused", "The offer does not include children, or the holder's ticket was missing."
        ),
        QT_TRANSLATE_NOOP("Refused", "Correct the tickets or the offer."),
    ),
    Refusal.WRONG_CARD_KIND: (
        QT_TRANSLATE_NOOP("Refused", "These tickets are not for this kind of card."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Correct the tickets. One visit has tickets for a personal card or for a "
            "community card, not for both.",
        ),
    ),
    Refusal.QUOTA_EXCEEDED: (
        QT_TRANSLATE_NOOP("Refused", "There were no Kaikukortti tickets left for this offer."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Increase the number of tickets in the register and send the record again, or "
            "withdraw the visit.",
        ),
    ),
    Refusal.LIMIT_REACHED: (
        QT_TRANSLATE_NOOP("Refused", "The card had already reached its limit."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "If another visit with this card was a mistake, withdraw that visit and send this one "
            "again. Otherwise, withdraw this one.",
        ),
    ),
    Refusal.OFFER_CANCELLED: (
        QT_TRANSLATE_NOOP("Refused", "The event is cancelled."),
        QT_TRANSLATE_NOOP("Refused", "Withdraw the visit, or correct the offer."),
    ),
    Refusal.ID_CONFLICT: (
        QT_TRANSLATE_NOOP("Refused", "The register has a different record with this ID."),
        QT_TRANSLATE_NOOP("Refused", "Correct the visit. It is then recorded again with a new ID."),
    ),
    Refusal.MALFORMED: (
        QT_TRANSLATE_NOOP("Refused", "The register could not read this record."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Install the latest version of Kaikuluukku and send the record again, or send it to "
            "Kaikukeskus.",
        ),
    ),
    Refusal.TOO_OLD: (
        QT_TRANSLATE_NOOP("Refused", "The record is too old for the register."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "If the date is wrong, correct it. Otherwise, send the record to Kaikukeskus with a "
            "note.",
        ),
    ),
    "too_large": (
        QT_TRANSLATE_NOOP("Refused", "The record is too large for the register."),
        QT_TRANSLATE_NOOP(
            "Refused", "Send it to Kaikukeskus, and report this to the developers of Kaikuluukku."
        ),
    ),
}
"""``sold_out`` is the desk's own word: the register takes what was given before."""

OTHERWISE: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register rejected this record."),
    QT_TRANSLATE_NOOP("Refused", "Send it again, or send it to Kaikukeskus with a note."),
)
"""For a code that a newer register may have."""


def message_for(item: RejectedItem, zone: tzinfo) -> CodeMessage:
    """Why an operation was refused, or waits, and what to do about it."""
    if item.waits:
        return HELD.get(item.code, WAITS_OTHERWISE)
    if item.also:
        return USED_ELSEWHERE[item.code]
    if item.is_void:
        return REFUSED_VOID
    if item.offer is not None:
        return REFUSED_OFFER
    if _is_of_a_day_to_come(item, zone):
        return REFUSED_DAY
    return REFUSED.get(item.code, OTHERWISE)


def is_known(item: RejectedItem) -> bool:
    """Whether its code has words here; of another the register's own are shown."""
    return bool(item.also) or item.code in (HELD if item.waits else REFUSED)


def _is_of_a_day_to_come(item: RejectedItem, zone: tzinfo) -> bool:
    if item.code != Refusal.MALFORMED or item.visit is None or item.refused_at is None:
        return False
    today = local_day(item.refused_at, zone)
    return day_refusal(item.visit.local_date, today) is Refusal.MALFORMED


def register_explanation(detail: str | None, language: str) -> str:
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
    explanations = [texts.get(each) for each in (language, *LANGUAGES)]
    return next(
        (each.strip() for each in explanations if isinstance(each, str) and each.strip()), ""
    )


REFUSED_DAY: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register does not accept a visit with a date in the future."),
    QT_TRANSLATE_NOOP("Refused", "Enter the right date: correct the visit and send it again."),
)
"""For ``malformed``, where the day alone is to blame (contract 1.6)."""
REFUSED_VOID: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register did not withdraw the visit."),
    QT_TRANSLATE_NOOP(
        "Refused",
        "The register still counts the visit. Send the withdrawal again, or send it to "
        "Kaikukeskus with a note.",
    ),
)
REFUSED_OFFER: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register did not accept the offer that your venue added."),
    QT_TRANSLATE_NOOP(
        "Refused",
        "Visits to this offer wait until the register accepts it. Correct the offer, or send it "
        "to Kaikukeskus with a note.",
    ),
)

USED_ELSEWHERE: Mapping[str, CodeMessage] = {
    USED_TWICE: (
        QT_TRANSLATE_NOOP(
            "Refused",
            "The card was used at another desk too, while the desks could not reach each other.",
        ),
        QT_TRANSLATE_NOOP(
            "Refused",
            "If both visits are right, mark this as seen. If not, withdraw one of them: this one "
            "here, or the other one at the other desk.",
        ),
    ),
    LIMIT_PASSED: (
        QT_TRANSLATE_NOOP(
            "Refused",
            "The card's limit was exceeded, since the desks could not reach each other.",
        ),
        QT_TRANSLATE_NOOP(
            "Refused",
            "The register may reject one of the visits. Agree with the other desk on which one to "
            "withdraw, or mark this as seen.",
        ),
    ),
}
"""For visits that count, of a card that another desk admitted without knowing of them."""

RESOLUTIONS: Mapping[Resolution, str] = {
    Resolution.CORRECT: QT_TRANSLATE_NOOP("Refused", "Correct and send again"),
    Resolution.AGAIN: QT_TRANSLATE_NOOP("Refused", "Send again"),
    Resolution.WITHDRAW: QT_TRANSLATE_NOOP("Refused", "Withdraw"),
    Resolution.NOTE: QT_TRANSLATE_NOOP("Refused", "Send to Kaikukeskus"),
    Resolution.SEEN: QT_TRANSLATE_NOOP("Refused", "Mark as seen"),
}
