"""A headline and an advice for every code that staff may meet.

The headline can be said aloud; the advice is what to do next. Places in braces are filled from
the error's facts.
"""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP
from sync.rules.codes import Notice, Refusal
from sync.rules.payloads import Foreign

CodeMessage = tuple[str, str]
"""The headline and the advice of a code."""

REFUSALS: Mapping[Refusal, CodeMessage] = {
    Refusal.CARD_UNKNOWN: (
        QT_TRANSLATE_NOOP("Refusal", "Not in the register"),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "Check the number. If it is right, the card may be too new to be in the register. You "
            "can record the visit using the last valid day printed on the card.",
        ),
    ),
    Refusal.CARD_NOT_YET_VALID: (
        QT_TRANSLATE_NOOP("Refusal", "Not valid yet"),
        QT_TRANSLATE_NOOP("Refusal", "The card becomes valid on a later date."),
    ),
    Refusal.CARD_EXPIRED: (
        QT_TRANSLATE_NOOP("Refusal", "The card has expired"),
        QT_TRANSLATE_NOOP("Refusal", "The holder can get a new card from a Kaikukortti issuer."),
    ),
    Refusal.CARD_SUSPENDED: (
        QT_TRANSLATE_NOOP("Refusal", "The card is suspended"),
        QT_TRANSLATE_NOOP("Refusal", "The issuer of the card can help."),
    ),
    Refusal.CARD_REVOKED: (
        QT_TRANSLATE_NOOP("Refusal", "The card is no longer in use"),
        QT_TRANSLATE_NOOP(
            "Refusal", "The holder may have a new card. The issuer of the card can help."
        ),
    ),
    Refusal.AREA_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP("Refusal", "The card is valid only in its own area"),
        QT_TRANSLATE_NOOP("Refusal", "The card belongs to a local pilot and cannot be used here."),
    ),
    Refusal.MINORS_EXCEEDED: (
        QT_TRANSLATE_NOOP("Refusal", "Too many children for this card"),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "The register sets how many children and grandchildren under {age} the card covers.",
        ),
    ),
    Refusal.MINORS_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP("Refusal", "No children's tickets for this offer"),
        QT_TRANSLATE_NOOP(
            "Refusal", "This is a course, or for adults only. The others can get their tickets."
        ),
    ),
    Refusal.WRONG_CARD_KIND: (
        QT_TRANSLATE_NOOP("Refusal", "Wrong tickets for this kind of card"),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "A personal card is for its holder and their children under {age}, a community card "
            "for the worker and clients under {community_age}.",
        ),
    ),
    Refusal.QUOTA_EXCEEDED: (
        QT_TRANSLATE_NOOP("Refusal", "No Kaikukortti tickets left"),
        QT_TRANSLATE_NOOP("Refusal", "All Kaikukortti tickets for this offer have been given out."),
    ),
    Refusal.LIMIT_REACHED: (
        QT_TRANSLATE_NOOP("Refusal", "The card has reached its limit"),
        QT_TRANSLATE_NOOP(
            "Refusal", "Each card has a limit for this offer. Suggest another offer."
        ),
    ),
    Refusal.OFFER_CANCELLED: (
        QT_TRANSLATE_NOOP("Refusal", "The event is cancelled"),
        QT_TRANSLATE_NOOP("Refusal", "Choose another offer (F2)."),
    ),
    Refusal.SOLD_OUT: (
        QT_TRANSLATE_NOOP("Refusal", "Sold out"),
        QT_TRANSLATE_NOOP("Refusal", "There are no free tickets to a sold-out event."),
    ),
    Refusal.ID_CONFLICT: (
        QT_TRANSLATE_NOOP("Refusal", "The register has a different record with this ID"),
        QT_TRANSLATE_NOOP("Refusal", "Record the visit again, and withdraw this one."),
    ),
    Refusal.MALFORMED: (
        QT_TRANSLATE_NOOP("Refusal", "This cannot be recorded as it is"),
        QT_TRANSLATE_NOOP(
            "Refusal", "Check the card number and the tickets. A visit needs at least one ticket."
        ),
    ),
    Refusal.TOO_OLD: (
        QT_TRANSLATE_NOOP("Refusal", "The register copy is too old"),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "This desk's copy of the register is too old. Connect to the internet as soon as "
            "you can.",
        ),
    ),
}

ALONE: Mapping[str, CodeMessage] = {
    "holder": (
        QT_TRANSLATE_NOOP("Refusal", "Children come with the holder"),
        QT_TRANSLATE_NOOP(
            "Refusal", "Add the holder's ticket: children under {age} go together with the holder."
        ),
    ),
    "worker": (
        QT_TRANSLATE_NOOP("Refusal", "Clients come with the worker"),
        QT_TRANSLATE_NOOP(
            "Refusal", "Add the worker's ticket: clients under {community_age} come with a worker."
        ),
    ),
}
"""Why minors are not given tickets by themselves, by the kind of ticket that is missing."""

MALFORMED_NUMBER: CodeMessage = (
    QT_TRANSLATE_NOOP("Verdict", "Not a Kaikukortti number"),
    QT_TRANSLATE_NOOP(
        "Verdict", "A card number has 4 to 20 letters or digits. Scan or type it again."
    ),
)
REGISTER_TOO_OLD: CodeMessage = (
    QT_TRANSLATE_NOOP("Verdict", "This desk's register is too old"),
    QT_TRANSLATE_NOOP(
        "Verdict",
        "Connect to the internet to update it. Until then, record the visit using the last valid "
        "day printed on the card.",
    ),
)

NOTICES: Mapping[Notice, str] = {
    Notice.REGISTER_STALE: QT_TRANSLATE_NOOP(
        "Notice", "This desk's copy of the register is not up to date."
    ),
    Notice.USED_TODAY: QT_TRANSLATE_NOOP("Notice", "Used today {earlier}."),
    Notice.QUOTA_LOW: QT_TRANSLATE_NOOP("Notice", "Few Kaikukortti tickets are left."),
    Notice.HOLDER_PAYS: QT_TRANSLATE_NOOP("Notice", "To pay: {amount} for each ticket."),
    Notice.VALUE_ASKED: QT_TRANSLATE_NOOP("Notice", "Ask for the fee and type it in."),
    Notice.CLOCK_UNTRUSTED: QT_TRANSLATE_NOOP(
        "Notice", "This computer's clock looks wrong. Check the date and time."
    ),
    Notice.OFFER_OVER: QT_TRANSLATE_NOOP("Notice", "The chosen event is already over."),
    Notice.HAS_TICKETS: QT_TRANSLATE_NOOP(
        "Notice", "This card already has tickets for this offer, given {earlier}."
    ),
    Notice.LAST_DAY: QT_TRANSLATE_NOOP("Notice", "Today is the card's last valid day."),
    Notice.CARD_ENDS_BEFORE: QT_TRANSLATE_NOOP(
        "Notice", "The event is after the card's last valid day."
    ),
}

ASSISTANTS_ENTER = QT_TRANSLATE_NOOP("Notice", "An assistant or interpreter still gets a ticket.")

FOREIGN: Mapping[Foreign, CodeMessage] = {
    Foreign.WEB_ADDRESS: (
        QT_TRANSLATE_NOOP("Foreign", "This is a web address, not a Kaikukortti"),
        QT_TRANSLATE_NOOP(
            "Foreign",
            "The address was not opened. Scan the code on the card, or type the card number.",
        ),
    ),
    Foreign.TICKET: (
        QT_TRANSLATE_NOOP("Foreign", "This looks like a ticket, not a Kaikukortti"),
        QT_TRANSLATE_NOOP("Foreign", "Scan the code on the card, or type the card number."),
    ),
    Foreign.PRODUCT: (
        QT_TRANSLATE_NOOP("Foreign", "This is a product barcode, not a Kaikukortti"),
        QT_TRANSLATE_NOOP("Foreign", "Scan the code on the card, or type the card number."),
    ),
    Foreign.PERSON: (
        QT_TRANSLATE_NOOP("Foreign", "This is a personal identity code, not a Kaikukortti"),
        QT_TRANSLATE_NOOP(
            "Foreign", "The code was not saved. Scan the code on the card, or type the card number."
        ),
    ),
    Foreign.SEVERAL_CARDS: (
        QT_TRANSLATE_NOOP("Foreign", "There are two cards in front of the camera"),
        QT_TRANSLATE_NOOP("Foreign", "Neither was read. Show one card at a time."),
    ),
    Foreign.OTHER: (
        QT_TRANSLATE_NOOP("Foreign", "This is not a Kaikukortti"),
        QT_TRANSLATE_NOOP("Foreign", "Scan the code on the card, or type the card number."),
    ),
}
