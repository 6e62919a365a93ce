"""Messages about how a number was read, at the counter and on the console."""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.checking import Doubt

DOUBTS: Mapping[Doubt, str] = {
    Doubt.CHECK_CHARACTER: QT_TRANSLATE_NOOP(
        "Hint",
        "The register has this card without the last character, which is only a check character. "
        "Compare the number with the card.",
    ),
    Doubt.KEYBOARD: QT_TRANSLATE_NOOP(
        "Hint",
        "Is the keyboard set to another language? Letters may have changed places: compare the "
        "number with the card, and type it as it is printed.",
    ),
}
