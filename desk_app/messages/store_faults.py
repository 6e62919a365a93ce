"""Messages of errors of the store: what happened, and the next step."""

from collections.abc import Mapping

from desk_app.messages.translation import QT_TRANSLATE_NOOP

STORE_ERRORS: Mapping[str, tuple[str, str]] = {
    "store_unusable": (
        QT_TRANSLATE_NOOP("Error", "The data of this desk cannot be used: {path}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was overwritten. Ask your IT support for help."),
    ),
    "store_full": (
        QT_TRANSLATE_NOOP("Error", "The disk is full: {path}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was recorded. Make room on the disk and try again."),
    ),
    "store_read_only": (
        QT_TRANSLATE_NOOP("Error", "The data folder cannot be written: {path}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was recorded. Check the rights of the folder."),
    ),
    "store_locked": (
        QT_TRANSLATE_NOOP("Error", "Another program holds the data of this desk: {path}."),
        QT_TRANSLATE_NOOP("Error", "Nothing was recorded. Close the other program and try again."),
    ),
    "store_damaged": (
        QT_TRANSLATE_NOOP("Error", "The data of this desk is damaged: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was overwritten. Start the program again: it keeps the damaged file aside and "
            "saves what can be read.",
        ),
    ),
    "store_key_wrong": (
        QT_TRANSLATE_NOOP("Error", "The key does not open the data of this desk: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "It is another key, or the file is damaged from end to end. Nothing was overwritten. "
            "Put back the key with restore-key, or enrol again with --set-aside: the old data is "
            "kept.",
        ),
    ),
    "store_key_lost": (
        QT_TRANSLATE_NOOP("Error", "The key to the data of this desk is lost: {path}."),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was overwritten. If the folder was moved or copied here, put it back where it "
            "was: its key is found there. Otherwise put back the key with restore-key, or enrol "
            "again with --set-aside: the old data is kept.",
        ),
    ),
    "store_moved": (
        QT_TRANSLATE_NOOP(
            "Error",
            "The key to the data of this desk is not here: the folder {path} was moved or copied "
            "from {made_in}.",
        ),
        QT_TRANSLATE_NOOP(
            "Error",
            "Nothing was overwritten. Keys do not move along to another computer or user: put the "
            "folder back, or put the key into this keyring with restore-key. Otherwise enrol again "
            "with --set-aside: the old data is kept.",
        ),
    ),
    "store_too_new": (
        QT_TRANSLATE_NOOP("Error", "The data was written by a newer version: {path}."),
        QT_TRANSLATE_NOOP("Error", "Install the newest version of Kaikuluukku."),
    ),
}
