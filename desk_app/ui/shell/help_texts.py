"""The help pages: one for each page of the window, in every language."""

from pathlib import Path

from desk_app.services.errors import DeskError


class HelpMissingError(DeskError):
    """There is no help on a topic in some language: the installation is broken."""

    code = "help_missing"


class HelpTexts:
    """All help pages of the resources, read once; they are Markdown."""

    def __init__(self, folder: Path) -> None:
        """Read the folder, which has one for each language. Raises ``OSError``."""
        self._texts = {
            (file.parent.name, file.stem): file.read_text(encoding="utf-8")
            for file in folder.glob("*/*.md")
        }

    def text(self, language: str, topic: str) -> str:
        """The help on a topic. Raises ``HelpMissingError``."""
        try:
            return self._texts[language, topic]
        except KeyError:
            raise HelpMissingError(topic=topic, language=language) from None
