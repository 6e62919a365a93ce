"""The size of the verdict's text: it grows with the panel, to be read from two metres."""

from PySide6.QtCore import QSize

SMALLEST, LARGEST = 36, 72
"""Pixels."""
_OF_WIDTH, _OF_HEIGHT = 14.8, 12.8
"""So many of its own size the panel is wide and high."""
_ADVICE, _KIND_WHEN_LOW, _HANDED, _BUTTON = 0.4, 0.45, 0.6, 1.2
"""The shares of the headline's size for advice and numbers to choose from, for what was handed out
in words, and for the height of the button that records."""
_LEAST = 0.75
"""The share of usual text's size below which nothing is written."""


def headline_pixels(panel: QSize) -> int:
    """The size of the headline and of the number of tickets: 48 in a usual laptop's window."""
    grown = min(panel.width() / _OF_WIDTH, panel.height() / _OF_HEIGHT)
    return round(max(SMALLEST, min(LARGEST, grown)))


def panel_sheet(panel: QSize, body: int, *, low: bool) -> str:
    """The sizes of the panel's texts; ``body`` is that of usual text, which is never larger.

    In a panel that is ``low`` for its text the kinds of ticket are written smaller: every line of
    them has to be in sight.
    """
    headline = headline_pixels(panel)
    advice = max(body, round(_ADVICE * headline))
    kind = max(round(_KIND_WHEN_LOW * headline), round(_LEAST * body)) if low else advice
    high = round(_BUTTON * headline)
    return (
        f'QLabel[type="headline"], QLabel[type="figure"] {{ font-size: {headline}px; }} '
        f'QLabel[type="handed"] {{ font-size: {max(advice, round(_HANDED * headline))}px; }} '
        f'QLabel[type="advice"] {{ font-size: {advice}px; }} '
        f'QLabel[type="kind"], #count {{ font-size: {kind}px; }} '
        f'QPushButton[role="primary"] {{ font-size: {advice}px; min-height: {high}px; }}'
    )
