"""The first step: which language."""

from desk_app.ui.fittings import Fittings
from desk_app.ui.language import NAMES
from desk_app.ui.start.step import Step
from desk_app.ui.widgets.choice import Choice


class Welcome(Step):
    """The language can be changed at any time above the pages, too."""

    def __init__(self, fittings: Fittings) -> None:
        super().__init__(fittings)
        self._languages = Choice(fittings.icons)
        self._languages.offer(NAMES)
        self._languages.chosen.connect(lambda code: fittings.preferences.change(language=code))
        self.column.addWidget(self._languages)
        self.retranslate()

    def title(self) -> str:
        """What is done here."""
        return self.tr("Welcome to Kaikuluukku")

    def about(self) -> str:
        """What it is for."""
        return self.tr(
            "This computer becomes a ticket window for the Kaikukortti in a few minutes. First: "
            "which language do you work in? It can be changed at any time."
        )

    def begin(self) -> None:
        """The language in force has the keyboard."""
        self._languages.take_keyboard()

    def retranslate(self) -> None:
        """Mark the language in force."""
        self._languages.setAccessibleName(self.tr("Language"))
        self._languages.show_chosen(self.fittings.preferences.settings.language)
