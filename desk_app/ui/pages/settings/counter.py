"""How the counter works: whether a scan is all it takes where nothing needs a person."""

from desk_app.ui.fittings import Fittings
from desk_app.ui.pages.settings.part import Part
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.switch import Switch


class Counter(Part):
    """The ticket window has the same switch, for now and then; here is said what it does."""

    def __init__(self, fittings: Fittings) -> None:
        super().__init__(fittings, "ticket")
        self._express = Switch()
        self._row = FormRow(fittings.icons, self._express)
        self.add(self._row)
        self._express.clicked.connect(lambda on: fittings.preferences.change(express=on))
        self.begin()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.say(self.tr("At the counter"))
        self._row.say(
            self.tr("Express"),
            self.tr(
                "A scanned card gets the holder's ticket at once where nothing has to be decided. "
                "Everything else waits for Enter, and Ctrl+Z takes back. The key is F7 at the "
                "ticket window."
            ),
        )

    def refresh(self) -> None:
        """Show what holds now."""
        preferences = self.fittings.preferences
        self._express.setChecked(preferences.settings.express)
        self._express.setEnabled(not preferences.is_locked("express"))
