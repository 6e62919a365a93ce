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
            "The card may be too new to be there yet. Check the number. If it is right, record the "
            "visit by the last day printed on the card.",
        ),
    ),
    Refusal.CARD_NOT_YET_VALID: (
        QT_TRANSLATE_NOOP("Refusal", "Not valid yet"),
        QT_TRANSLATE_NOOP("Refusal", "The card starts on a later day. It works from then on."),
    ),
    Refusal.CARD_EXPIRED: (
        QT_TRANSLATE_NOOP("Refusal", "The card has run out"),
        QT_TRANSLATE_NOOP("Refusal", "A new card is given by the issuers of Kaikukortti."),
    ),
    Refusal.CARD_SUSPENDED: (
        QT_TRANSLATE_NOOP("Refusal", "The card is out of use for now"),
        QT_TRANSLATE_NOOP("Refusal", "The issuer of the card knows more and can help."),
    ),
    Refusal.CARD_REVOKED: (
        QT_TRANSLATE_NOOP("Refusal", "The card is no longer in use"),
        QT_TRANSLATE_NOOP(
            "Refusal", "It may have been replaced by a new card. The issuer of the card can help."
        ),
    ),
    Refusal.AREA_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP("Refusal", "The card works in its own area only"),
        QT_TRANSLATE_NOOP("Refusal", "It belongs to a local pilot and cannot be used here."),
    ),
    Refusal.MINORS_EXCEEDED: (
        QT_TRANSLATE_NOOP("Refusal", "More children than the card has"),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "The register tells how many children and grandchildren under {age} the card covers.",
        ),
    ),
    Refusal.MINORS_NOT_ALLOWED: (
        QT_TRANSLATE_NOOP("Refusal", "No children's tickets here"),
        QT_TRANSLATE_NOOP(
            "Refusal", "It is a course, or for adults alone. The others may get their tickets."
        ),
    ),
    Refusal.WRONG_CARD_KIND: (
        QT_TRANSLATE_NOOP("Refusal", "Not with this kind of card"),
        QT_TRANSLATE_NOOP(
            "Refusal",
            "A personal card is for its holder and their children under {age}, a community card "
            "for the worker and clients under {community_age}.",
        ),
    ),
    Refusal.QUOTA_EXCEEDED: (
        QT_TRANSLATE_NOOP("Refusal", "No Kaikukortti tickets left"),
        QT_TRANSLATE_NOOP("Refusal", "The tickets set aside for Kaikukortti have been given."),
    ),
    Refusal.LIMIT_REACHED: (
        QT_TRANSLATE_NOOP("Refusal", "The card has been used as often as it may"),
        QT_TRANSLATE_NOOP("Refusal", "This offer is limited for each card. Offer another one."),
    ),
    Refusal.OFFER_CANCELLED: (
        QT_TRANSLATE_NOOP("Refusal", "The event is cancelled"),
        QT_TRANSLATE_NOOP("Refusal", "Choose another event at the top."),
    ),
    Refusal.SOLD_OUT: (
        QT_TRANSLATE_NOOP("Refusal", "Sold out"),
        QT_TRANSLATE_NOOP("Refusal", "There are no free tickets to a sold-out event."),
    ),
    Refusal.ID_CONFLICT: (
        QT_TRANSLATE_NOOP("Refusal", "The register holds another record under the same id"),
        QT_TRANSLATE_NOOP("Refusal", "Record the visit again, and withdraw this one."),
    ),
    Refusal.MALFORMED: (
        QT_TRANSLATE_NOOP("Refusal", "This cannot be recorded as it is"),
        QT_TRANSLATE_NOOP("Refusal", "Check the number and the tickets: there is at least one."),
    ),
    Refusal.TOO_OLD: (
        QT_TRANSLATE_NOOP("Refusal", "Too old to be judged"),
        QT_TRANSLATE_NOOP(
            "Refusal", "The register here is too old. Connect to the internet when you can."
        ),
    ),
}

ALONE: Mapping[str, CodeMessage] = {
    "holder": (
        QT_TRANSLATE_NOOP("Refusal", "Children come together with the holder"),
        QT_TRANSLATE_NOOP(
            "Refusal", "Add the holder's ticket: those under {age} go to the same event together."
        ),
    ),
    "worker": (
        QT_TRANSLATE_NOOP("Refusal", "Clients come together with the worker"),
        QT_TRANSLATE_NOOP(
            "Refusal", "Add the worker's ticket: clients under {community_age} come with a worker."
        ),
    ),
}
"""Why minors are not given tickets by themselves, by the kind of ticket that is missing."""

MALFORMED_NUMBER: CodeMessage = (
    QT_TRANSLATE_NOOP("Verdict", "Not a Kaikukortti number"),
    QT_TRANSLATE_NOOP("Verdict", "A card number has 4 to 20 letters or digits. Try once more."),
)
REGISTER_TOO_OLD: CodeMessage = (
    QT_TRANSLATE_NOOP("Verdict", "The register here is too old"),
    QT_TRANSLATE_NOOP(
        "Verdict",
        "Connect to the internet to renew it. Until then, record the visit by the last day printed "
        "on the card.",
    ),
)

NOTICES: Mapping[Notice, str] = {
    Notice.REGISTER_STALE: QT_TRANSLATE_NOOP(
        "Notice", "The register here has not been renewed lately."
    ),
    Notice.USED_TODAY: QT_TRANSLATE_NOOP("Notice", "Used today {earlier}."),
    Notice.QUOTA_LOW: QT_TRANSLATE_NOOP("Notice", "Few Kaikukortti tickets are left."),
    Notice.HOLDER_PAYS: QT_TRANSLATE_NOOP("Notice", "The holder pays {amount} for each ticket."),
    Notice.VALUE_ASKED: QT_TRANSLATE_NOOP("Notice", "Ask what the fee is, and type it in."),
    Notice.CLOCK_UNTRUSTED: QT_TRANSLATE_NOOP(
        "Notice", "The clock of this computer looks wrong. Check the date and the time."
    ),
    Notice.OFFER_OVER: QT_TRANSLATE_NOOP("Notice", "The chosen event is already over."),
    Notice.HAS_TICKETS: QT_TRANSLATE_NOOP(
        "Notice", "This card already has tickets to this, given {earlier}."
    ),
    Notice.LAST_DAY: QT_TRANSLATE_NOOP("Notice", "Today is the card's last valid day."),
    Notice.CARD_ENDS_BEFORE: QT_TRANSLATE_NOOP(
        "Notice", "The event is after the card's last valid day."
    ),
}

ASSISTANTS_ENTER = QT_TRANSLATE_NOOP("Notice", "An assistant or interpreter still gets a ticket.")

FOREIGN: Mapping[Foreign, CodeMessage] = {
    Foreign.WEB_ADDRESS: (
        QT_TRANSLATE_NOOP("Foreign", "This is not a Kaikukortti: it is a web address"),
        QT_TRANSLATE_NOOP(
            "Foreign", "It was not opened. Scan the code on the card, or type its number."
        ),
    ),
    Foreign.TICKET: (
        QT_TRANSLATE_NOOP("Foreign", "This is not a Kaikukortti: it looks like a ticket"),
        QT_TRANSLATE_NOOP("Foreign", "Scan the code on the card, or type its number."),
    ),
    Foreign.PRODUCT: (
        QT_TRANSLATE_NOOP("Foreign", "This is not a Kaikukortti: it is the barcode of a product"),
        QT_TRANSLATE_NOOP("Foreign", "Scan the code on the card, or type its number."),
    ),
    Foreign.PERSON: (
        QT_TRANSLATE_NOOP("Foreign", "This is not a Kaikukortti: it is a personal identity code"),
        QT_TRANSLATE_NOOP(
            "Foreign", "It was not kept. Scan the code on the card, or type its number."
        ),
    ),
    Foreign.SEVERAL_CARDS: (
        QT_TRANSLATE_NOOP("Foreign", "There are two cards before the camera"),
        QT_TRANSLATE_NOOP("Foreign", "Neither was taken. Show one card at a time."),
    ),
    Foreign.OTHER: (
        QT_TRANSLATE_NOOP("Foreign", "This is not a Kaikukortti"),
        QT_TRANSLATE_NOOP("Foreign", "Scan the code on the card, or type its number."),
    ),
}
