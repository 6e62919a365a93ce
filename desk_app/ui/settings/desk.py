"""This desk's enrolment, and its state with the register."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from desk_app.ui.context.page_context import PageContext
from desk_app.ui.settings.part import SettingsPart
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.fact_list import FactList
from desk_app.ui.widgets.flow import in_a_row


class DeskPart(SettingsPart):
    """Shows the enrolment. ``enrol_again`` when this desk is to be enrolled anew."""

    enrol_again = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "register")
        self._facts = FactList()
        self._send = Button("", context.icons, "send")
        self._enrol = Button("link", context.icons, "key")
        self.add(self._facts, in_a_row(self._send, self._enrol))
        self._send.clicked.connect(context.services.send_now)
        self._enrol.clicked.connect(self.enrol_again)
        context.app_status.changed.connect(self.refresh)
        self.begin()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.set_texts(self.tr("This desk and the register"))
        self._send.set_texts(self.tr("Sync now"))
        self._enrol.set_texts(self.tr("Enrol again…"))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while the page was hidden."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands now, where somebody looks: every call to the register changes it."""
        if not self.isVisible():
            return
        app_status, words = self.context.app_status, self.context.language.words
        standing = app_status.standing
        desk = standing.desk if standing else None
        self._send.setEnabled(desk is not None and not app_status.connection.busy)
        if standing is None or desk is None:
            self._facts.show_facts([(self.tr("Venue"), self.tr("This desk is not enrolled yet."))])
            return
        enrolled = desk.enrolled_at.astimezone(app_status.zone).date()
        self._facts.show_facts(
            [
                (
                    self.tr("Venue"),
                    "; ".join(f"{each.name}, {each.area}" for each in desk.venues or (desk.venue,)),
                ),
                (self.tr("Desk"), desk.desk_name),
                (self.tr("Enrolled"), words.date(enrolled)),
                (self.tr("Register address"), desk.api_url),
                (self.tr("Connection"), words.connection(app_status.connection)),
                (self.tr("Register update"), words.register_age(standing, app_status.now())),
                (self.tr("Cards"), self.tr("%Ln card(s)", "", standing.register_count)),
                (self.tr("Visits"), words.waiting(standing)),
            ]
        )
