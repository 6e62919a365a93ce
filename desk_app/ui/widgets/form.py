"""A row of a form: the label, the control, and the error."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.icon import IconLabel
from desk_app.ui.widgets.plain_text import plain
from desk_app.ui.widgets.responsive_row import stack_if_narrow
from desk_app.ui.widgets.styling import label, restyle

_NARROW_EMS = 30
"""Below so many letters M of width the answer goes under the question."""
_WIDEST_EMS = 64
"""At most so many letters M wide: in a broad window the label stays near its control."""
_QUESTION, _ANSWER = 2, 3
"""The shares of the width for label and control."""
_REST = 2
"""The place of the room beside both."""


class FormRow(QWidget):
    """The control has the label's name for screen readers too.

    The label goes ``above`` a control where rows stand side by side, so that each is near its own,
    and where beside it some of its options would go to another line.
    """

    def __init__(
        self,
        icons: Icons,
        control: QWidget,
        parent: QWidget | None = None,
        *,
        above: bool = False,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._above = above
        self._question = label("body", wrap=True)
        self._question.setBuddy(control)
        self._hint = label("small", wrap=True)
        self._fault = label("fault", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self._question)
        texts.addWidget(self._hint)
        texts.addStretch(1)
        self._wrong = QWidget()  # an empty layout would leave the answer no width
        wrong = QHBoxLayout(self._wrong)
        wrong.setContentsMargins(0, 0, 0, 0)
        wrong.setSpacing(Space.S)
        wrong.addWidget(IconLabel(icons, "warning", 18))
        wrong.addWidget(self._fault, 1)
        self._answers = answers = QVBoxLayout()
        answers.setSpacing(Space.XS)
        answers.addWidget(control)
        answers.addWidget(self._wrong)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.M)
        self._row.addLayout(texts, _QUESTION)
        self._row.addLayout(answers, _ANSWER)
        self._row.addStretch(0)
        self._hint.hide()
        self.show_fault("")

    def add_below(self, widget: QWidget) -> None:
        """Something that helps to answer, right below the control."""
        self._answers.insertWidget(1, widget)

    def set_texts(self, question: str, hint: str = "") -> None:
        """Set the label, and a hint for the answer."""
        self._question.setText(question)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.control.setAccessibleName(plain(question))
        self._describe()

    def show_fault(self, fault: str) -> None:
        """Mark the answer, and say in words what is wrong with it; empty when nothing is."""
        restyle(self.control, "faulty", "true" if fault else "false")
        self._fault.setText(fault)
        self._wrong.setVisible(bool(fault))
        self._describe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the answer under the question in large type."""
        super().resizeEvent(event)
        self._lay()

    def event(self, event: QEvent) -> bool:
        """Lay it out again where something in it needs more room than before."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._lay()
        return handled

    def _lay(self) -> None:
        width = min(self.width(), _WIDEST_EMS * self.fontMetrics().horizontalAdvance("M"))
        share = (width - Space.M) * _ANSWER // (_QUESTION + _ANSWER)
        least = self.control.minimumSizeHint().width()
        narrow = stack_if_narrow(
            self._row, self, _NARROW_EMS, fits=least <= share and not self._above
        )
        for place, part in enumerate((_QUESTION, _ANSWER)):
            self._row.setStretch(place, part * width)
        self._row.setStretch(_REST, 0 if narrow else (_QUESTION + _ANSWER) * (self.width() - width))
        spacing = Space.XS if narrow else Space.M
        if spacing != self._row.spacing():  # said once more, it would have all laid out anew
            self._row.setSpacing(spacing)

    def _describe(self) -> None:
        parts = (self._hint.text(), self._fault.text())
        self.control.setAccessibleDescription(plain(" ".join(part for part in parts if part)))
