"""Simple charts within a page; the table beside each says the same in numbers."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from sync.server.console.suppression import Shown, Suppressed

_WIDTH, _HEIGHT = 600, 160
_FOOT, _HEAD = 24, 22
"""Room for the letters, also for those of a telephone, which are larger."""


def bars(values: Sequence[tuple[str, Shown]], title: str) -> Markup:
    """Bars with their numbers; what is not published has no bar, but its mark.

    Without any bar it is empty.
    """
    highest = max((value for _, value in values if isinstance(value, int)), default=0)
    if not highest:
        return Markup()
    step = _WIDTH / max(1, len(values))
    room = _HEIGHT - _FOOT - _HEAD
    parts = []
    for place, (name, value) in enumerate(values):
        height = 0.0 if isinstance(value, Suppressed) else room * value / highest
        left, top = place * step + step * 0.15, _HEIGHT - _FOOT - height
        middle = place * step + step / 2
        parts.append(
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{step * 0.7:.1f}" height="{height:.1f}"/>'
            f'<text x="{middle:.1f}" y="{top - 4:.1f}" text-anchor="middle">{escape(value)}</text>'
            f'<text x="{middle:.1f}" y="{_HEIGHT - 4}" text-anchor="middle">{escape(name)}</text>'
        )
    line = _HEIGHT - _FOOT
    return Markup(  # noqa: S704  every part is a number, or escaped
        f'<svg class="chart" role="img" aria-label="{escape(title)}"'
        f' viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<line x1="0" y1="{line}" x2="{_WIDTH}" y2="{line}"/>{"".join(parts)}</svg>'
    )
