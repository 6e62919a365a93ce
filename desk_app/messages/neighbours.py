"""Messages about the neighbours: the other desks of the venue, on the local network."""

from collections.abc import Mapping

from desk_app.messages.counter_messages import Messages
from desk_app.messages.translation import QT_TRANSLATE_NOOP
from desk_app.services.neighbours import (
    NeighbourDesk,
    NeighboursStatus,
    NeighbourState,
)

_STATES: Mapping[NeighbourState, str] = {
    NeighbourState.OFF: QT_TRANSLATE_NOOP(
        "Neighbours", "Off. This desk exchanges nothing on the local network."
    ),
    NeighbourState.NOT_ENROLLED: QT_TRANSLATE_NOOP(
        "Neighbours", "This desk has to be enrolled first."
    ),
    NeighbourState.NO_PORT: QT_TRANSLATE_NOOP(
        "Neighbours", "This computer does not let other desks connect. Ask your IT support."
    ),
    NeighbourState.ALONE: QT_TRANSLATE_NOOP(
        "Neighbours",
        "No other desk is known yet. Switch this on at the other desks too, and sync every desk "
        "twice.",
    ),
    NeighbourState.SEARCHING: QT_TRANSLATE_NOOP(
        "Neighbours",
        "No other desk answers. Check that they are on and on the same network, or enter their "
        "addresses.",
    ),
}


class NeighbourWords:
    """Sentences about the neighbours, in the language of ``messages``."""

    def __init__(self, messages: Messages) -> None:
        self._words = messages

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self._words.translate("NeighbourWords", key, disambiguation, n)

    def state(self, status: NeighboursStatus) -> str:
        """How the neighbours stand as a whole."""
        if status.state is NeighbourState.TOGETHER:
            there = sum(each.in_reach for each in status.desks)
            return self.tr("%n other desk(s) connected.", "", there)
        return self._words.translate("Neighbours", _STATES[status.state])

    def copying(self, status: NeighboursStatus) -> str:
        """Which register is on its way here; empty where none is."""
        if status.copying is None:
            return ""
        desk, part = status.copying
        text = self.tr("The register is being copied from {desk}: {percent} %.")
        return text.format(desk=desk, percent=round(100 * part))

    def in_short(self, status: NeighboursStatus) -> str:
        """The text for the status strip; empty where there is nothing to say."""
        if status.missing:
            names = ", ".join(each.desk_name for each in status.missing)
            return self.tr("No answer from {desks}").format(desks=names)
        there = sum(each.in_reach for each in status.desks)
        return self.tr("%n other desk(s)", "", there) if there else ""

    def desk(self, desk: NeighbourDesk) -> str:
        """How one of them stands."""
        if desk.is_double:
            return self.tr(
                "Two computers work as this desk, and only one of them is heard. Close one, and "
                "have it enrolled as a desk of its own."
            )
        if desk.is_flooding:
            return self.tr(
                "Connected, but it has sent unusually many records: the rest comes slowly. Tell "
                "your IT support."
            )
        if desk.in_reach and desk.address:
            return self.tr("Connected, {address}").format(address=desk.address)
        return self.tr("Does not answer")
