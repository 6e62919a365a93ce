"""The parts that pages are made of, by what a person sees of them and presses."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.theme import TARGET, Space, Theme
from desk_app.ui.appearance.theme_manager import apply_theme
from desk_app.ui.widgets.button import Button, WrappingButton
from desk_app.ui.widgets.choice import Choice
from desk_app.ui.widgets.confirm import ConfirmButton
from desk_app.ui.widgets.flow import FlowLayout, in_a_row
from desk_app.ui.widgets.form import FormRow
from desk_app.ui.widgets.message import MessageBar
from desk_app.ui.widgets.progress import Progress
from desk_app.ui.widgets.search_field import SearchField
from desk_app.ui.widgets.stepper import Stepper
from desk_app.ui.widgets.switch import Switch
from desk_app.ui.widgets.table import Table
from desk_app.ui.widgets.table_rows import Column, Rows
from desk_app.ui.widgets.time_left import TimeLeft
from desk_app.ui.widgets.two_line_list import TwoLineList
from tests.desk_app.ui.conftest import LONGEST_MS

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
Show = Callable[[QWidget], None]


@dataclass(frozen=True)
class Town:
    name: str
    people: int


TOWNS = (Town("Inari", 7_000), Town("Espoo", 320_000), Town("Kemi", 19_000))


@pytest.fixture
def icons() -> Icons:
    return Icons(Path(__file__).parents[4] / "resources" / "icons")


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def put_on_screen(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(600, 400)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow, timeout=LONGEST_MS)

    return put_on_screen


@pytest.fixture
def table(show: Show, icons: Icons) -> Table[Town]:
    rows: Rows[Town] = Rows()
    rows.show_columns(
        [
            Column("Town", lambda town: town.name, wide=True),
            Column("People", lambda town: f"{town.people}", number=True),
        ]
    )
    rows.show_rows(TOWNS)
    made = Table(rows, icons)
    show(made)
    made.set_default_focus()
    return made


def test_arrows_move_in_a_table_and_enter_takes_the_row(table: Table[Town], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.activated, timeout=LONGEST_MS):
        QTest.keyClick(table._view, Qt.Key.Key_Down)
        QTest.keyClick(table._view, ENTER)
    assert table.current() == TOWNS[1]


def test_end_leads_to_the_last_row(table: Table[Town]) -> None:
    QTest.keyClick(table._view, Qt.Key.Key_End)
    assert table.current() == TOWNS[2]


def test_a_table_without_rows_says_why(table: Table[Town]) -> None:
    table.empty.set_texts("No towns", "Nobody lives here.")
    table.rows.show_rows([])
    assert table.empty.isVisible()


def test_a_table_that_waits_for_its_rows_says_so(table: Table[Town]) -> None:
    table.rows.show_rows([])
    table.show_loading(loading=True)
    assert table.empty._title.text() == "One moment…"


def test_a_cell_is_read_out_with_the_name_of_its_column(table: Table[Town]) -> None:
    spoken = table.rows.data(table.rows.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "People: 7000"


@pytest.mark.parametrize(
    "texts", [("iiiiiiii", "WWWWWW"), ("1,000", "20"), ("28.08.2026", *["11.11.2026"] * 9)]
)
def test_a_column_is_as_wide_as_its_widest_text(
    show: Show, icons: Icons, texts: tuple[str, ...]
) -> None:
    rows: Rows[str] = Rows()
    rows.show_columns([Column("", str), Column("", lambda _: "", wide=True)])
    made = Table(rows, icons)
    show(made)
    rows.show_rows(texts)
    needed = max(made._view.sizeHintForIndex(rows.index(at, 0)).width() for at in (0, 1))
    assert made._view.columnWidth(0) >= needed


def test_a_column_grows_with_what_becomes_of_a_row(show: Show, icons: Icons) -> None:
    words = ["no", "yes"]
    rows: Rows[int] = Rows()
    rows.show_columns([Column("", lambda row: words[row]), Column("", str, wide=True)])
    rows.show_rows([0, 1])
    made = Table(rows, icons)
    show(made)
    words[1] = "well, if you come to think of it"
    rows.dataChanged.emit(rows.index(1, 0), rows.index(1, 1))
    assert made._view.columnWidth(0) >= made._view.sizeHintForIndex(rows.index(1, 0)).width()


def test_a_season_of_rows_is_laid_out_by_a_few_of_them(show: Show, icons: Icons) -> None:
    """What Qt itself asks of two hundred rows took the window a fifth of a second."""
    asked: list[int] = []
    rows: Rows[int] = Rows()

    def text(row: int) -> str:
        asked.append(row)
        return str(row)

    rows.show_columns([Column("", text), Column("", str, wide=True)])
    show(Table(rows, icons))
    rows.show_rows(range(20_000))
    assert len(asked) < 300


def test_escape_empties_a_search_before_it_leaves(show: Show, icons: Icons, qtbot: QtBot) -> None:
    field = SearchField(icons)
    show(field)
    with qtbot.waitSignal(field.searched, timeout=LONGEST_MS) as typed:
        QTest.keyClicks(field, " inari ")
    assert typed.args == ["inari"]
    QTest.keyClick(field, ESCAPE)
    assert field.text() == ""


def test_a_search_is_emptied_by_a_target_that_a_finger_hits(show: Show, icons: Icons) -> None:
    field = SearchField(icons)
    show(field)
    (button,) = field.findChildren(Button)
    assert not button.isVisible()
    QTest.keyClicks(field, "inari")
    assert min(button.width(), button.height()) >= TARGET
    assert field.rect().contains(button.geometry().center())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not button.isVisible()


def test_the_glass_of_a_search_grows_with_the_text(
    show: Show, icons: Icons, qapp: QApplication
) -> None:
    sheet = (Path(__file__).parents[4] / "resources" / "themes" / "window.qss").read_text("utf-8")
    field = SearchField(icons)
    show(field)
    room = []
    for scale in (1.0, 2.0):
        apply_theme(qapp, field, Theme("light", scale), sheet)
        room.append(field.textMargins().left() - Space.XS)
    assert room == [18, 36]


def test_one_of_a_choice_is_on(show: Show, icons: Icons) -> None:
    choice = Choice(icons)
    choice.set_options({"a": "Alpha", "b": "Beta"})
    choice.show_chosen("a")
    show(choice)
    QTest.mouseClick(choice._buttons["b"], Qt.MouseButton.LeftButton)
    assert choice.chosen_keys() == ("b",)


def test_filters_are_on_and_off_by_themselves(show: Show, icons: Icons) -> None:
    choice = Choice(icons, many=True)
    choice.set_options({"a": "Alpha", "b": "Beta"})
    show(choice)
    for button in choice._buttons.values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert choice.chosen_keys() == ("a", "b")


def test_what_is_chosen_stays_so_in_another_language(show: Show, icons: Icons) -> None:
    choice = Choice(icons)
    choice.set_options({"a": "Alpha", "b": "Beta"})
    choice.show_chosen("b")
    show(choice)
    choice.set_options({"a": "Alfa", "b": "Beeta"})
    assert choice.chosen_keys() == ("b",)
    assert choice._buttons["b"].text() == "Beeta"


def test_left_and_right_move_within_a_choice(show: Show, icons: Icons) -> None:
    choice = Choice(icons)
    choice.set_options({"a": "Alpha", "b": "Beta"})
    show(choice)
    choice._buttons["a"].setFocus()
    QTest.keyClick(choice._buttons["a"], Qt.Key.Key_Right)
    assert choice._buttons["b"].hasFocus()


def confirm(show: Show, icons: Icons) -> ConfirmButton:
    button = ConfirmButton("link", icons, "withdraw")
    button.set_texts("Withdraw", "Withdraw this visit?", "Withdraw it", "Do not withdraw")
    show(button)
    return button


def test_an_action_is_done_only_after_a_yes(show: Show, icons: Icons, qtbot: QtBot) -> None:
    button = confirm(show, icons)
    with qtbot.assertNotEmitted(button.confirmed):
        QTest.mouseClick(button.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.confirmed, timeout=LONGEST_MS):
        QTest.mouseClick(button._yes, Qt.MouseButton.LeftButton)


def test_two_quick_presses_do_nothing(show: Show, icons: Icons, qtbot: QtBot) -> None:
    button = confirm(show, icons)
    button.button.setFocus()
    with qtbot.assertNotEmitted(button.confirmed):
        QTest.keyClick(button.button, ENTER)
        QTest.keyClick(button._no, ENTER)
    assert button.button.isVisible()


def test_escape_is_no(show: Show, icons: Icons) -> None:
    button = confirm(show, icons)
    QTest.mouseClick(button.button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button._no, ESCAPE)
    assert button.button.isVisible()
    assert button.button.hasFocus()


def test_a_message_can_be_put_away(show: Show, icons: Icons) -> None:
    message = MessageBar(icons)
    show(message)
    message.show_message("warning", "Something needs a hand")
    assert message.text() == "Something needs a hand"
    QTest.mouseClick(message._close, Qt.MouseButton.LeftButton)
    assert message.text() == ""


def test_good_news_goes_by_itself_and_trouble_stays(show: Show, icons: Icons) -> None:
    message = MessageBar(icons)
    show(message)
    message.show_message("success", "Saved", passing=True)
    assert message._timer.isActive()
    message.show_message("error", "Not saved")
    assert not message._timer.isActive()


def test_a_control_in_a_form_is_named_and_told_what_is_wrong(show: Show, icons: Icons) -> None:
    control = Switch()
    row = FormRow(icons, control)
    show(row)
    row.set_texts("Sound", "Soft sounds at the counter")
    row.show_fault("There is no sound device")
    assert control.accessibleName() == "Sound"
    spoken = "Soft sounds at the counter There is no sound device"
    assert control.accessibleDescription() == spoken


def test_a_label_above_its_control_begins_where_the_control_does(show: Show, icons: Icons) -> None:
    row = FormRow(icons, Switch(), above=True)
    row.set_texts("Sound")
    row.setMinimumWidth(1200)
    show(row)
    question = row._question.geometry()
    assert question.left() == row.control.geometry().left()
    assert question.bottom() < row.control.geometry().top()


def test_the_buttons_of_a_stepper_stand_beside_its_name_on_a_wide_page(
    show: Show, icons: Icons
) -> None:
    stepper = Stepper(icons)
    stepper.show_count("Children", 1, 5, chosen=False)
    stepper.setMinimumWidth(1200)
    show(stepper)
    left_empty = stepper.width() - stepper._more.geometry().right()
    assert left_empty > stepper._more.width()


def test_a_switch_is_pressed_anywhere_on_it_and_by_the_space_bar(show: Show) -> None:
    switch = Switch()
    show(switch)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().bottomRight())
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_long_work_can_be_stopped(show: Show, qtbot: QtBot) -> None:
    progress = Progress()
    show(progress)
    progress.show_progress("Loading", 0.0, 0.0)
    progress.show_progress("Loading", 0.1, 10.0)
    assert progress._left.text().startswith("About 90 second")
    with qtbot.waitSignal(progress.cancelled, timeout=LONGEST_MS):
        QTest.mouseClick(progress._cancel, Qt.MouseButton.LeftButton)


def test_the_time_left_follows_the_pace_of_the_last_while() -> None:
    pace = TimeLeft()
    slow = [pace.done(second / 100, second) for second in range(21)]
    assert slow[-1] == pytest.approx(80)
    fast = [pace.done(0.2 + second / 20, 20 + second) for second in range(1, 16)]
    assert fast[-1] == pytest.approx(1)


def test_nothing_is_said_of_the_time_left_before_it_can_be_told() -> None:
    pace = TimeLeft()
    assert [pace.done(0.0, 0), pace.done(0.5, 1), pace.done(0.5, 1.5)] == [None] * 3


def test_a_flow_goes_on_below_where_it_is_too_long(show: Show) -> None:
    holder = QWidget()
    flow = FlowLayout(holder)
    buttons = [QPushButton(f"Button {number}") for number in range(8)]
    for button in buttons:
        flow.addWidget(button)
    show(holder)
    holder.resize(2 * buttons[0].sizeHint().width() + 10, 400)
    flow.activate()
    assert buttons[2].y() > buttons[0].y()
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_buttons_in_a_row_are_as_wide_as_their_texts_and_keys(show: Show) -> None:
    buttons = [WrappingButton("", key) for key in ("F6", "F7")]
    for button in buttons:
        button.set_texts("Correct and send again")
    holder = in_a_row(*buttons)
    show(holder)
    holder.resize(1200, 100)
    assert all(button.key_place() is not None for button in buttons)
    assert not buttons[0].geometry().intersects(buttons[1].geometry())


def test_a_name_stands_level_with_the_field_beside_it(show: Show) -> None:
    name, tall = QPushButton("Day"), QPushButton("Field")
    tall.setFixedHeight(3 * name.sizeHint().height())
    holder = in_a_row(name, tall)
    show(holder)
    assert name.geometry().center().y() == pytest.approx(tall.geometry().center().y(), abs=1)


def test_a_row_that_became_current_by_itself_is_marked(table: Table[Town]) -> None:
    table.pick(None)
    model = table._view.selectionModel()
    model.setCurrentIndex(table.rows.index(1, 0), model.SelectionFlag.NoUpdate)
    assert [index.row() for index in model.selectedRows()] == [1]


def test_the_whole_row_is_tinted_under_a_pointer_that_does_not_move(table: Table[Town]) -> None:
    place = table._view.visualRect(table.rows.index(1, 0)).center()
    over = QHoverEvent(QHoverEvent.Type.HoverEnter, place, place, place)
    QApplication.sendEvent(table._view.viewport(), over)
    assert table._view._painter.under == 1


def test_a_heading_of_a_list_takes_as_many_lines_as_it_needs(show: Show) -> None:
    rows = TwoLineList()
    rows.add_heading("The offer does not include children, or the holder's ticket was missing.")
    rows.setFixedWidth(220)
    show(rows)
    high = rows.sizeHintForIndex(rows.model().index(0, 0)).height()
    assert high > 3 * rows.fontMetrics().height()
