"""The first run: language, enrolment, scanner, register; then the ticket page.

It can be left at any step. It goes on where the desk's own state says: what has been done is not
asked again.
"""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.services.scans import Scan
from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.first_run.enrolment_step import EnrolmentStep
from desk_app.ui.first_run.language_step import LanguageStep
from desk_app.ui.first_run.register_step import RegisterStep
from desk_app.ui.first_run.scanner_step import ScannerStep
from desk_app.ui.first_run.step import FirstRunStep
from desk_app.ui.first_run.step_dots import StepDots
from desk_app.ui.first_run.step_numbers import LOADING, SCANNER, WELCOME
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.flow import FlowLayout, in_a_row
from desk_app.ui.widgets.overlays import Overlay
from desk_app.ui.widgets.scroll import scrolled
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated

_SHARE = 6
"""The part of the width for the steps, with one on either side."""
_WIDEST_EMS = 60
"""At most so many letters M wide: labels stay near their fields, and lines can be read."""


class FirstRunOverlay(Translated, Overlay):
    """Shows the steps. ``at`` is the current one; ``left`` when they are done or postponed."""

    left = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        kinds = (LanguageStep, EnrolmentStep, ScannerStep, RegisterStep)
        self.steps = tuple(kind(context) for kind in kinds)
        self._place = label("section")
        self._dots = StepDots(len(kinds))
        self._title = label("title", wrap=True)
        self._about = label("muted", wrap=True)
        self.at = WELCOME
        self._later, self._back, self._next = Button("link"), Button(""), Button("primary")
        for step in self.steps:
            step.done.connect(self._go_on)
            step.changed.connect(self._show)
            step.turned.connect(lambda step=step: self._turn(step))
        self._build()
        self._later.clicked.connect(self.left)
        self._back.clicked.connect(lambda: self.begin(self.at - 1))
        self._next.clicked.connect(self._proceed)
        context.app_status.changed.connect(self._follow)
        self._show()

    def begin(self, step: int) -> None:
        """Show a step."""
        self.at = step
        self.steps[step].enter()
        self._show()
        self.set_default_focus()

    def title(self) -> str:
        """The window's title meanwhile."""
        return self.steps[self.at].title()

    def set_default_focus(self) -> None:
        """Focus what the current step names."""
        self._next.setFocus(Qt.FocusReason.TabFocusReason)
        self.steps[self.at].begin()

    def handle_scan(self, scan: Scan) -> bool:
        """Hand a scan to the step; at the last one, somebody is at the counter already."""
        if self.at == LOADING:
            self.left.emit()
            return False
        self.steps[self.at].handle_scan(scan)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape postpones the first run."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Adapt to the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._card.setMaximumWidth(_WIDEST_EMS * self.fontMetrics().horizontalAdvance("M"))

    def _retranslate(self) -> None:
        self._show()

    def _build(self) -> None:
        self._card = QFrame()
        self._card.setObjectName("card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        inside.setSpacing(Space.M)
        for each in (in_a_row(self._dots, self._place), self._title, self._about, *self.steps):
            inside.addWidget(each)
        foot = QWidget()
        flow = FlowLayout(foot)
        for button in (self._next, self._back, self._later):
            flow.addWidget(button)
        inside.addWidget(foot)
        middle = QWidget()
        across = QHBoxLayout(middle)
        column = QVBoxLayout()
        column.addSpacing(2 * Space.XL)  # the upper edge stays, however much a step has to say
        column.addWidget(self._card)
        column.addStretch(1)
        across.addStretch(1)
        across.addLayout(column, _SHARE)
        across.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(middle))

    def _show(self) -> None:
        step = self.steps[self.at]
        for each in self.steps:
            each.setVisible(each is step)
        self._place.setText(
            self.tr("Step {place} of {count}").format(place=self.at + 1, count=len(self.steps))
        )
        self._dots.show_step(self.at)
        self._title.setText(step.title())
        self._about.setText(step.about())
        self._next.set_texts(step.go_on())
        self._next.setEnabled(step.may_go_on())
        self._back.set_texts(self.tr("Back"))
        self._back.setVisible(self.at > WELCOME and step.may_go_back())
        self._later.set_texts(self.tr("Set up later"))
        self._later.setVisible(self.at < LOADING)

    def _turn(self, step: FirstRunStep) -> None:
        self._show()
        if step is self.steps[self.at] and self.isVisible():
            self.set_default_focus()

    def _proceed(self) -> None:
        self.steps[self.at].proceed()

    def _go_on(self) -> None:
        if self.at == LOADING:
            self.left.emit()
        else:
            self.begin(self.at + 1)

    def _follow(self) -> None:
        """Somebody else may have enrolled the desk meanwhile: an admin, by a file."""
        standing = self._context.app_status.standing
        enrolled = standing is not None and standing.desk is not None
        if enrolled and self.at == WELCOME and self.isVisible():
            QTimer.singleShot(0, self, self._leave_welcome)

    def _leave_welcome(self) -> None:
        """In a turn of its own: all pages have just been told the same."""
        if self.at == WELCOME:
            self.begin(SCANNER)
