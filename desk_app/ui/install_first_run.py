"""Connects the first run to the window: when it opens by itself, and how it is opened again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app.services.status import DeskStatus
from desk_app.ui.context.page_context import PageContext
from desk_app.ui.first_run.step_numbers import ENROL, LOADING, WELCOME
from desk_app.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from desk_app.ui.first_run.overlay import FirstRunOverlay


class FirstRunController(QObject):
    """Opens the first run once, as soon as it is known that the desk needs it.

    Where only the register is being loaded, it closes by itself again.
    """

    def __init__(self, window: MainWindow, context: PageContext) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._app_status = context.app_status
        self._overlay: FirstRunOverlay | None = None
        self._looked = self._waits_alone = False
        window.enrol_wanted.connect(lambda: self._show(ENROL))
        self._app_status.changed.connect(self._follow)

    @property
    def overlay(self) -> "FirstRunOverlay":
        """The first run, which is loaded and built when somebody needs it."""
        if self._overlay is None:
            from desk_app.ui.first_run.overlay import FirstRunOverlay  # noqa: PLC0415 - as said

            self._overlay = FirstRunOverlay(self._context, self._window)
            self._window.prepare(self._overlay)
            self._overlay.left.connect(self._leave)
        return self._overlay

    def _follow(self) -> None:
        standing = self._app_status.standing
        if standing is None:
            return
        if not self._looked:
            self._looked = True
            self._look(standing)
        elif self._waits_alone and standing.register_verified_at is not None:
            self._waits_alone = False
            if self.overlay.isVisible() and self.overlay.at == LOADING:
                self._leave()

    def _look(self, standing: DeskStatus) -> None:
        if standing.desk is None:
            self._show(WELCOME)
        elif standing.register_verified_at is None and standing.desk.refused is None:
            self._waits_alone = True
            self._show(LOADING)

    def _show(self, step: int) -> None:
        self.overlay.begin(step)
        self._window.cover(self.overlay)

    def _leave(self) -> None:
        self._window.uncover(self.overlay)
        self._window.open_page(self._window.home.topic)
