"""Messages of PIN errors: what happened, and the next step."""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP

PIN_ERRORS: Mapping[str, tuple[str, str]] = {
    "pin_too_short": (
        QT_TRANSLATE_NOOP("Error", "The PIN needs at least {shortest} characters."),
        QT_TRANSLATE_NOOP("Error", "Choose a longer one."),
    ),
    "pin_wrong": (
        QT_TRANSLATE_NOOP("Error", "The PIN is wrong."),
        QT_TRANSLATE_NOOP("Error", "Try again."),
    ),
    "pin_wait": (
        QT_TRANSLATE_NOOP("Error", "Too many wrong PINs."),
        QT_TRANSLATE_NOOP("Error", "Wait {seconds} seconds and try again."),
    ),
    "pin_missing": (
        QT_TRANSLATE_NOOP("Error", "A PIN is set, and this command shows or changes visits."),
        QT_TRANSLATE_NOOP("Error", "Type the PIN when asked, or give it with --pin-file FILE."),
    ),
    "pin_file_open": (
        QT_TRANSLATE_NOOP("Error", "Other users can read the PIN file: {path}."),
        QT_TRANSLATE_NOOP("Error", "Make the file readable only by its owner (chmod 600)."),
    ),
    "rights_missing": (
        QT_TRANSLATE_NOOP("Error", "Only an administrator of this computer can remove the PIN."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Run the command as a user who can write to {path}, or ask an administrator to create "
            "the empty file {slip} and run the command within 15 minutes.",
        ),
    ),
}
