"""The form for the venue's own offer, a new one or a changed one."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.messages.offers import OfferWords
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import Space
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.day_without_year import coming_day, written_day
from desk_app.ui.widgets.flow import FlowLayout, in_a_row
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.offer_draft import DraftFault, Field, OfferDraft
from desk_app.ui.widgets.section import Section
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.switch import Switch
from desk_app.ui.widgets.translated import Translated
from desk_app.ui.widgets.two_columns import Columns
from sync.rules.offers import LimitPeriod, OfferKind, OfferStatus, Sector


class OfferForm(Translated, Section):
    """Emits ``asked`` with the offer to add; or ``closed``."""

    asked = Signal(object)
    closed = Signal()

    def __init__(
        self,
        icons: Icons,
        language: Language,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """``today`` is the day by the register's calendar."""
        super().__init__(icons, "offers", parent)
        self._language = language
        self._today = today
        self._tried = False
        self._changes = False
        self._venue_id: str | None = None
        self.fields = {field: QLineEdit() for field in Field}
        self.venue = Choice(icons)
        self._kind = Choice(icons)
        self._sector = Choice(icons)
        self._status = Choice(icons)
        self._period = Choice(icons)
        self._courses_period = Choice(icons)
        self._value_asked = Switch()
        self._minors = Switch()
        self._rows = {field: FormRow(icons, edit) for field, edit in self.fields.items()}
        self._venue_row = FormRow(icons, self.venue)
        self._kind_row = FormRow(icons, self._kind, above=True)
        self._sector_row = FormRow(icons, self._sector, above=True)
        self._minors_row = FormRow(icons, self._minors)
        self._status_row = FormRow(icons, self._status)
        self._period_row = FormRow(icons, self._period, above=True)
        self._courses_period_row = FormRow(icons, self._courses_period, above=True)
        self._value_asked_row = FormRow(icons, self._value_asked)
        self.message = MessageBar(icons)
        self.add_button = Button("primary")
        self._cancel = Button("")
        self.acts = QWidget()
        """The buttons, which the page keeps in sight."""
        flow = FlowLayout(self.acts, Space.S)
        flow.addWidget(self.add_button)
        flow.addWidget(self._cancel)
        self._about_it = label("muted", wrap=True)
        flow.addWidget(self._about_it)
        self.today_button, self.tomorrow_button = Button("chip"), Button("chip")
        self._rows[Field.DAY].add_below(in_a_row(self.today_button, self.tomorrow_button))
        self._lay_out()
        for edit in self.fields.values():
            edit.textChanged.connect(lambda _: self._changed())
            edit.returnPressed.connect(self._add)
        for choice in (self._kind, self._period):
            choice.chosen.connect(lambda _: self._changed())
        self._value_asked.toggled.connect(lambda _: self._changed())
        self.add_button.clicked.connect(self._add)
        self._cancel.clicked.connect(self.closed)
        self._retranslate()

    def _lay_out(self) -> None:
        """Two columns where there is room: then nothing has to be scrolled."""
        rows, columns = self._rows, Columns(gap=Space.S)
        names = (Field.NAME_FI, Field.NAME_SV, Field.NAME_EN)
        left = [self._venue_row, *(rows[field] for field in names), self._kind_row]
        left += [self._sector_row, rows[Field.PLACE], self._minors_row]
        right: list[QWidget] = [self._status_row, rows[Field.DAY], rows[Field.TIME]]
        right += [rows[Field.ENDS], rows[Field.TICKETS], rows[Field.LIMIT], self._period_row]
        right += [rows[Field.SPAN], rows[Field.COURSES], self._courses_period_row]
        right += [self._value_asked_row, rows[Field.VALUE], rows[Field.CEILING]]
        for row in (*left, *right):
            columns.add(row, right=row in right)
        self.add(columns, self.message)
        self.column.addStretch(1)
        self.fields[Field.DAY].editingFinished.connect(self._complete_day)
        self.today_button.clicked.connect(lambda: self._put_day(0))
        self.tomorrow_button.clicked.connect(lambda: self._put_day(1))

    def _put_day(self, days: int) -> None:
        """Today, or so many days from now."""
        self.fields[Field.DAY].setText(written_day(self._today() + timedelta(days=days)))
        self.fields[Field.TIME].setFocus()

    def _complete_day(self) -> None:
        """A day without a year is the next such day."""
        day = coming_day(self.fields[Field.DAY].text(), self._today())
        if day is not None:
            self.fields[Field.DAY].setText(written_day(day))

    def start(self, draft: OfferDraft | None = None) -> None:
        """Empty, or with an offer that is to be changed; the keyboard is in the first field."""
        self._tried, self._changes = False, draft is not None
        draft = draft or OfferDraft(texts={})
        for field, edit in self.fields.items():
            edit.setText(draft.texts.get(field, ""))
        self._venue_id = draft.venue_id
        self._kind.show_chosen(draft.kind)
        self._sector.show_chosen(draft.sector)
        self._status.show_chosen(draft.status)
        self._period.show_chosen(draft.period)
        self._courses_period.show_chosen(draft.courses_period)
        self._value_asked.setChecked(draft.value_asked)
        self._minors.setChecked(draft.minors_allowed)
        self.message.show_message("info", "")
        self._retranslate()
        self.set_default_focus()

    def set_default_focus(self) -> None:
        """Focus the first field."""
        self.fields[Field.NAME_FI].setFocus()

    @property
    def begun(self) -> bool:
        """Whether anything was typed."""
        return any(edit.text().strip() for edit in self.fields.values())

    def show_error(self, error: Exception) -> None:
        """Show that it could not be added; what was typed stays."""
        self.message.show_message("error", " ".join(self._language.words.error(error)))

    def draft(self) -> OfferDraft:
        """The form's values."""
        return OfferDraft(
            texts={field: edit.text() for field, edit in self.fields.items()},
            kind=OfferKind(_chosen(self._kind, OfferKind.EVENT)),
            sector=Sector(_chosen(self._sector, Sector.CULTURE)),
            status=OfferStatus(_chosen(self._status, OfferStatus.ON_SALE)),
            period=LimitPeriod(_chosen(self._period, LimitPeriod.OFFER)),
            courses_period=LimitPeriod(_chosen(self._courses_period, LimitPeriod.CALENDAR_YEAR)),
            value_asked=self._value_asked.isChecked(),
            minors_allowed=self._minors.isChecked(),
            venue_id=self._venue_id or (self.venue.chosen_keys() or (None,))[0],
        )

    def _add(self) -> None:
        self._tried = True
        self._complete_day()
        self._changed()
        draft = self.draft()
        faults = draft.faults()
        if faults:
            self.fields[next(field for field in Field if field in faults)].setFocus()
            return
        asked = draft.asked()
        self.asked.emit(asked)

    def _changed(self) -> None:
        draft = self.draft()
        faults = draft.faults() if self._tried else {}
        for field, row in self._rows.items():
            row.show_fault(self._fault(field, faults[field]) if field in faults else "")
        for field in (Field.DAY, Field.TIME, Field.ENDS):
            self._rows[field].setVisible(draft.dated)
        course, limited = draft.kind is OfferKind.COURSE, bool(draft.texts[Field.LIMIT].strip())
        self._minors_row.setVisible(not course)
        self._status_row.setVisible(self._changes)
        self._period_row.setVisible(limited)
        self._rows[Field.SPAN].setVisible(limited and draft.spans)
        self._rows[Field.COURSES].setVisible(course)
        self._courses_period_row.setVisible(course and bool(draft.texts[Field.COURSES].strip()))
        self._rows[Field.VALUE].setVisible(not draft.value_asked)

    def _fault(self, field: Field, fault: DraftFault) -> str:
        by_fault = {
            DraftFault.TOO_LONG: self.tr("Use 200 characters or fewer."),
            DraftFault.NO_END: self.tr(
                "Enter a time after the start, for example 21:30, or a later date."
            ),
            DraftFault.NO_NUMBER: self.tr("Enter a whole number."),
            DraftFault.NO_MONEY: self.tr("Enter an amount in euros, for example 25 or 12.50."),
        }
        by_field = {
            Field.DAY: self.tr("Enter the date as day, month and year, for example 9.3.2027."),
            Field.TIME: self.tr("Enter the time in hours and minutes, for example 18:30."),
            Field.NAME_FI: self.tr("Enter a name in Finnish."),
        }
        return by_fault.get(fault) or by_field[field]

    def _retranslate(self) -> None:
        words = OfferWords(self._language.words)
        self.set_texts(
            self.tr("Change the offer") if self._changes else self.tr("Add an offer"),
        )
        self._about_it.setText(
            self.tr(
                "You can give tickets for it at once. It is sent to the register automatically."
            )
        )
        self._offer_venues()
        self.today_button.set_texts(self.tr("Today"))
        self.tomorrow_button.set_texts(self.tr("Tomorrow"))
        self._rows[Field.NAME_FI].set_texts(self.tr("Name in Finnish"))
        self._rows[Field.NAME_SV].set_texts(self.tr("Name in Swedish"), self.tr("Optional"))
        self._rows[Field.NAME_EN].set_texts(self.tr("Name in English"), self.tr("Optional"))
        self._rows[Field.DAY].set_texts(self.tr("Date"), self.tr("For example 9.3.2027"))
        self._rows[Field.TIME].set_texts(self.tr("Start time"), self.tr("For example 18:30"))
        self._rows[Field.PLACE].set_texts(
            self.tr("Place"), self.tr("Optional: a hall or an address")
        )
        self._kind.set_options({kind.value: words.kind(kind) for kind in OfferKind})
        self._sector.set_options({sector.value: words.sector(sector) for sector in Sector})
        self._kind_row.set_texts(self.tr("Type"))
        self._sector_row.set_texts(self.tr("Sector for statistics"))
        self._minors_row.set_texts(
            self._language.words.with_ages(self.tr("Children under {age} included"))
        )
        self._rows[Field.ENDS].set_texts(
            self.tr("End time"), self.tr("For example 21:30, or a date")
        )
        self._rows[Field.TICKETS].set_texts(
            self.tr("Kaikukortti tickets in all"), self.tr("Leave this empty if there is no quota")
        )
        no_limit = self.tr("Leave this empty if there is no limit")
        self._rows[Field.LIMIT].set_texts(self.tr("Visits per card"), no_limit)
        self._rows[Field.SPAN].set_texts(self.tr("Number of days or months"))
        self._rows[Field.COURSES].set_texts(
            self.tr("Courses per card, all courses together"), no_limit
        )
        self._rows[Field.VALUE].set_texts(
            self.tr("Price of a ticket or place"), self.tr("In euros, for example 60")
        )
        self._rows[Field.CEILING].set_texts(
            self.tr("The venue's share at most"), self.tr("The rest is to be paid")
        )
        self._status.set_options({each.value: words.status_name(each) for each in OfferStatus})
        periods = {each.value: words.period(each) for each in LimitPeriod}
        self._period.set_options(periods)
        spans = {LimitPeriod.DAYS, LimitPeriod.MONTHS}
        self._courses_period.set_options(
            {each.value: words.period(each) for each in LimitPeriod if each not in spans}
        )
        self._status_row.set_texts(self.tr("Status"))
        self._period_row.set_texts(self.tr("Limit period"))
        self._courses_period_row.set_texts(self.tr("Limit period"))
        self._value_asked_row.set_texts(self.tr("The fee is asked for at the counter"))
        self.add_button.set_texts(
            self.tr("Save the changes") if self._changes else self.tr("Add the offer")
        )
        self._cancel.set_texts(self.tr("Cancel"))
        self._changed()

    def _offer_venues(self) -> None:
        """Offer the venues to choose from, at a desk of several; fixed for a changed offer."""
        venues = self._language.words.venues
        chosen = self.venue.chosen_keys() or tuple(each.id for each in venues[:1])
        self.venue.set_options({each.id: each.name for each in venues})
        self.venue.show_chosen(*chosen)
        self._venue_row.set_texts(self.tr("Venue"))
        self._venue_row.setVisible(len(venues) > 1 and not self._changes)


def _chosen(choice: Choice, usual: str) -> str:
    return (choice.chosen_keys() or (usual,))[0]
