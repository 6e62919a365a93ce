"""How large the verdict is written: it grows with the panel, to be read from two metres."""

from PySide6.QtCore import QSize

SMALLEST, LARGEST = 36, 72
"""Pixels."""
_OF_WIDTH, _OF_HEIGHT = 15.5, 13.5
"""So many of its own size the panel is wide and high."""
_ADVICE, _HANDED, _BUTTON = 0.4, 0.6, 1.2
"""The shares of the headline's size for advice and numbers to choose from, for what was handed out
in words, and for the height of the button that records."""


def headline_pixels(panel: QSize) -> int:
    """The size of the headline and of the number of tickets: 48 in a usual laptop's window."""
    grown = min(panel.width() / _OF_WIDTH, panel.height() / _OF_HEIGHT)
    return round(max(SMALLEST, min(LARGEST, grown)))


def panel_sheet(panel: QSize, body: int) -> str:
    """The sizes of the panel's texts; ``body`` is that of usual text, which is never larger."""
    headline = headline_pixels(panel)
    advice = max(body, round(_ADVICE * headline))
    high = round(_BUTTON * headline)
    return (
        f'[type="headline"], [type="figure"] {{ font-size: {headline}px; }} '
        f'[type="handed"] {{ font-size: {max(advice, round(_HANDED * headline))}px; }} '
        f'[type="advice"], [type="kind"], #count {{ font-size: {advice}px; }} '
        f'QPushButton[role="primary"] {{ font-size: {advice}px; min-height: {high}px; }}'
    )
