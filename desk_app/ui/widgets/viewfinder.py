"""The camera's panel: its picture with a frame for the card, or the reason why there is none.

It is small, and stands where the operator looks: the card is nobody else's to see.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.services.cameras import Picture
from desk_app.ui.appearance.icons import Icons
from desk_app.ui.appearance.language import Language
from desk_app.ui.appearance.theme import RADIUS, Space
from desk_app.ui.input.camera_controller import CameraController
from desk_app.ui.widgets.button import Button
from desk_app.ui.widgets.styling import label
from desk_app.ui.widgets.translated import Translated

_ASPECT = 16 / 9
_NARROWEST, _WIDEST = 120, 280
_GUIDE = 0.8
"""The share of the picture's height and width that the frame for the card takes."""


class Viewfinder(Translated, QFrame):
    """One row while the camera is off; a picture and a hint below it while it is on."""

    def __init__(
        self,
        icons: Icons,
        language: Language,
        camera_controller: CameraController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._camera_controller = camera_controller
        self._title = label("section")
        self._name = label("small", wrap=True)
        self._next = Button("quiet", icons, "swap")
        self._switch = Button("link")
        self._view = _CameraView()
        self._hint = label("muted", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self._title, 1)
        row.addWidget(self._next)
        row.addWidget(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self._name)
        column.addWidget(self._view, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._hint)
        column.addSpacing(Space.XS)
        self._switch.clicked.connect(camera_controller.switch)
        self._next.clicked.connect(camera_controller.choose_next)
        camera_controller.changed.connect(self._show)
        camera_controller.picture_ready.connect(self._draw)
        self._show()

    def _retranslate(self) -> None:
        self._show()

    def _show(self) -> None:
        on, state = self._camera_controller.on, self._camera_controller.state
        self._title.setText(self.tr("Camera"))
        self._name.setText(state.name or "")
        self._name.setVisible(on and bool(state.name))
        self._next.setVisible(on and len(state.names) > 1)
        self._next.setAccessibleName(self.tr("Switch camera"))
        self._next.setToolTip(self.tr("Switch camera"))
        if on:
            self._switch.set_texts(self.tr("Turn off"), self.tr("Turn off the camera"))
        else:
            self._switch.set_texts(self.tr("Turn on"), self.tr("Turn on the camera"))
        self._switch.setToolTip("F4")
        self._view.setVisible(on and state.live)
        self._view.mirrored = self._camera_controller.mirrored
        self._view.setAccessibleName(self.tr("What the camera sees"))
        if not state.live:
            self._view.show_picture(None)
        self._hint.setText(self._hint_text())
        self._hint.setVisible(on)

    def _hint_text(self) -> str:
        state = self._camera_controller.state
        if state.error is not None:
            return " ".join(self._language.words.error(state.error))
        if not state.live:
            return self.tr("The camera is starting…")
        return self.tr("Hold the code inside the frame, about 10 cm from the camera.")

    def _draw(self) -> None:
        if not self.isVisible():  # the picture is another page's
            return
        picture = self._camera_controller.latest_picture()
        if picture is not None:
            self._view.show_picture(picture)


class _CameraView(QWidget):
    """The picture with the frame over it."""

    def __init__(self) -> None:
        super().__init__()
        self.mirrored = False
        self._image: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)

    def show_picture(self, picture: Picture | None) -> None:
        """Show it in place of the one before."""
        self._image = None
        if picture is not None:
            size, row = (picture.width, picture.height), 3 * picture.width
            # A copy: the bytes are not Qt's to keep.
            self._image = QImage(picture.pixels, *size, row, QImage.Format.Format_RGB888).copy()
        self.update()

    def sizeHint(self) -> QSize:
        """A little smaller than its column."""
        return QSize(_WIDEST, self.heightForWidth(_WIDEST))

    def hasHeightForWidth(self) -> bool:
        """The height follows the width: the shape is a camera's."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of a picture of 16 to 9."""
        return round(min(width, _WIDEST) / _ASPECT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the place with the picture, cut to its shape, and draw the frame."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        place = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(place, RADIUS["small"], RADIUS["small"])
        painter.setClipPath(outline)
        painter.fillRect(place, self.palette().alternateBase())
        if self._image is not None:
            self._paint_image(painter, self._image, place)
            self._paint_guide(painter, place)
        painter.end()

    def _paint_image(self, painter: QPainter, image: QImage, place: QRectF) -> None:
        painter.save()
        if self.mirrored:
            painter.translate(place.width(), 0)
            painter.scale(-1, 1)
        grown = max(place.width() / image.width(), place.height() / image.height())
        width, height = image.width() * grown, image.height() * grown
        target = QRectF((place.width() - width) / 2, (place.height() - height) / 2, width, height)
        painter.drawImage(target, image)
        painter.restore()

    def _paint_guide(self, painter: QPainter, place: QRectF) -> None:
        """Light on a dark edge: seen on any picture."""
        width, height = place.width() * _GUIDE, place.height() * _GUIDE
        guide = QRectF((place.width() - width) / 2, (place.height() - height) / 2, width, height)
        for colour, thick in ((QColor(0, 0, 0, 150), 4.0), (QColor(255, 255, 255, 230), 2.0)):
            painter.setPen(QPen(colour, thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(guide, RADIUS["small"], RADIUS["small"])
