"""What is said and asked before there is a window: data that was mended, or that no key opens."""

from PySide6.QtWidgets import QMessageBox

from desk_app.services.errors import StoreKeyError
from desk_app.wording import Wording

_TITLE = "Kaikuluukku"


def tell(said: str) -> None:
    """Say it, and wait until it has been read."""
    QMessageBox.information(None, _TITLE, said)


def wants_to_start_afresh(error: StoreKeyError, wording: Wording) -> bool:
    """Ask whether to set the old data aside. The safe answer is the one that Enter gives."""
    box = QMessageBox(QMessageBox.Icon.Warning, _TITLE, wording.error(error)[0])
    box.setInformativeText(
        wording.translate(
            "Rescue",
            "Either the key is lost or another one, or the file is damaged from end to end. "
            "Nothing was overwritten. If the key can be brought back, close the program and start "
            "it again then. Otherwise start afresh: the old data is kept aside, and this desk is "
            "enrolled again with a new activation code.",
        )
    )
    afresh = box.addButton(
        wording.translate("Rescue", "Start afresh"), QMessageBox.ButtonRole.DestructiveRole
    )
    close = box.addButton(wording.translate("Rescue", "Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.exec()
    return box.clickedButton() is afresh
