"""The lines of the journal that have been loaded."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal

from desk_app.services.visit_pages import PagePosition, VisitLine
from desk_app.ui.widgets.table_rows import Rows

_NOWHERE = QModelIndex()


class VisitRows(Rows[VisitLine]):
    """Emits ``wanted`` near the end of the list, while there are more."""

    more_needed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._more = False

    @property
    def end(self) -> PagePosition | None:
        """The position of the next page."""
        return PagePosition(self._rows[-1].local_date, self._rows[-1].id) if self._rows else None

    def show_pages(self, lines: Sequence[VisitLine], *, more: bool) -> None:
        """Show these in the place of all others.

        Where they are the same visits, only what became of them changes, so that the list stays
        where the user has scrolled it.
        """
        self._more = more
        if [line.id for line in lines] != [line.id for line in self._rows]:
            self.show_rows(lines)
        elif list(lines) != self._rows:
            self._rows = list(lines)
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(lines) - 1, self.columnCount() - 1)
            )

    def add_page(self, lines: Sequence[VisitLine], *, more: bool) -> None:
        """The next ones."""
        self._more = more
        if lines:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._rows += lines
            self.endInsertRows()

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> bool:
        """Whether there are more."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> None:
        """Have them fetched, once: they come when they are there."""
        if not parent.isValid() and self._more:
            self._more = False
            self.more_needed.emit()
