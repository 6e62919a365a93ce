"""Charts, looked at pixel by pixel."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desk_app.ui.appearance.theme import THEMES
from desk_app.ui.statistics.breakdown import Bar, Chart
from desk_app.ui.statistics.chart_painter import axis_step, chart_height, draw_chart, ink

ADULTS_AND_MINORS = Chart(
    title="", parts=("Adults", "Minors"), bars=(Bar("A", (1, 1), "A"),), upright=False, text=""
)


@given(st.integers(1, 10**7))
def test_a_chart_has_one_to_four_lines_across_at_round_numbers(most: int) -> None:
    step = axis_step(most)
    assert most <= 4 * step
    assert int(str(step).rstrip("0")) in (1, 2, 5)
    assert step == 1 or most > step


def test_minors_differ_from_adults_by_pattern(qapp: QApplication) -> None:
    assert qapp
    shown = ADULTS_AND_MINORS
    font = QFont()
    font.setPixelSize(20)
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_chart(painter, QRectF(0, 0, 400, 200), shown, ink(THEMES["light"], font))
    painter.end()
    row = round(chart_height(shown, font) * 0.74)
    seen = [image.pixelColor(x, row).name() for x in range(10, 390)]
    accent = THEMES["light"].accent
    assert set(seen[:170]) == {accent}
    assert {accent} < set(seen[200:360])


def test_the_days_of_a_month_do_not_run_together(qapp: QApplication) -> None:
    assert qapp
    font = QFont()
    font.setPixelSize(15)
    bars = tuple(Bar(f"{day}.10.2026", (0,), "", f"{day}", "10/2026") for day in range(1, 32))
    month = Chart(title="", parts=("Tickets",), bars=bars, upright=True, text="")
    image = QImage(520, round(chart_height(month, font)), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_chart(painter, QRectF(image.rect()), month, ink(THEMES["light"], font))
    line = QFontMetricsF(font, image).height()
    painter.end()
    foot = round((1.2 + 8.5 + 0.3) * line)  # below the bars
    dark = [
        x
        for x in range(40, image.width())
        if any(image.pixelColor(x, y).lightness() < 160 for y in range(foot, foot + round(line)))
    ]
    wide, since = [], dark[0]
    for x, after in pairwise([*dark, dark[-1] + 99]):
        if after - x > line / 4:
            wide.append(x - since)
            since = after
    assert len(wide) > 10
    assert max(wide) <= QFontMetricsF(font, image).horizontalAdvance("30") + 2
