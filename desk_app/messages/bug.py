"""The message for a fault in this program."""

from desk_app.messages.translation import QT_TRANSLATE_NOOP

BUG: tuple[str, str] = (
    QT_TRANSLATE_NOOP("Error", "There is an error in this program: {name}."),
    QT_TRANSLATE_NOOP(
        "Error",
        "Everything recorded is safe. Please report this to the developers and include the log.",
    ),
)
