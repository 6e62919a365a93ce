"""A row of visible options: one of them, or several, can be chosen."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Choice(QWidget):
    """Emits ``chosen`` with the key of the option pressed; left and right move between them.

    With ``many`` each is on or off by itself, as filters are. An active option also has a tick, so
    that it is not shown by colour alone.
    """

    chosen = Signal(str)

    def __init__(
        self, icons: Icons, *, many: bool = False, tick: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._many = many
        self._tick = tick
        self._buttons: dict[str, Button] = {}
        self._flow = FlowLayout(self, Space.XS)

    def set_options(self, names: Mapping[str, str]) -> None:
        """Set the options by key and name; the names may come again in another language.

        What is on stays on.
        """
        if list(names) != list(self._buttons):
            self._build(names)
        for key, name in names.items():
            self._buttons[key].set_texts(name)
        self._flow.invalidate()

    def show_chosen(self, *keys: str) -> None:
        """Mark what is on."""
        for key, button in self._buttons.items():
            button.setChecked(key in keys)

    def chosen_keys(self) -> tuple[str, ...]:
        """The keys of the active options."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def set_default_focus(self) -> None:
        """Focus the active option, or else the first."""
        on = self.chosen_keys() or tuple(self._buttons)
        if on:
            self._buttons[on[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the buttons with left and right."""
        buttons = list(self._buttons.values())
        held = next((place for place, each in enumerate(buttons) if each.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if held is None or step is None:
            super().keyPressEvent(event)
            return
        buttons[(held + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, names: Mapping[str, str]) -> None:
        on = self.chosen_keys()
        for old in self._buttons.values():
            old.setParent(None)
            old.deleteLater()
        self._buttons = {key: self._button(key) for key in names}
        chain = [self._before(), *self._buttons.values()]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)  # where the choice stands, however late they come
        self.show_chosen(*on)

    def _before(self) -> QWidget:
        """What Tab leads from to the choice; Qt takes nothing else for a place in the order."""
        before: QWidget | None = self.previousInFocusChain()
        while before not in (None, self) and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        return before or self

    def _button(self, key: str) -> Button:
        button = Button("chip", self._icons, "check" if self._tick else "")
        button.setCheckable(True)
        button.show_icon_when_on()
        button.clicked.connect(lambda: self._pressed(key))
        self._flow.addWidget(button)
        return button

    def _pressed(self, key: str) -> None:
        if not self._many:
            self.show_chosen(key)
        self.chosen.emit(key)
