"""The message for a fault in this program."""

from desk_app.messages.translation import QT_TRANSLATE_NOOP

BUG: tuple[str, str] = (
    QT_TRANSLATE_NOOP("Error", "A fault in this program: {name}."),
    QT_TRANSLATE_NOOP("Error", "What was recorded is safe. Please tell its makers; the log helps."),
)
