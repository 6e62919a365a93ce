"""The list of what to do for a time without a network, each with a switch to tick it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.messages.season import SeasonWords
from desk_app.services.season import Season, SeasonItem
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.switch import Switch

_ICONS = {True: "check", False: "warning", None: "person"}


class Checklist(QWidget):
    """What is well has a tick of its own; staff tick the rest once it is done.

    A tick stays as long as its finding does.
    """

    def __init__(self, icons: Icons, language: Language) -> None:
        super().__init__()
        self._icons = icons
        self._language = language
        self._ticked: set[str] = set()
        self._shown: list[tuple[str, Switch | None]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)

    def show_season(self, season: Season) -> None:
        """Show what was found: what is to be done first, then what is asked, then what is well."""
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self._shown.clear()
        words = SeasonWords(self._language.words)
        self._ticked &= {found.code for found in season.items}
        order = {False: 0, None: 1, True: 2}
        for found in sorted(season.items, key=lambda each: order[words.is_well(each)]):
            self._column.addWidget(self._row(found, words))

    def lines(self) -> list[tuple[bool, str]]:
        """Each line with whether it is ticked, for printing."""
        return [(switch is None or switch.isChecked(), text) for text, switch in self._shown]

    def _row(self, found: SeasonItem, words: SeasonWords) -> QWidget:
        is_well, item_texts = words.is_well(found), words.item(found)
        row = QWidget()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for place, text in enumerate(item_texts):
            shown = label("body" if place == 0 else "strong", wrap=True)
            shown.setText(text)
            texts.addWidget(shown)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        across.addWidget(IconLabel(self._icons, _ICONS[is_well], 20))
        across.addLayout(texts, 1)
        switch = None if is_well else Switch()
        self._shown.append((plain(" ".join(item_texts)), switch))
        if switch is not None:
            switch.setChecked(found.code in self._ticked)
            switch.setAccessibleName(plain(item_texts[-1]))
            switch.toggled.connect(lambda on: self._tick(found.code, on=on))
            across.addWidget(switch)
        return row

    def _tick(self, code: str, *, on: bool) -> None:
        if on:
            self._ticked.add(code)
        else:
            self._ticked.discard(code)
