"""Hints about a scan beside the verdict: a repeat, an ignored or incomplete scan, not a card."""

from enum import StrEnum

from desk_app.messages import Messages
from desk_app.messages.doubts import DOUBTS
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.checking import Doubt
from desk_app.services.scans import PartRead
from sync.rules.payloads import EnrolmentRead, ForeignRead


class ScanHint(StrEnum):
    """A hint about a scan, to show for a moment."""

    SAME_CARD = "same_card"
    JUST_RECORDED = "just_recorded"
    LEFT_UNRECORDED = "left_unrecorded"  # the card before this one
    NOT_TAKEN = "not_taken"  # a card scanned while another one failed to be recorded
    CHECK_CHARACTER = "check_character"  # the number was read with one
    KEYBOARD = "keyboard"  # it may have been typed through another layout


Hint = ScanHint | ForeignRead | EnrolmentRead | PartRead

_HINTS = {
    ScanHint.SAME_CARD: QT_TRANSLATE_NOOP(
        "Hint", "You scanned the same card again. It is counted once."
    ),
    ScanHint.JUST_RECORDED: QT_TRANSLATE_NOOP(
        "Hint", "You scanned the same card again. It has already been recorded once."
    ),
    ScanHint.LEFT_UNRECORDED: QT_TRANSLATE_NOOP(
        "Hint", "The previous card was not recorded. If it should be, scan it again."
    ),
    ScanHint.NOT_TAKEN: QT_TRANSLATE_NOOP(
        "Hint",
        "A card that you scanned during recording was ignored. Scan it again after this one.",
    ),
    ScanHint.CHECK_CHARACTER: DOUBTS[Doubt.CHECK_CHARACTER],
    ScanHint.KEYBOARD: DOUBTS[Doubt.KEYBOARD],
}
_DOUBTS = {Doubt.CHECK_CHARACTER: ScanHint.CHECK_CHARACTER, Doubt.KEYBOARD: ScanHint.KEYBOARD}
_PART = (
    QT_TRANSLATE_NOOP("Hint", "Scan the card again"),
    QT_TRANSLATE_NOOP("Hint", "Some characters may be missing."),
)
_ENROLMENT = (
    QT_TRANSLATE_NOOP("Hint", "This is an activation code for a desk, not a Kaikukortti"),
    QT_TRANSLATE_NOOP("Hint", "Scan the code on the card, or type the card number."),
)


def hint_of(doubt: Doubt | None) -> ScanHint | None:
    """The hint about how a number was read."""
    return None if doubt is None else _DOUBTS[doubt]


def hint_texts(hint: Hint, words: Messages) -> tuple[str, str]:
    """The hint, and what to do where that is not said with it."""
    if isinstance(hint, ScanHint):
        return words.translate("Hint", _HINTS[hint]), ""
    if isinstance(hint, ForeignRead):
        return words.foreign(hint.what)
    what, then = _PART if isinstance(hint, PartRead) else _ENROLMENT
    return words.translate("Hint", what), words.translate("Hint", then)
