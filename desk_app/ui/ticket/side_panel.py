"""The ticket window's left side: the number, the offer, the modes, and the latest visits."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desk_app.ui.appearance.theme import Space
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.ticket.controller import TicketController
from desk_app.ui.ticket.earlier_visits import EarlierVisits
from desk_app.ui.ticket.key_hints import KeyHints
from desk_app.ui.ticket.modes import Modes
from desk_app.ui.ticket.offer_card import OfferCard
from desk_app.ui.ticket.recent_visit_line import RecentVisitLine
from desk_app.ui.ticket.recent_visit_list import in_words
from desk_app.ui.widgets.number_field import Keys, NumberField
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.viewfinder import Viewfinder


class TicketSide(QScrollArea):
    """Shows the session's state; ``keys`` get what is pressed in the number field."""

    def __init__(self, context: PageContext, controller: TicketController, keys: Keys) -> None:
        super().__init__()
        icons, language, app_status = context.icons, context.language, context.app_status
        self._controller = controller
        self._preferences = context.preferences
        self._label = label("section")
        self.number = NumberField(keys)
        self._label.setBuddy(self.number)
        self.offer_card = OfferCard(icons, language, app_status)
        self.modes = Modes(language)
        self.last_line = RecentVisitLine(icons, language, app_status)
        self.earlier = EarlierVisits(icons, language, app_status)
        self._error = label("muted", wrap=True)
        self._app_status, self._language = app_status, language
        eye = context.eye
        self.viewfinder = Viewfinder(icons, language, eye) if eye is not None else None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._column())
        self.number.textChanged.connect(self._typed)
        self.modes.express_pressed.connect(controller.toggle_express)
        self.modes.group_pressed.connect(controller.toggle_group)
        self.last_line.pressed.connect(controller.given.toggle)
        self.earlier.pressed.connect(controller.given.toggle)
        self._retranslate()

    def show_sale(self) -> None:
        """Show how things stand."""
        controller, given = self._controller, self._controller.given
        self.number.show_number(controller.session.text)
        self.offer_card.show_offer(controller.offer)
        self.modes.show_modes(
            express=self._preferences.settings.express,
            express_locked=self._preferences.is_locked("express"),
            group=given.group,
            busy=controller.busy,
        )
        self.last_line.show_last(given.lasts.latest)
        self.earlier.show_visits(given.lasts, unfold=given.gathers)
        self._show_error()

    def _show_error(self) -> None:
        """Show a failure to void or restore: below the rows, which stay in their places."""
        words = self._language.words
        told = [
            "\n".join(
                (in_words(last.visit, words, self._app_status.zone), *words.error(last.error))
            )
            for last in self._controller.given.lasts
            if last.error is not None
        ]
        self._error.setText("\n\n".join(told))
        self._error.setVisible(bool(told))

    def _typed(self, text: str) -> None:
        """Whatever changed the field: keys, or dictation, which Qt does not call editing."""
        if text == self._controller.session.text:
            return
        if self.isEnabled():
            self._controller.type(text)
        else:  # an assistive technology writes into what a lock covers
            self.number.show_number(self._controller.session.text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Retranslate on a language change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Card number"))
        self.number.setAccessibleName(self.tr("Card number"))
        self.number.setPlaceholderText(self.tr("Scan or type"))

    def _column(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        top = QFrame()
        top.setObjectName("card")
        rows = QVBoxLayout(top)
        rows.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        rows.setSpacing(Space.S)
        rows.addWidget(self._label)
        rows.addWidget(self.number)
        column.addWidget(top)
        visits = (self.last_line, self.earlier, self._error)
        for part in (self.offer_card, self.modes, *visits, self.viewfinder):
            if part is not None:
                column.addWidget(part)
        column.addStretch(1)
        column.addWidget(KeyHints())
        return inner
