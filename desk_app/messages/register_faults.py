"""Messages of errors of a register that is handed on by file: what happened, and the next step."""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP

REGISTER_ERRORS: Mapping[str, tuple[str, str]] = {
    "register_missing": (
        QT_TRANSLATE_NOOP("Error", "This desk has no register yet."),
        QT_TRANSLATE_NOOP(
            "Error", "No file was written. Fetch the register first, or use another desk."
        ),
    ),
    "register_unsigned": (
        QT_TRANSLATE_NOOP(
            "Error", "This register cannot be passed on: no other desk could verify it."
        ),
        QT_TRANSLATE_NOOP(
            "Error",
            "No file was written. Send and fetch once; if that does not help, the register is of "
            "an older version.",
        ),
    ),
    "register_unproven": (
        QT_TRANSLATE_NOOP("Error", "The cards in the file are not the ones that were signed."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was changed. Have a new file written at a desk that has a connection.",
        ),
    ),
    "register_older": (
        QT_TRANSLATE_NOOP("Error", "The register in the file is older than the one at this desk."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was changed. Have a new file written at a desk that has a connection.",
        ),
    ),
    "parcel_other_register": (
        QT_TRANSLATE_NOOP("Error", "The file belongs to another register than this desk."),
        QT_TRANSLATE_NOOP(
            "Error", "Nothing was changed. Use a file from a desk that is enrolled as this one is."
        ),
    ),
}
