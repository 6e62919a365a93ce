"""Messages about held operations: they were not rejected, and are still tried."""

from collections.abc import Mapping

from desk_app.messages.codes import CodeMessage
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.hold_reasons import ELSEWHERE, UNREADABLE, UNSENDABLE

_OFFER_UNKNOWN: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register does not know the offer of this visit."),
    QT_TRANSLATE_NOOP(
        "Refused",
        "The visit is sent automatically once the register has the offer. If the register "
        "rejected your venue's own offer, correct that first, or choose the right offer for the "
        "visit.",
    ),
)
HELD: Mapping[str, CodeMessage] = {
    UNSENDABLE: (
        QT_TRANSLATE_NOOP("Refused", "Sending this record keeps failing."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "Everything else is sent. The program tries this record again automatically, at "
            "longer and longer intervals. Tell your IT support if it stays here.",
        ),
    ),
    "offer_unknown": _OFFER_UNKNOWN,
    UNREADABLE: (
        QT_TRANSLATE_NOOP("Refused", "This record cannot be read on this computer."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "The record is kept unchanged, and everything else is sent. Install the latest "
            "version of Kaikuluukku, or send the record to Kaikukeskus.",
        ),
    ),
    ELSEWHERE: (
        QT_TRANSLATE_NOOP("Refused", "This was recorded for another venue or another register."),
        QT_TRANSLATE_NOOP(
            "Refused",
            "The record is kept but not sent from this desk. Enrol this desk at that venue again, "
            "ask your IT support to move the record to a desk of that venue in a file, or send it "
            "to Kaikukeskus.",
        ),
    ),
}
"""By the code of what hinders it."""

WAITS_OTHERWISE: CodeMessage = (
    QT_TRANSLATE_NOOP("Refused", "The register has not accepted this record for a long time."),
    QT_TRANSLATE_NOOP(
        "Refused",
        "The program tries again automatically. If the record stays here, send it to Kaikukeskus.",
    ),
)
NOTE_NOT_TAKEN = QT_TRANSLATE_NOOP(
    "Refused",
    "The register does not accept notes, so nobody has received this one. Contact Kaikukeskus.",
)
NOTE_WAITS = QT_TRANSLATE_NOOP("Refused", "The note is waiting to be sent.")
NOTE_WAITS_IN_VAIN = QT_TRANSLATE_NOOP(
    "Refused",
    "The register has not accepted the note for a long time, so nobody has received it yet. The "
    "program tries again automatically.",
)
NOTE_SENT = QT_TRANSLATE_NOOP("Refused", "Kaikukeskus has received the note.")
