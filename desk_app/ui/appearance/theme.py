"""Themes: tokens of colour, space, type and radius, and what is built from them.

Contrast is part of the tokens' meaning (WCAG 2.2 AA): 4.5:1 for text, 3:1 for the parts of
controls, 7:1 for the verdict. A test computes it for every theme.
"""

from dataclasses import dataclass
from string import Template
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

ThemeName = Literal["light", "dark", "contrast"]
MessageTone = Literal["success", "warning", "error", "info"]


@dataclass(frozen=True, slots=True)
class ToneColours:
    """The colours of a tone of messages: ``ink`` on ``soft``, with ``edge`` around it."""

    ink: str
    soft: str
    edge: str


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. ``line`` only decorates; ``outline`` draws the border of a control."""

    window: str
    surface: str
    sunken: str
    line: str
    outline: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    success: ToneColours
    warning: ToneColours
    error: ToneColours
    info: ToneColours


THEMES: dict[ThemeName, Colours] = {
    "light": Colours(
        window="#f3f4f8",
        surface="#ffffff",
        sunken="#eceef4",
        line="#dfe2ea",
        outline="#7b8496",
        text="#161a23",
        muted="#525b6d",
        accent="#3d4bc4",
        accent_hover="#3340a8",
        on_accent="#ffffff",
        accent_soft="#e9ebfb",
        success=ToneColours("#0a4a34", "#e2f3ea", "#bfe0cf"),
        warning=ToneColours("#593800", "#fdf2da", "#edd9a8"),
        error=ToneColours("#6d1f37", "#faebef", "#ecccd5"),
        info=ToneColours("#2b3650", "#eef0f7", "#d8dde9"),
    ),
    "dark": Colours(
        window="#11141a",
        surface="#1a1e27",
        sunken="#242a36",
        line="#2e3543",
        outline="#7e899d",
        text="#eef1f7",
        muted="#abb4c5",
        accent="#a9b4ff",
        accent_hover="#c0c8ff",
        on_accent="#11152e",
        accent_soft="#2a3052",
        success=ToneColours("#b2ebce", "#14352a", "#245443"),
        warning=ToneColours("#ffdf9e", "#382b10", "#5c481c"),
        error=ToneColours("#ffccd7", "#40212b", "#673645"),
        info=ToneColours("#d8dff0", "#232a38", "#384257"),
    ),
    "contrast": Colours(
        window="#000000",
        surface="#000000",
        sunken="#1c1c1c",
        line="#ffffff",
        outline="#ffffff",
        text="#ffffff",
        muted="#ffffff",
        accent="#ffe14d",
        accent_hover="#fff0a0",
        on_accent="#000000",
        accent_soft="#3a3300",
        success=ToneColours("#a6ffd0", "#002414", "#a6ffd0"),
        warning=ToneColours("#ffe9a8", "#2a2000", "#ffe9a8"),
        error=ToneColours("#ffd6de", "#2e0010", "#ffd6de"),
        info=ToneColours("#ffffff", "#000000", "#ffffff"),
    ),
}


class Space:
    """Distances in pixels; they do not grow with the text, so that there is room for it."""

    XS, S, M, L, XL = 4, 8, 12, 20, 28


RADIUS = {"small": 8, "medium": 12, "large": 18}
TYPE = {
    "small": 13,
    "body": 15,
    "strong": 17,
    "heading": 17,
    "title": 21,
    "number": 26,
    "headline": 34,
}
"""Pixels at text scale 1."""
GROWTH = {
    "small": 1.0,
    "body": 1.0,
    "strong": 0.85,
    "heading": 0.85,
    "title": 0.7,
    "number": 0.5,
    "headline": 0.25,
}
"""The share of the text scale that each size takes: large type needs less of it."""
RING = 2
"""Pixels of the ring around what has the keyboard; room is kept for it, so that nothing jumps."""
TARGET = 44
"""The smallest side of what can be pressed, in pixels (ours; WCAG 2.2 AA asks for 24)."""

FAMILIES = ("Inter", "Noto Sans", "sans-serif")
"""Inter comes with the program; the others are for signs that it does not have."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: one set of colours at one text size."""

    name: ThemeName
    scale: float = 1.0

    @property
    def colours(self) -> Colours:
        """The current colours."""
        return THEMES[self.name]

    def font(self) -> QFont:
        """The font of the body."""
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(round(TYPE["body"] * self.scale))
        return font

    def style_sheet(self, template: str) -> str:
        """The style sheet. Raises ``KeyError`` for a token that the template only knows."""
        return Template(template).substitute(self._tokens())

    def palette(self) -> QPalette:
        """The palette, for what a style sheet does not reach."""
        c = self.colours
        palette = QPalette()
        for role, colour in {
            QPalette.ColorRole.Window: c.window,
            QPalette.ColorRole.WindowText: c.text,
            QPalette.ColorRole.Base: c.surface,
            QPalette.ColorRole.AlternateBase: c.sunken,
            QPalette.ColorRole.Text: c.text,
            QPalette.ColorRole.PlaceholderText: c.muted,
            QPalette.ColorRole.Button: c.surface,
            QPalette.ColorRole.ButtonText: c.text,
            QPalette.ColorRole.Highlight: c.accent,
            QPalette.ColorRole.HighlightedText: c.on_accent,
            QPalette.ColorRole.ToolTipBase: c.surface,
            QPalette.ColorRole.ToolTipText: c.text,
            QPalette.ColorRole.Link: c.accent,
            QPalette.ColorRole.Mid: c.outline,
            QPalette.ColorRole.Midlight: c.accent_soft,
        }.items():
            palette.setColor(role, QColor(colour))
        return palette

    def _tokens(self) -> dict[str, str]:
        c = self.colours
        tokens = {
            name: getattr(c, name)
            for name in Colours.__dataclass_fields__
            if not isinstance(getattr(c, name), ToneColours)
        }
        for name in ("success", "warning", "error", "info"):
            tone: ToneColours = getattr(c, name)
            tokens |= {
                f"{name}_ink": tone.ink,
                f"{name}_soft": tone.soft,
                f"{name}_edge": tone.edge,
            }
        tokens |= {f"r_{name}": f"{size}px" for name, size in RADIUS.items()}
        tokens |= {f"t_{name}": f"{self.pixels(name)}px" for name in TYPE}
        return (
            tokens
            | {"thumb": f"{TARGET}px", "target": f"{self.target}px", "thick": f"{self.border}px"}
            | {"slack": f"{RING - self.border}px"}
        )

    def pixels(self, name: str) -> int:
        """The size of one kind of text."""
        return round(TYPE[name] * (1 + (self.scale - 1) * GROWTH[name]))

    @property
    def target(self) -> int:
        """The smallest side of what can be pressed; it grows with the text, half as fast."""
        return round(TARGET * (1 + (self.scale - 1) / 2))

    @property
    def border(self) -> int:
        """The width of a control's border."""
        return 2 if self.name == "contrast" else 1


def chosen(setting: Literal["system", "light", "dark", "contrast"]) -> ThemeName:
    """The theme that a setting means; ``system`` asks the platform."""
    if setting != "system":
        return setting
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    scheme = hints.colorScheme()
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    c = QColor(colour)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())
