"""Charts, looked at pixel by pixel."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desk_app.ui.appearance.theme import THEMES
from desk_app.ui.statistics.breakdown import Bar, Chart
from desk_app.ui.statistics.chart_painter import chart_height, draw_chart, ink, step_of

ADULTS_AND_MINORS = Chart(
    title="", parts=("Adults", "Minors"), bars=(Bar("A", (1, 1), "A"),), upright=False, said=""
)


@given(st.integers(1, 10**7))
def test_a_chart_has_one_to_four_lines_across_at_round_numbers(most: int) -> None:
    step = step_of(most)
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
