"""Saves the diagnosis file for support: findings, versions, settings, logs; no personal data."""

from pathlib import Path

from desk_app.ui.context.page_context import PageContext
from desk_app.ui.settings.part import SettingsPart
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.dialogs import ask_where
from desk_app.ui.widgets.flow import in_a_row


class DiagnosisPart(SettingsPart):
    """Asks for the file's place without blocking the window."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "diagnosis")
        self._save = Button("", context.icons, "save")
        self.add(in_a_row(self._save))
        self._save.clicked.connect(self._ask_where)
        self.setHidden(context.write_diagnosis is None)
        self.begin()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.set_texts(
            self.tr("If something does not work"),
            self.tr(
                "A diagnosis file helps your administrator find the fault. It describes this "
                "computer and the program, contains no card numbers, names, keys or tokens, and "
                "is not sent anywhere."
            ),
        )
        self._save.set_texts(self.tr("Save diagnosis file…"))

    def save_to(self, path: Path) -> None:
        """Run the checks and write the file, which takes some seconds."""
        write = self.context.write_diagnosis
        if write is None:
            return
        self._save.setEnabled(False)
        self.context.tasks.run_outside(
            lambda: write(path), lambda _: self._saved(path), self._failed
        )

    def _ask_where(self) -> None:
        ask_where(
            self,
            self.tr("Save diagnosis file"),
            self.tr("kaikuluukku-diagnosis.zip"),
            ["ZIP (*.zip)"],
            self.save_to,
        )

    def _saved(self, path: Path) -> None:
        self._save.setEnabled(True)
        self.context.notifier.notify("success", self.tr("Saved: {file}").format(file=path.name))

    def _failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self.context.notifier.notify("error", " ".join(self.context.language.words.error(error)))
