"""Messages of the self-test: for each part of the program, that it works, or that it does not."""

from collections.abc import Mapping

from desk_app.messages.counter_messages import Messages
from desk_app.messages.sentences import sentences
from desk_app.messages.translation import QT_TRANSLATE_NOOP

PARTS: Mapping[str, tuple[str, str]] = {
    "imports": (
        QT_TRANSLATE_NOOP("SelfTest", "Modules of the program that load: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "A module of the program does not load ({wrong})."),
    ),
    "store": (
        QT_TRANSLATE_NOOP("SelfTest", "The encrypted database works: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "The encrypted database does not work ({wrong})."),
    ),
    "keyring": (
        QT_TRANSLATE_NOOP("SelfTest", "The library for keyrings loads: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "The library for keyrings does not load ({wrong})."),
    ),
    "decode": (
        QT_TRANSLATE_NOOP("SelfTest", "Codes can be read: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "Codes cannot be read ({wrong})."),
    ),
    "pictures": (
        QT_TRANSLATE_NOOP("SelfTest", "Codes in picture files can be read: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "Codes in picture files cannot be read ({wrong})."),
    ),
    "camera": (
        QT_TRANSLATE_NOOP("SelfTest", "Cameras can be used: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "Cameras cannot be used ({wrong})."),
    ),
    "sheets": (
        QT_TRANSLATE_NOOP("SelfTest", "Tables can be written: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "Tables cannot be written ({wrong})."),
    ),
    "crypto": (
        QT_TRANSLATE_NOOP("SelfTest", "Signatures and transfer files work: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "Signatures or transfer files do not work ({wrong})."),
    ),
    "certificates": (
        QT_TRANSLATE_NOOP("SelfTest", "Certificate authorities in the program: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "The certificate authorities cannot be used ({wrong})."),
    ),
    "time": (
        QT_TRANSLATE_NOOP("SelfTest", "Finland's time zone is known: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "Finland's time zone is not known ({wrong})."),
    ),
    "qt": (
        QT_TRANSLATE_NOOP("SelfTest", "Plugins of Qt that were loaded: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "A plugin of Qt does not load ({wrong})."),
    ),
    "window": (
        QT_TRANSLATE_NOOP("SelfTest", "Pages of the window that were drawn: {found}."),
        QT_TRANSLATE_NOOP("SelfTest", "The window cannot be drawn ({wrong})."),
    ),
    "export": (
        QT_TRANSLATE_NOOP("SelfTest", "The program can start itself to write a table."),
        QT_TRANSLATE_NOOP(
            "SelfTest", "The program cannot start itself to write a table ({wrong})."
        ),
    ),
}
"""By the names of the checks."""


class SelfTestWords:
    """Sentences in the language of ``words``."""

    def __init__(self, words: Messages) -> None:
        self._words = words

    def works(self, part: str, found: str) -> str:
        """The message that a part works, with what was found: a version, a number."""
        return self._words.translate("SelfTest", PARTS[part][0]).format(found=found)

    def fails(self, part: str, wrong: Exception) -> str:
        """The message that a part does not work, with the error for those who can mend it."""
        text = self._words.translate("SelfTest", PARTS[part][1])
        advice = self._words.translate("SelfTest", _ADVICE)
        return sentences(text.format(wrong=f"{type(wrong).__name__}: {wrong}"), advice)


_ADVICE = QT_TRANSLATE_NOOP("SelfTest", "Install the program again.")
