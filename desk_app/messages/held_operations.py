"""Messages about held operations: they were not rejected, and are still tried."""

from collections.abc import Mapping

from desk_app.messages.codes import CodeMessage
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.hold_reasons import ELSEWHERE, UNREADABLE, UNSENDABLE

_OFFER_UNKNOWN: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register does not know the offer of this visit."),
    QT_TRANSLATE_NOOP(
        "Refused",
        "It is sent by itself once the offer has arrived there. If the venue's own offer was "
        "refused, correct that first; or correct the visit to the right offer.",
    ),
)
HELD: Mapping[str, CodeMessage] = {
    UNSENDABLE: (
        QT_TRANSLATE_NOOP("Refused", "Sending this one fails again and again."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "All else is sent. This one is tried again by itself, at longer and longer intervals. "
            "Tell your IT support if it stays here.",
        ),
    ),
    "offer_unknown": _OFFER_UNKNOWN,
    UNREADABLE: (
        QT_TRANSLATE_NOOP("Refused", "This record cannot be read on this computer."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "It is kept as it is, and all else is sent. Install the newest version of this "
            "program, or pass it on to Kaikukeskus.",
        ),
    ),
    ELSEWHERE: (
        QT_TRANSLATE_NOOP(
            "Refused", "This was recorded for another venue, or at another register."
        ),
        QT_TRANSLATE_NOOP(
            "Refused",
            "It is kept, and not sent from here. Enrol this desk there again, carry it out to a "
            "desk of that venue (carry-out --venue), or pass it on to Kaikukeskus.",
        ),
    ),
}
"""By the code of what hinders it."""

WAITS_OTHERWISE: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register has not taken this one for long."),
    QT_TRANSLATE_NOOP(
        "Refused", "It is tried again by itself. If it stays here, pass it on to Kaikukeskus."
    ),
)
NOTE_NOT_TAKEN = QT_TRANSLATE_NOOP(
    "Refused", "The register does not take notes: nobody has got this one. Tell Kaikukeskus."
)
NOTE_WAITS = QT_TRANSLATE_NOOP("Refused", "The note waits to be sent.")
NOTE_SENT = QT_TRANSLATE_NOOP("Refused", "Kaikukeskus has the note.")
