"""The first step: choosing the language."""

from desk_app.ui.appearance.language import NAMES
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.first_run.step import FirstRunStep
from desk_app.ui.widgets.choice import Choice


class LanguageStep(FirstRunStep):
    """Offers the languages. The language can be changed later above the pages, too."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._languages = Choice(context.icons)
        self._languages.set_options(NAMES)
        self._languages.chosen.connect(lambda code: context.preferences.change(language=code))
        self.column.addWidget(self._languages)
        self.retranslate()

    def title(self) -> str:
        """The step's title."""
        return self.tr("Welcome to Kaikuluukku")

    def about(self) -> str:
        """The step's purpose."""
        return self.tr(
            "You can set up this computer as a Kaikukortti ticket desk in a few minutes. First, "
            "choose your language. You can change it at any time."
        )

    def begin(self) -> None:
        """Focus the current language."""
        self._languages.set_default_focus()

    def retranslate(self) -> None:
        """Mark the current language."""
        self._languages.setAccessibleName(self.tr("Language"))
        self._languages.show_chosen(self.context.preferences.settings.language)
