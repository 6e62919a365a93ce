"""The help panel beside the current page, which stays usable."""

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import TYPE, Space
from desk_app.ui.shell.help_texts import HelpMissingError, HelpTexts
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated

_LINES = 130.0
"""The height of a line, in percent of the font's own."""
_INDENT = Space.XL
_TO_END = QTextCursor.MoveOperation.EndOfBlock


class HelpPanel(Translated, QFrame):
    """The help, hidden until it is opened. Links lead to other help pages, never elsewhere."""

    closed = Signal()

    def __init__(
        self, icons: Icons, language: Language, pages: HelpTexts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self._language = language
        self._pages = pages
        self._topic = ""
        self._title = label("section")
        self._close = Button("quiet", icons, "close")
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.S, Space.M)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self._text, 1)
        self._close.clicked.connect(self.closed)
        self._text.anchorClicked.connect(self._follow)
        self.hide()

    def show_topic(self, topic: str) -> None:
        """Show the help on a topic, from its beginning."""
        self._topic = topic
        self._show()

    def set_default_focus(self) -> None:
        """Focus the text: arrows and pages move, Escape closes."""
        self._text.setFocus(Qt.FocusReason.TabFocusReason)

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in here."""
        return self._text.hasFocus() or self._close.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was asked for meanwhile."""
        super().showEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw on a change of theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._show()

    def _retranslate(self) -> None:
        self._show()

    def _show(self) -> None:
        self._title.setText(self.tr("Help"))
        self._text.setAccessibleName(self.tr("Help"))
        self._close.setAccessibleName(self.tr("Close the help"))
        self._close.setToolTip(self.tr("Close the help"))
        if self._topic and not self.isHidden():
            self._text.setMarkdown(self._help())
            self._set_type()

    def _set_type(self) -> None:
        """Air between the lines and paragraphs, and headings of the theme's sizes."""
        cursor = QTextCursor(self._text.document())
        body = self._text.font().pixelSize()
        self._text.document().setIndentWidth(round(_INDENT * body / TYPE["body"]))
        cursor.beginEditBlock()
        block = self._text.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            cursor.movePosition(_TO_END, QTextCursor.MoveMode.KeepAnchor)
            level = block.blockFormat().headingLevel()
            shape = QTextBlockFormat()
            shape.setLineHeight(_LINES, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setTopMargin(Space.L if level > 1 else Space.XS)
            shape.setBottomMargin(Space.S if level else Space.XS)
            cursor.mergeBlockFormat(shape)
            if level:
                heading = QTextCharFormat()
                size = round(
                    body * (TYPE["title"] if level == 1 else TYPE["heading"]) / TYPE["body"]
                )
                heading.setProperty(QTextFormat.Property.FontPixelSize, size)
                heading.setFontWeight(QFont.Weight.DemiBold)
                cursor.setCharFormat(heading)
            block = block.next()
        cursor.endEditBlock()

    def _help(self) -> str:
        try:
            return self._pages.text(self._language.code, self._topic)
        except HelpMissingError as missing:
            return " ".join(self._language.words.error(missing))

    def _follow(self, link: QUrl) -> None:
        if link.isRelative():
            self.show_topic(link.path().removesuffix(".md"))
