"""The setting of express recording, with its explanation."""

from desk_app.ui.context.page_context import PageContext
from desk_app.ui.settings.part import SettingsPart
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.switch import Switch

SECONDS = (10, 30, 60, 120)


class CounterPart(SettingsPart):
    """The switch of express recording, which the ticket page has too."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "ticket")
        self._express = Switch()
        self._row = FormRow(context.icons, self._express)
        self._seconds = Choice(context.icons)
        self._seconds_row = FormRow(context.icons, self._seconds, above=True)
        self.add(self._row, self._seconds_row)
        self._seconds.chosen.connect(
            lambda seconds: context.preferences.change(clear_after_seconds=int(seconds))
        )
        self._express.clicked.connect(lambda on: context.preferences.change(express=on))
        self.begin()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.set_texts(self.tr("At the counter"))
        self._row.set_texts(
            self.tr("Express"),
            self.tr(
                "Scanning a card records the holder's ticket at once if nothing has to be "
                "decided. For other cards, press Enter. Ctrl+Z undoes the last record. F7 turns "
                "express mode on or off."
            ),
        )

        self._seconds_row.set_texts(
            self.tr("Clear the screen after"),
            self.tr(
                "A recorded card, or one that gets no ticket, disappears from the screen. A card "
                "that needs your decision stays five times as long."
            ),
        )
        self._seconds.set_options(
            {str(each): self.tr("{seconds} s").format(seconds=each) for each in SECONDS}
        )

    def refresh(self) -> None:
        """Show what holds now."""
        preferences = self.context.preferences
        self._express.setChecked(preferences.settings.express)
        self._express.setEnabled(not preferences.is_locked("express"))
        self._seconds.show_chosen(str(preferences.settings.clear_after_seconds))
        self._seconds.setEnabled(not preferences.is_locked("clear_after_seconds"))
