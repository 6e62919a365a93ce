"""Messages of errors of a register that is handed on by file: what happened, and the next step."""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP

REGISTER_ERRORS: Mapping[str, tuple[str, str]] = {
    "register_missing": (
        QT_TRANSLATE_NOOP("Error", "This desk has no copy of the register yet."),
        QT_TRANSLATE_NOOP("Error", "No file was saved. Sync first, or use another desk."),
    ),
    "register_unsigned": (
        QT_TRANSLATE_NOOP(
            "Error", "This copy of the register cannot be saved: no other desk could verify it."
        ),
        QT_TRANSLATE_NOOP(
            "Error",
            "No file was saved. Sync once. If that does not help, the register runs an older "
            "version.",
        ),
    ),
    "register_unproven": (
        QT_TRANSLATE_NOOP("Error", "The cards in the file do not match the register's signature."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was changed. Save a new file at a desk that is online.",
        ),
    ),
    "parcel_damaged": (
        QT_TRANSLATE_NOOP("Error", "The file is damaged or incomplete."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was imported. Copy the file again, or save a new one at the other desk.",
        ),
    ),
    "register_older": (
        QT_TRANSLATE_NOOP("Error", "The register in the file is older than the one at this desk."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was changed. Save a new file at a desk that is online.",
        ),
    ),
    "parcel_other_register": (
        QT_TRANSLATE_NOOP("Error", "The file is from a different register than this desk."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was changed. Use a file from a desk that is enrolled with the same register.",
        ),
    ),
}
