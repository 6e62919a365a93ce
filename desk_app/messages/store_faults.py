"""Messages of errors of the store: what happened, and the next step."""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP

STORE_ERRORS: Mapping[str, tuple[str, str]] = {
    "store_unusable": (
        QT_TRANSLATE_NOOP("Error", "This desk's data cannot be used: {path}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was overwritten. Ask your IT support for help."),
    ),
    "store_full": (
        QT_TRANSLATE_NOOP("Error", "The disk is full: {path}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was recorded. Free up disk space and try again."),
    ),
    "store_read_only": (
        QT_TRANSLATE_NOOP("Error", "The program cannot write to its data folder: {path}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was recorded. Check the folder's permissions."),
    ),
    "store_locked": (
        QT_TRANSLATE_NOOP("Error", "Another program is using this desk's data: {path}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was recorded. Close the other program and try again."),
    ),
    "store_damaged": (
        QT_TRANSLATE_NOOP("Error", "This desk's data is damaged: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was overwritten. Start the program again: it keeps the damaged file and "
            "recovers what can be read.",
        ),
    ),
    "store_key_wrong": (
        QT_TRANSLATE_NOOP("Error", "The stored key does not open this desk's data: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "The key is wrong, or the whole file is damaged. Nothing was overwritten. Restore the "
            "key with restore-key, or enrol again with --set-aside. The old data is kept.",
        ),
    ),
    "store_key_lost": (
        QT_TRANSLATE_NOOP("Error", "The key to this desk's data is missing: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was overwritten. If the folder was moved or copied, move it back: its key is "
            "there. Otherwise, restore the key with restore-key, or enrol again with --set-aside. "
            "The old data is kept.",
        ),
    ),
    "store_moved": (
        QT_TRANSLATE_NOOP(
            "Error",
            "This desk's data has no key on this computer: the folder {path} was moved or copied "
            "from {made_in}.",
        ),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was overwritten. The key does not follow the folder to another computer or "
            "user: move the folder back, or restore the key into this keyring with restore-key. "
            "Otherwise, enrol again with --set-aside. The old data is kept.",
        ),
    ),
    "store_too_new": (
        QT_TRANSLATE_NOOP("Error", "The data comes from a newer version of Kaikuluukku: {path}."),
        QT_TRANSLATE_NOOP("Error", "Install the latest version of Kaikuluukku."),
    ),
}
