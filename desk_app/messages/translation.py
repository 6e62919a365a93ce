"""The Protocol of a translation function."""

from typing import Protocol


class Translate(Protocol):
    """The signature of ``QCoreApplication.translate``, so that Qt's may be handed in as it is."""

    def __call__(
        self, context: str, key: str, disambiguation: str | None = None, n: int = -1, /
    ) -> str:
        """The text in the current language; ``%n`` is replaced, and chooses the plural."""
        ...


def QT_TRANSLATE_NOOP(context: str, key: str) -> str:
    """Mark a source text for the translators, to be translated when it is shown."""
    del context
    return key
