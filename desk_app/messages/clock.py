"""Messages about a wrong clock: by how much, how to fix it, and which visits were dated anew."""

import sys
from collections.abc import Mapping
from datetime import timedelta

from desk_app.messages.translation import QT_TRANSLATE_NOOP, Translate

_MEND: Mapping[str, str] = {
    "win32": QT_TRANSLATE_NOOP(
        "Clock", "Open Settings, Time & language, Date & time, and choose “Sync now”."
    ),
    "darwin": QT_TRANSLATE_NOOP(
        "Clock",
        "Open System Settings, General, Date & Time, and let it set date and time automatically.",
    ),
}
_MEND_OTHERWISE = QT_TRANSLATE_NOOP(
    "Clock",
    "Open the system's settings, Date & Time, and turn on automatic time, or ask your IT support "
    "to run “timedatectl set-ntp true”.",
)
_LOOKS_WRONG = QT_TRANSLATE_NOOP("Clock", "This computer's clock looks wrong")
_AHEAD = QT_TRANSLATE_NOOP("Clock", "This computer's clock is {span} ahead")
_BEHIND = QT_TRANSLATE_NOOP("Clock", "This computer's clock is {span} behind")
_VISITS_ARE_RIGHT = QT_TRANSLATE_NOOP("Clock", "Visits are dated using the register's time.")
_REDATED = QT_TRANSLATE_NOOP("Clock", "The date has been corrected: the clock showed {when}.")


class ClockWords:
    """Composes the messages in the language of ``translate``."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    def tr(self, key: str, disambiguation: str = "", n: int = -1) -> str:
        """A text of this class's own; the form in which lupdate sees that a text has plurals."""
        return self._translate("ClockWords", key, disambiguation, n)

    def wrong(self, off_by: timedelta | None) -> str:
        """The message that the clock is wrong, and by how much where that is known."""
        if not off_by:
            return self._translate("Clock", _LOOKS_WRONG)
        text = self._translate("Clock", _AHEAD if off_by > timedelta() else _BEHIND)
        return text.format(span=self.span(abs(off_by)))

    def repair_advice(self, off_by: timedelta | None, system: str = sys.platform) -> str:
        """Instructions to set the clock on this system."""
        how = self._translate("Clock", _MEND.get(system, _MEND_OTHERWISE))
        return f"{how} {self._translate('Clock', _VISITS_ARE_RIGHT)}" if off_by else how

    def span(self, span: timedelta) -> str:
        """A span of time, as exactly as somebody wants to hear it."""
        if span >= timedelta(days=2):
            return self.tr("%n day(s)", "", round(span / timedelta(days=1)))
        if span >= timedelta(hours=2):
            return self.tr("%n hour(s)", "", round(span / timedelta(hours=1)))
        return self.tr("%n minute(s)", "", round(span / timedelta(minutes=1)))

    def redated(self, count: int) -> str:
        """The number of visits that were dated anew."""
        return self.tr("%n visit date(s) corrected: the clock was wrong", "", count)

    def dated_first(self, when: str) -> str:
        """When a wrong clock had a visit."""
        return self._translate("Clock", _REDATED).format(when=when)
